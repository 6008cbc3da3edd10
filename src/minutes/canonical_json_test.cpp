#include "minutes/canonical_json.h"

#include <gtest/gtest.h>

#include "base/codes.h"
#include "minutes/codes.h"

namespace hp::minutes {
namespace {

std::string bytes(const Json& value) {
  return value.canonical().value();
}

// RFC 8785 section 3.2.3, its example of sorting.
TEST(CanonicalJson, KeysStandInTheOrderOfTheirUtf16Units) {
  const Json value = Json::object({{"\u20ac", Json::text("Euro Sign")},
                                   {"\r", Json::text("Carriage Return")},
                                   {"\ufb33", Json::text("Hebrew Letter Dalet With Dagesh")},
                                   {"1", Json::text("One")},
                                   {"\U0001F600", Json::text("Emoji: Grinning Face")},
                                   {"\u0080", Json::text("Control")},
                                   {"\u00f6", Json::text("Latin Small Letter O With Diaeresis")}});
  EXPECT_EQ(bytes(value),
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
            "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
            "\"\U0001F600\":\"Emoji: Grinning Face\","
            "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
}

// RFC 8785 section 3.2.2: the text of its example of serialization.
TEST(CanonicalJson, TextHasTheShortestEscapes) {
  EXPECT_EQ(bytes(Json::text("\u20ac$\u000f\nA'B\"\\\\\"/")),
            "\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
  EXPECT_EQ(bytes(Json::text("\b\f\t\r\x1f\x7f")), "\"\\b\\f\\t\\r\\u001f\x7f\"");
}

TEST(CanonicalJson, AKeyThatBeginsAnotherComesFirst) {
  EXPECT_EQ(bytes(Json::object({{"ab", Json::null()}, {"a", Json::boolean(true)}})),
            R"({"a":true,"ab":null})");
}

TEST(CanonicalJson, EmptyListsAndObjectsAreWritten) {
  EXPECT_EQ(bytes(Json::array({Json::array({}), Json::object({}), Json::boolean(false)})),
            "[[],{},false]");
}

TEST(CanonicalJson, ANumberThatDoublesCanNotHoldIsRefused) {
  EXPECT_EQ(bytes(Json::number(9007199254740991)), "9007199254740991");
  const auto refused = Json::object({{"n", Json::number(9007199254740992)}}).canonical();
  ASSERT_FALSE(refused.has_value());
  EXPECT_TRUE(refused.error().is(codes::kMinutesNumber));
  EXPECT_EQ(refused.error().where, "n");
}

TEST(CanonicalJson, AKeyTwiceIsRefused) {
  const auto refused = Json::object({{"a", Json::null()}, {"a", Json::null()}}).canonical();
  ASSERT_FALSE(refused.has_value());
  EXPECT_TRUE(refused.error().is(codes::kMinutesTwiceNamed));
}

TEST(CanonicalJson, TextThatIsNotUtf8IsRefused) {
  const auto refused = Json::text("\xC3").canonical();
  ASSERT_FALSE(refused.has_value());
  EXPECT_TRUE(refused.error().is(codes::kNotUtf8));
}

}  // namespace
}  // namespace hp::minutes
