// A sample check from the command line: the papers that a seed draws, on the screen and on paper,
// and what was found, over TLS.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "cli/run_kit.h"
#include "client/export.h"
#include "client/paper_hall_kit.h"
#include "congress/sample_check.h"
#include "crypto/key_file.h"
#include "http/certificate.h"
#include "http/metrics.h"
#include "http/server.h"
#include "journal/record_file.h"

namespace hp::cli {
namespace {

using client::must;
using nlohmann::json;

// Batches of five papers and of three; batch 1 is closed, batch 2 not keyed yet.
class SampleCommands : public ::testing::Test {
 protected:
  SampleCommands() {
    const SystemClock clock;
    const auto authority = http::make_authority("Thử", clock).value();
    write("ca.pem", authority.certificate_pem);
    http::ServerOptions options;
    options.identity = http::issue(authority, {"127.0.0.1"}, clock).value();
    options.chain_pem = authority.certificate_pem;
    server_ = http::Server::start(std::move(options), hall.registry(), metrics_).value();
    for (const char* one : {"an", "ka", "kb"}) {
      write(std::string(one) + ".key",
            crypto::lock_secret(hall.key(one)->scalar().view(), "official", "mật khẩu thử",
                                crypto::system_random(), {.n = 1024})
                .value());
    }
    count_batch(1, 5, 5);
  }
  ~SampleCommands() override { server_->drain(std::chrono::seconds(2)); }

  void write(const std::string& name, const std::string& text) {
    std::ofstream(folder.at(name)) << text;
  }
  void count_batch(std::uint32_t batch, std::uint32_t papers, std::uint32_t struck) {
    std::vector<client::v1::KeyedSheet> sheets(papers);
    for (std::uint32_t i = 0; i < papers; ++i) {
      sheets[i].set_sheet(i + 1);
      sheets[i].mutable_content()->add_struck(struck);
    }
    const auto& state = hall.as("pa").state();
    hall.alone("ha", must(client::key_sheets(state, "bch", batch, 1, sheets)));
    hall.alone("hb", must(client::key_sheets(state, "bch", batch, 2, sheets)));
    hall.alone("kb", must(client::close_batch(hall.as("pa").state(), "bch", batch)));
  }
  Ran official(const std::string& who, std::vector<std::string> words,
               Language language = Language::kEnglish) {
    const Lines pipe("mật khẩu thử\n");
    words.insert(words.begin(), "official");
    words.insert(words.end(), {"--server", "127.0.0.1:" + std::to_string(server_->port()), "--ca",
                               folder.at("ca.pem"), "--key", folder.at(who + ".key"),
                               "--passphrase-fd", pipe.fd()});
    return run_as(words, "", language);
  }
  Ran sample(const std::string& who, std::vector<std::string> more = {}) {
    std::vector<std::string> words{"sample", "--contest", "bch", "--seed",
                                   "41625",  "--papers",  "4"};
    words.insert(words.end(), more.begin(), more.end());
    return official(who, words);
  }
  std::vector<congress::SheetPlace> drawn() {
    return congress::draw_sample(hall.as("pa").state().contests.at("bch").current(), "41625", 4);
  }
  static std::string name_of(const congress::SheetPlace& place) {
    return std::to_string(place.batch) + "." + std::to_string(place.sheet);
  }

  Folder folder;
  client::PaperHall hall{{5, 3}};

