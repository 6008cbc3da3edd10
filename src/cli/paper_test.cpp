// `homphieu paper`, on the record of a congress whose list is approved. The papers themselves are
// tested in the room paper.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "base/bytes.h"
#include "cli/run_kit.h"
#include "journal/record_file.h"
#include "verify/testing/real_congress.h"

namespace hp::cli {
namespace {

using nlohmann::json;

std::string content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string said_by(const std::string& command) {
  std::string out;
  FILE* pipe = popen(command.c_str(), "r");
  for (int c = 0; (c = std::fgetc(pipe)) != EOF;) out += static_cast<char>(c);
  EXPECT_EQ(pclose(pipe), 0) << command;
  return out;
}

// A record up to the approval of the list of contest "bch": 4 names, 3 seats, 8 delegates.
class PaperFromRecord : public ::testing::Test {
 protected:
  PaperFromRecord() {
    verify::RealCongress congress({});
    congress.found();
    congress.enrol();
    congress.gather();
    congress.approve();
    std::ofstream(record, std::ios::binary) << chars(journal::write_record(congress.record()));
  }

  Ran paper(std::vector<std::string> words) {
    words.insert(words.begin(), "paper");
    words.insert(words.end(), {"--record", record, "--out", pdf});
    return run_as(words);
  }
  std::string text() { return said_by("pdftotext -raw " + pdf + " -"); }

