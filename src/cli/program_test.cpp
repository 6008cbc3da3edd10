#include "cli/program.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "cli/run_kit.h"

namespace hp::cli {
namespace {

Ran run_with(std::vector<std::string> arguments, const std::string& input = "",
             Language language = Language::kVietnamese) {
  return run_as(std::move(arguments), input, language);
}

constexpr const char* kCase = R"({"meeting": "member_congress", "roll": [], "ballots": [],
  "contest": {"office": "secretary", "seats": 1, "candidates": 1}})";

TEST(Program, PrintsItsVersionAndHelpWithoutAnError) {
  EXPECT_EQ(run_with({"--version"}).out, "homphieu " HOMPHIEU_VERSION "\n");
  EXPECT_EQ(run_with({"--version"}).exit, 0);
  EXPECT_NE(run_with({"--help"}).out.find("kiểm phiếu"), std::string::npos);
  EXPECT_NE(run_with({"--help"}, "", Language::kEnglish).out.find("ballot counting"),
            std::string::npos);
  EXPECT_EQ(run_with({"count", "--help"}).exit, 0);
}

TEST(Program, WrongUsageExitsWithTwoAndSaysWhy) {
  for (const auto& arguments : std::vector<std::vector<std::string>>{
           {}, {"dance"}, {"count"}, {"count", "a", "b"}, {"count", "--dance", "a"}}) {
    const auto ran = run_with(arguments);
    EXPECT_EQ(ran.exit, 2);
    EXPECT_EQ(ran.out, "");
    EXPECT_NE(ran.err, "");
  }
}

TEST(Program, WrongUsageIsSaidInThePersonsLanguageAndNamesTheWord) {
  const auto said = [](const std::vector<std::string>& arguments) {
    return run_with(arguments).err;
  };
  EXPECT_EQ(said({"frob"}),
            "homphieu: Không có lệnh con này [usage_unknown_subcommand] frob\n"
            "Hướng dẫn: homphieu --help\n");
  EXPECT_EQ(said({}),
            "homphieu: Thiếu tên lệnh con [usage_no_subcommand]\n"
            "Hướng dẫn: homphieu --help\n");
  EXPECT_EQ(said({"official", "frob"}),
            "homphieu: Không có lệnh con này [usage_unknown_subcommand] frob\n"
            "Hướng dẫn: homphieu official --help\n");
  EXPECT_EQ(said({"backup", "--dta", "x"}),
            "homphieu: Không có tùy chọn này [usage_unknown_option] --dta\n"
            "Hướng dẫn: homphieu backup --help\n");
  EXPECT_EQ(said({"backup", "--data", "x"}),
            "homphieu: Thiếu trên dòng lệnh [usage_missing] --to\n"
            "Hướng dẫn: homphieu backup --help\n");
  EXPECT_EQ(said({"count", "a", "b"}),
            "homphieu: Thừa trên dòng lệnh [usage_extra] b\n"
            "Hướng dẫn: homphieu count --help\n");
  EXPECT_NE(said({"verify", "--threads", "x", "a"}).find("[usage_value] --threads"),
            std::string::npos)
      << said({"verify", "--threads", "x", "a"});
  EXPECT_NE(said({"backup", "--to"}).find("[usage_value_count] --to"), std::string::npos)
      << said({"backup", "--to"});
  EXPECT_EQ(run_with({"frob"}, "", Language::kEnglish).err,
            "homphieu: There is no such subcommand [usage_unknown_subcommand] frob\n"
            "See: homphieu --help\n");
}

TEST(Program, CountReadsStandardInputAndPrintsTheOutcome) {
  const auto ran = run_with({"count", "-"}, kCase);
  EXPECT_EQ(ran.exit, 0);
  EXPECT_EQ(ran.err, "");
  EXPECT_NE(ran.out.find("\"next\": \"blocked\""), std::string::npos) << ran.out;
}

TEST(Program, CountRefusesWhatIsNotACase) {
  const auto ran = run_with({"count", HOMPHIEU_SOURCE_DIR "/data/README.md"});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(std::ranges::count(ran.err, '\n'), 1);
}

TEST(Program, AnErrorIsOneLineInTheLanguageOfThePerson) {
  const auto vi = run_with({"count", "/nonexistent"});
  EXPECT_EQ(vi.exit, 2);
  EXPECT_EQ(vi.err, "homphieu: Không đọc được tệp [file_unreadable] /nonexistent\n");
  const auto en = run_with({"count", "/nonexistent"}, "", Language::kEnglish);
  EXPECT_EQ(en.err, "homphieu: The file can't be read [file_unreadable] /nonexistent\n");
  EXPECT_EQ(run_with({"count", "/"}).exit, 2);
  EXPECT_EQ(run_with({"count", "-"}, "{").exit, 2);
}

TEST(Program, InputOverTheLimitIsRefused) {
  const auto ran = run_with({"count", "-"}, std::string((std::size_t{64} << 20) + 1, ' '));
  EXPECT_EQ(ran.exit, 2);
  EXPECT_NE(ran.err.find("Tệp lớn quá mức"), std::string::npos);
}

TEST(Language, IsVietnameseUnlessEnglishIsAskedFor) {
  EXPECT_EQ(language_of(nullptr), Language::kVietnamese);
  EXPECT_EQ(language_of("vi"), Language::kVietnamese);
  EXPECT_EQ(language_of("fr"), Language::kVietnamese);
  EXPECT_EQ(language_of("en"), Language::kEnglish);
}

}  // namespace
}  // namespace hp::cli