 private:
  http::Metrics metrics_;
  std::unique_ptr<http::Server> server_;
};

TEST_F(SampleCommands, ThePapersAreListedOnceTheCountIsCompleteToWhoMayReadIt) {
  const Ran early = sample("ka");
  EXPECT_EQ(early.exit, 2);
  EXPECT_NE(early.err.find("papers_not_counted"), std::string::npos) << early.err;
  EXPECT_NE(early.err.find("paper_batch_open 2"), std::string::npos) << early.err;
  count_batch(2, 3, 5);
  const Ran refused = sample("an");
  EXPECT_EQ(refused.exit, 2);
  EXPECT_NE(refused.err.find("read_not_allowed"), std::string::npos) << refused.err;

  const Ran listed = sample("ka", {"--json"});
  ASSERT_EQ(listed.exit, 0) << listed.err;
  const json papers = json::parse(listed.out);
  ASSERT_EQ(papers.size(), 4u);
  for (std::size_t i = 0; i < papers.size(); ++i) {
    EXPECT_EQ(papers[i]["batch"], drawn()[i].batch);
    EXPECT_EQ(papers[i]["sheet"], drawn()[i].sheet);
    EXPECT_EQ(papers[i]["struck"], json::array({5}));
  }
  const Ran words =
      official("kb", {"sample", "--contest", "bch", "--seed", "41625", "--papers", "4"},
               Language::kVietnamese);
  const auto first = drawn().front();
  EXPECT_NE(words.out.find("lô " + std::to_string(first.batch) + ", phiếu " +
                           std::to_string(first.sheet) + ": gạch 5\n"),
            std::string::npos)
      << words.out << words.err;
}

TEST_F(SampleCommands, WhatWasFoundIsProposedByTheHeadAndSignedByAMember) {
  count_batch(2, 3, 5);
  const std::vector<std::string> check{"submit", "check-sample", "--contest", "bch",
                                       "--seed", "41625",        "--papers",  "4",
                                       "--yes",  "--json",       "--differs"};
  const auto with = [&](std::vector<std::string> words, const std::string& differs) {
    words.push_back(differs);
    return words;
  };
  for (const char* wrong : {"3", "3.", ".3", "3.x", "3.1x", "-1.2", "1.2.3", "99999999999.1"}) {
    const Ran ran = official("ka", with(check, wrong));
    EXPECT_EQ(ran.exit, 2) << wrong;
    EXPECT_NE(ran.err.find("argument_value"), std::string::npos) << wrong << ran.err;
  }
  const Ran outside = official("ka", with(check, "9.9"));
  EXPECT_EQ(outside.exit, 2);
  EXPECT_NE(outside.err.find("sample_sheet"), std::string::npos) << outside.err;

  const auto places = drawn();
  const Ran made = official("ka", with(check, name_of(places[3]) + "," + name_of(places[1])));
  ASSERT_EQ(made.exit, 0) << made.err;
  const Ran done = official("kb", {"sign", json::parse(made.out)["command_id"], "--yes", "--json"});
  ASSERT_EQ(done.exit, 0) << done.err;
  const auto& samples = hall.as("pa").state().contests.at("bch").current().paper.samples;
  ASSERT_EQ(samples.size(), 1u);
  EXPECT_EQ(samples[0].differing, (std::vector<congress::SheetPlace>{places[1], places[3]}));
  const Ran count = official("ka", {"count", "--contest", "bch"});
  EXPECT_NE(count.out.find("[sample_differs] batches["), std::string::npos) << count.out;
}

TEST_F(SampleCommands, TheListIsPrintedFromTheRecord) {
  count_batch(2, 3, 5);
  client::HallClient& reader = hall.as("pa").hall();
  const auto record = must(client::export_record(reader, hall.congress));
  std::ofstream(folder.at("x.record"), std::ios::binary) << chars(journal::write_record(record));
  const auto print = [&](const std::string& papers, const std::string& name = "mau.pdf") {
    return run_as({"paper", "sample", "--record", folder.at("x.record"), "--contest", "bch",
                   "--seed", "41625", "--papers", papers, "--out", folder.at(name)});
  };
  const Ran misnamed = print("4", "dien-tap-mau.pdf");
  EXPECT_EQ(misnamed.exit, 2);
  EXPECT_NE(misnamed.err.find("paper_file_name"), std::string::npos) << misnamed.err;
  const Ran refused = print("9");
  EXPECT_EQ(refused.exit, 2);
  EXPECT_NE(refused.err.find("sample_papers"), std::string::npos) << refused.err;
  EXPECT_FALSE(std::filesystem::exists(folder.at("mau.pdf")));
  ASSERT_EQ(print("4").exit, 0);
  EXPECT_EQ(std::system(("pdftotext -raw " + folder.at("mau.pdf") +
                         " - | tr '\\n' ' ' | grep -q "
                         "'Số gieo: 41625. Rút 4 trong 8 phiếu của 2 lô.'")
                            .c_str()),
            0);
}

}  // namespace
}  // namespace hp::cli
