#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "minutes/examples.h"
#include "minutes/golden.h"
#include "minutes/json.h"
#include "minutes/layout.h"
#include "minutes/text.h"

namespace hp::minutes {
namespace {

class Golden : public testing::TestWithParam<examples::Example> {};

Hash some_hash() {
  Hash out;
  out.fill(0x5A);
  return out;
}

TEST_P(Golden, TextIsAsCommitted) {
  const auto text = make_text(GetParam().make(), some_hash());
  ASSERT_TRUE(text.has_value()) << describe(text.error(), Language::kEnglish);
  golden::expect_file(std::string(GetParam().name) + ".txt", *text);
}

TEST_P(Golden, JsonIsAsCommitted) {
  const auto json = make_json(GetParam().make());
  ASSERT_TRUE(json.has_value()) << describe(json.error(), Language::kEnglish);
  golden::expect_file(std::string(GetParam().name) + ".json", *json);
}

TEST_P(Golden, NoLineIsWiderThanThePage) {
  const std::string text = make_text(GetParam().make(), some_hash()).value();
  std::size_t from = 0;
  while (from < text.size()) {
    const std::size_t end = text.find('\n', from);
    EXPECT_LE(display_width(text.substr(from, end - from)), 80U) << text.substr(from, end - from);
    from = end + 1;
  }
}

// ASCII keys: byte order, which is nlohmann's, is UTF-16 order.
TEST_P(Golden, AnotherLibraryReadsTheJsonAndWritesTheSameBytes) {
  const std::string json = make_json(GetParam().make()).value();
  EXPECT_EQ(nlohmann::json::parse(json).dump(), json);
}

INSTANTIATE_TEST_SUITE_P(Minutes, Golden, testing::ValuesIn(examples::kEach),
                         [](const auto& example) { return std::string(example.param.name); });

}  // namespace
}  // namespace hp::minutes
