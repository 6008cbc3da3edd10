// The committed files in golden/ are what people have read and found right. After a meant change:
// HOMPHIEU_WRITE_GOLDEN=1 minutes_test, then read the difference before committing it.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "minutes/examples.h"
#include "minutes/json.h"
#include "minutes/layout.h"
#include "minutes/text.h"

namespace hp::minutes {
namespace {

struct Example {
  const char* name;
  Model (*make)();
};

class Golden : public testing::TestWithParam<Example> {};

std::string path_of(const std::string& name) {
  return std::string(HOMPHIEU_SOURCE_DIR) + "/src/minutes/golden/" + name;
}

void expect_file(const std::string& name, const std::string& made) {
  if (std::getenv("HOMPHIEU_WRITE_GOLDEN") != nullptr) std::ofstream(path_of(name)) << made;
  std::ifstream file(path_of(name), std::ios::binary);
  ASSERT_TRUE(file) << name;
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), made) << name;
}

Hash some_hash() {
  Hash out;
  out.fill(0x5A);
  return out;
}

TEST_P(Golden, TextIsAsCommitted) {
  const auto text = make_text(GetParam().make(), some_hash());
  ASSERT_TRUE(text.has_value()) << describe(text.error(), Language::kEnglish);
  expect_file(std::string(GetParam().name) + ".txt", *text);
}

TEST_P(Golden, JsonIsAsCommitted) {
  const auto json = make_json(GetParam().make());
  ASSERT_TRUE(json.has_value()) << describe(json.error(), Language::kEnglish);
  expect_file(std::string(GetParam().name) + ".json", *json);
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

INSTANTIATE_TEST_SUITE_P(Minutes, Golden,
                         testing::Values(Example{"committee", examples::committee},
                                         Example{"secretary", examples::secretary},
                                         Example{"delegates", examples::delegates},
                                         Example{"tie_ballot", examples::tie_ballot},
                                         Example{"opinion", examples::opinion},
                                         Example{"moved_to_paper", examples::moved_to_paper}),
                         [](const auto& example) { return std::string(example.param.name); });

}  // namespace
}  // namespace hp::minutes