  Folder folder;
  std::string record = folder.at("x.record");
  std::string pdf = folder.at("phieu.pdf");
};

TEST_F(PaperFromRecord, BallotsAreTheApprovedListWithTheirLayoutBeside) {
  const Ran ran = paper({"ballots", "--contest", "bch", "--copies", "8"});
  ASSERT_EQ(ran.exit, 0) << ran.err;
  EXPECT_NE(ran.out.find("A paper has 1 sides; in the file are 8 papers.\nAt least 8"),
            std::string::npos)
      << ran.out;
  EXPECT_NE(said_by("pdfinfo " + pdf).find("Pages:           8"), std::string::npos);
  EXPECT_NE(text().find("Bầu không quá 3 trong 4 người"), std::string::npos);
  const json layout = json::parse(content(folder.at("phieu.layout.json")));
  EXPECT_EQ(layout["page"], (json{210, 297}));
  EXPECT_EQ(layout["sides"][0]["people"].size(), 4u);
  struct stat status{};
  ASSERT_EQ(::stat(pdf.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600u);
}

TEST_F(PaperFromRecord, BallotsOnA5AreOnA5) {
  ASSERT_EQ(paper({"ballots", "--contest", "bch", "--size", "a5"}).exit, 0);
  EXPECT_EQ(json::parse(content(folder.at("phieu.layout.json")))["page"], (json{148, 210}));
}

TEST_F(PaperFromRecord, AContestThatIsNotThereIsRefusedAndNothingIsWritten) {
  const Ran ran = paper({"ballots", "--contest", "x"});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_NE(ran.err.find("contest_unknown"), std::string::npos) << ran.err;
  EXPECT_FALSE(std::filesystem::exists(pdf));
  EXPECT_FALSE(std::filesystem::exists(folder.at("phieu.layout.json")));
}

TEST_F(PaperFromRecord, CoversAreAsManyAsBatches) {
  ASSERT_EQ(paper({"covers", "--contest", "bch", "--batches", "3"}).exit, 0);
  EXPECT_NE(text().find("LÔ SỐ 3"), std::string::npos);
  EXPECT_EQ(text().find("LÔ SỐ 4"), std::string::npos);
}

TEST_F(PaperFromRecord, KeyingSheetsFollowTheAccount) {
  ASSERT_EQ(paper({"keying", "--contest", "bch", "--sheets", "2"}).exit, 0);
  EXPECT_NE(said_by("pdfinfo " + pdf).find("Pages:           3"), std::string::npos);
}

TEST_F(PaperFromRecord, SlidesShowTheListAndHowToVote) {
  ASSERT_EQ(paper({"slides", "--contest", "bch"}).exit, 0);
  EXPECT_NE(text().find("số lượng bầu: 3; danh sách 4 người"), std::string::npos) << text();
  EXPECT_NE(text().find("Gạch ngang qua cả họ, chữ đệm và tên"), std::string::npos);
  EXPECT_EQ(text().find("KẾT QUẢ"), std::string::npos);
}

TEST_F(PaperFromRecord, CardsCarryTheTextsOfTheirFileWhichNoOutputTells) {
  const std::string cards = folder.at("the.cards");
  const std::string passphrase = "mật khẩu thử\n";
  const Lines to_make(passphrase);
  ASSERT_EQ(run_as({"cards", "make", cards, "--count", "9", "--passphrase-fd", to_make.fd()}).exit,
            0);
  const Lines to_print(passphrase);
  const Ran known = run_as({"cards", "print-text", cards, "--congress", std::string(64, '0'),
                            "--json", "--passphrase-fd", to_print.fd()});
  ASSERT_EQ(known.exit, 0) << known.err;
  const Lines to_paper(passphrase);
  const Ran ran = paper(
      {"cards", cards, "--address", "https://192.168.1.7:8443/", "--passphrase-fd", to_paper.fd()});
  ASSERT_EQ(ran.exit, 0) << ran.err;
  EXPECT_NE(said_by("pdfinfo " + pdf).find("Pages:           2"), std::string::npos);
  std::string printed = text();
  std::erase(printed, '\n');
  for (const json& card : json::parse(known.out)) {
    const std::string secret = card["text"];
    EXPECT_NE(printed.find(secret), std::string::npos);
    EXPECT_EQ((ran.out + ran.err).find(secret), std::string::npos);
  }
}

TEST_F(PaperFromRecord, TheZeroReportIsMadeBeforeTheFirstVote) {
  ASSERT_EQ(paper({"zero", "--contest", "bch"}).exit, 0);
  EXPECT_NE(text().find("BÁO CÁO SỐ KHÔNG"), std::string::npos);
  EXPECT_NE(text().find("Thẻ bỏ phiếu được 8"), std::string::npos) << text();
  EXPECT_NE(text().find("NGƯỜI GIỮ KHÓA"), std::string::npos) << text();
}

TEST_F(PaperFromRecord, ARealContestHasNoDeckNoComparisonAndNoFileOfARehearsalsName) {
  const std::string known = folder.at("dien-tap-known.json");
  std::ofstream(known) << "{}";
  const auto refused = [&](std::vector<std::string> words, const std::string& code) {
    const Ran ran = paper(std::move(words));
    EXPECT_EQ(ran.exit, 2);
    EXPECT_NE(ran.err.find(code), std::string::npos) << ran.err;
    EXPECT_FALSE(std::filesystem::exists(pdf));
  };
  refused({"deck", "--contest", "bch", "--known", folder.at("dien-tap-new.json")}, "not_rehearsal");
  refused({"rehearsal", "--contest", "bch", "--known", known}, "not_rehearsal");
  pdf = folder.at("dien-tap-phieu.pdf");
  for (const std::vector<std::string>& words : {std::vector<std::string>{"ballots"},
                                                {"covers", "--batches", "1"},
                                                {"keying"},
                                                {"log"},
                                                {"zero"}}) {
    std::vector<std::string> all = words;
    all.insert(all.end(), {"--contest", "bch"});
    refused(all, "paper_file_name");
  }
}

TEST(PaperCommand, NeedsToBeToldWhatToPrint) {
  const Ran ran = run_as({"paper"});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_NE(ran.err.find("usage_no_subcommand"), std::string::npos) << ran.err;
}

TEST(PaperCommand, RefusesASizeThatIsNone) {
  const Ran ran =
      run_as({"paper", "ballots", "--record", "x", "--contest", "c", "--out", "y", "--size", "b5"});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_NE(ran.err.find("usage_value"), std::string::npos) << ran.err;
}

TEST(PaperCommand, NeedsARecordOrAServerWithItsAuthorityAndAKey) {
  const auto ran = [](std::vector<std::string> more) {
    std::vector<std::string> words{"paper",     "covers", "--contest", "c",
                                   "--batches", "3",      "--out",     "y"};
    words.insert(words.end(), more.begin(), more.end());
    const Ran said = run_as(words);
    EXPECT_EQ(said.exit, 2);
    return said.err;
  };
  EXPECT_NE(ran({}).find("--record"), std::string::npos) << ran({});
  EXPECT_NE(ran({"--server", "hall:1"}).find("--ca"), std::string::npos);
  EXPECT_NE(ran({"--server", "hall:1", "--ca", "x"}).find("--key"), std::string::npos);
}

TEST(PaperCommand, OverwritesNeitherAPdfNorALayout) {
  const Folder folder;
  for (const char* there : {"phieu.pdf", "phieu.layout.json"}) {
    std::ofstream(folder.at(there)) << "x";
    const Ran ran = run_as({"paper", "ballots", "--record", folder.at("none"), "--contest", "c",
                            "--out", folder.at("phieu.pdf")});
    EXPECT_EQ(ran.exit, 2);
    EXPECT_NE(ran.err.find("file_exists"), std::string::npos) << ran.err;
    EXPECT_NE(ran.err.find(there), std::string::npos) << ran.err;
    std::filesystem::remove(folder.at(there));
  }
}

TEST(PaperCommand, SaysThatARecordIsNone) {
  const Folder folder;
  std::ofstream(folder.at("x.record")) << "no record";
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"ballots", "--contest", "c"},
        {"covers", "--contest", "c", "--batches", "3"},
        {"keying", "--contest", "c"},
        {"slides", "--contest", "c"},
        {"log", "--contest", "c"},
        {"cards", folder.at("x.cards"), "--address", "https://hall/"}}) {
    std::vector<std::string> all{"paper"};
    all.insert(all.end(), words.begin(), words.end());
    all.insert(all.end(), {"--record", folder.at("x.record"), "--out", folder.at("out.pdf")});
    const Ran ran = run_as(all);
    EXPECT_EQ(ran.exit, 2) << words[0];
    EXPECT_NE(ran.err.find("record"), std::string::npos) << ran.err;
    EXPECT_FALSE(std::filesystem::exists(folder.at("out.pdf")));
  }
}

}  // namespace
}  // namespace hp::cli
