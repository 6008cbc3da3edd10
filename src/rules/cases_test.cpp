// Every case of tests/cases comes out exactly, alone and as part of a list.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "rules/case_json.h"

namespace hp::rules {
namespace {

using Json = nlohmann::json;

Json read_file(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::stringstream text;
  text << in.rdbuf();
  return Json::parse(text.str());
}

std::vector<std::filesystem::path> case_files() {
  std::vector<std::filesystem::path> out;
  const std::filesystem::path folder = HOMPHIEU_SOURCE_DIR "/tests/cases";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") out.push_back(entry.path());
  }
  std::ranges::sort(out);
  return out;
}

struct KnownCase {
  std::string name;
  Json input;  // without expect
  Json expect;
};

std::vector<KnownCase> known_cases() {
  std::vector<KnownCase> out;
  for (const auto& path : case_files()) {
    for (Json one : read_file(path)) {
      const Json expect = one.at("expect");
      one.erase("expect");
      out.push_back({path.stem().string() + "/" + one.at("id").get<std::string>(), one, expect});
    }
  }
  return out;
}

void PrintTo(const KnownCase& one, std::ostream* out) {
  *out << one.name;
}

class KnownCases : public testing::TestWithParam<KnownCase> {};

TEST_P(KnownCases, ComeOutExactly) {
  const auto& [name, input, expect] = GetParam();
  const auto text = count_json(input.dump());
  if (expect.contains("expect_error")) {
    ASSERT_FALSE(text) << name << " must be refused";
    EXPECT_FALSE(text.error().where.empty());
    return;
  }
  ASSERT_TRUE(text) << name << ": " << describe(text.error(), Language::kEnglish);
  const Json outcome = Json::parse(*text);
  for (const auto& [key, value] : expect.items()) {
    EXPECT_EQ(outcome.value(key, Json("absent")), value) << name << ": " << key;
  }
  for (const char* echoed : {"id", "title", "basis", "status"}) {
    EXPECT_EQ(outcome.at(echoed), input.at(echoed)) << name;
  }
  if (expect.contains("elected")) {
    EXPECT_EQ(outcome.contains("tie"), expect.contains("tie")) << name;
  }
}

INSTANTIATE_TEST_SUITE_P(All, KnownCases, testing::ValuesIn(known_cases()), [](const auto& tested) {
  std::string name = tested.param.name;
  for (char& c : name) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  }
  return name;
});

TEST(KnownCaseFiles, AreAllThere) {
  EXPECT_GE(case_files().size(), 7U);
  EXPECT_GE(known_cases().size(), 76U);
}

TEST(KnownCaseFiles, AListInGivesAListOut) {
  Json list = Json::array();
  Json alone = Json::array();
  for (const KnownCase& one : known_cases()) {
    if (one.expect.contains("expect_error")) continue;
    list.push_back(one.input);
    alone.push_back(Json::parse(count_json(one.input.dump()).value()));
  }
  EXPECT_EQ(Json::parse(count_json(list.dump()).value()), alone);
}

TEST(KnownCaseFiles, AnErrorInAListNamesThePlace) {
  Json list = Json::array();
  std::size_t place = 0;
  for (const KnownCase& one : known_cases()) {
    if (one.expect.contains("expect_error")) {
      Json with_error = list;
      with_error.push_back(one.input);
      const auto text = count_json(with_error.dump());
      ASSERT_FALSE(text);
      EXPECT_EQ(text.error().where.substr(0, 12), "[" + std::to_string(place) + "].ballots");
    } else if (place < 10) {
      list.push_back(one.input);
      place = list.size();
    }
  }
}

}  // namespace
}  // namespace hp::rules
