#include "rules/json_text.h"

#include <gtest/gtest.h>

#include "rules/case_json.h"
#include "rules/codes.h"

namespace hp::rules {
namespace {

// "code path detail" of the refused_text, or "" if the text is one value.
std::string refused_text(std::string_view text) {
  const auto parsed = parse_json(text);
  if (parsed) return "";
  return std::string(parsed.error().code->name) + " " + parsed.error().where + " " +
         parsed.error().detail;
}

TEST(JsonText, GivesTheValueThatStandsThere) {
  const std::string text = R"({"a": [1, -2, 2.5, true, null, "ý", {"b": []}], "c": {}})";
  EXPECT_EQ(parse_json(text).value(), Json::parse(text));
  EXPECT_EQ(parse_json("\xEF\xBB\xBF 7 ").value(), 7) << "a byte order mark";
}

TEST(JsonText, AKeyGivenTwiceIsRefusedWithItsPath) {
  EXPECT_EQ(refused_text(R"({"a": 1, "b": 2, "a": 1})"), "case_key_twice a ");
  EXPECT_EQ(refused_text(R"({"a": {"b": 1, "b": 2}})"), "case_key_twice a.b ");
  EXPECT_EQ(refused_text(R"([0, {"a": [{}, {"b": 1, "c": {}, "b": 2}]}])"),
            "case_key_twice [1].a[1].b ");
  EXPECT_EQ(refused_text(R"({"a": 1, "\u0061": 1})"), "case_key_twice a ") << "escaped";
  EXPECT_EQ(refused_text(R"({"a": {"b": 1}, "b": {"b": 1}})"), "");
}

TEST(JsonText, WhatIsNotJsonIsRefusedWithLineAndColumn) {
  EXPECT_EQ(refused_text(""), "case_not_json  1:1");
  EXPECT_EQ(refused_text("{\n  \"a\": 1,\n  oops\n}"), "case_not_json  3:3");
  for (const char* text : {"{", "[1,]", "{\"a\" 1}", "1 2", "{} {}", "01", "+1", "NaN", "'a'",
                           "// note\n1", "/* */ 1", "\"\\ud800\"", "\"\xFF\"", "\"\n\"", "tru"}) {
    EXPECT_TRUE(refused_text(text).starts_with("case_not_json")) << text;
  }
  EXPECT_EQ(refused_text(std::string_view("[1]\n\0{", 6)), "case_not_json  2:1")
      << "a zero byte does not end the text";
}

TEST(JsonText, DeepNestingIsRefusedAndDoesNotCrash) {
  EXPECT_EQ(refused_text(std::string(16, '[') + std::string(16, ']')), "");
  EXPECT_TRUE(refused_text(std::string(17, '[')).starts_with("case_too_deep [0][0]"));
  EXPECT_TRUE(refused_text(std::string(5'000'000, '[')).starts_with("case_too_deep"));
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += R"({"a":)";
  EXPECT_TRUE(refused_text(objects).starts_with("case_too_deep a.a.a"));
}

TEST(JsonText, HugeTextsAndHugeNumbersOfValuesAreRefused) {
  EXPECT_EQ(refused_text(std::string(kMostBytes + 1, ' ')), "case_too_large  ");
  std::string values = "[0";
  for (std::size_t i = 0; i < kMostValues; ++i) values += ",0";
  EXPECT_EQ(refused_text(values + "]"), "case_too_large  ");
}

TEST(JsonText, APathIsOneShortLineOfPrintableAscii) {
  EXPECT_EQ(path_step("office"), "office");
  EXPECT_EQ(path_step("*"), "*");
  EXPECT_EQ(path_step("a.b"), R"(["a.b"])");
  EXPECT_EQ(path_step(""), R"([""])");
  EXPECT_EQ(path_step("a\nb"), R"(["a\nb"])");
  EXPECT_EQ(path_step("\xc2\x9b"), "[\"\\u009b\"]") << "a terminal's control character";
  EXPECT_EQ(path_step("số"), R"(["s\u1ed1"])");
  EXPECT_LT(path_step(std::string(1000, 'a')).size(), 70U);
}

TEST(JsonText, AnErrorOfACaseIsOneLineWhateverTheFileHolds) {
  for (const std::string text : {"{\"a\\nb\": 1}", "{\"roll\": \"\n\"}", "[{\"x\\u2028\": 1}]",
                                 "[{\"status\": \"a\\r\\nb\"}]"}) {
    const auto counted = count_json(text);
    ASSERT_FALSE(counted);
    for (const Language language : {Language::kVietnamese, Language::kEnglish}) {
      const std::string line = describe(counted.error(), language);
      EXPECT_EQ(line.find_first_of("\r\n"), std::string::npos) << line;
    }
  }
}

}  // namespace
}  // namespace hp::rules
