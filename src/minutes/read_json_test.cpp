#include "minutes/read_json.h"

#include <gtest/gtest.h>

#include "minutes/examples.h"
#include "minutes/json.h"
#include "minutes/pdf.h"
#include "pdf/test_support.h"

namespace hp::minutes {
namespace {

class ReadMinutes : public ::testing::TestWithParam<examples::Example> {};

TEST_P(ReadMinutes, GivesBackWhatTheJsonWasMadeFrom) {
  const std::string json = make_json(GetParam().make()).value();
  const Result<Model> read = read_minutes(json);
  ASSERT_TRUE(read.has_value()) << describe(read.error(), Language::kEnglish);
  EXPECT_EQ(make_json(*read).value(), json);
  EXPECT_EQ(kind_of(json), Kind::kMinutes);
}

TEST_P(ReadMinutes, TakesNoByteThatIsNotMadeAgain) {
  const std::string json = make_json(GetParam().make()).value();
  for (std::size_t i = 0; i < json.size(); i += 3) {
    std::string changed = json;
    changed[i] = changed[i] == '1' ? '2' : '1';
    if (changed == json) continue;
    const Result<Model> read = read_minutes(changed);
    if (read.has_value()) {
      EXPECT_EQ(make_json(*read).value(), changed) << i;
    }
    EXPECT_FALSE(read_minutes(json.substr(0, i)).has_value()) << i;
  }
  EXPECT_FALSE(read_minutes(" " + json).has_value());
  EXPECT_FALSE(read_minutes(json + "\n").has_value());
}

TEST_P(ReadMinutes, OfAPaperGiveTheSamePaper) {
  const Model model = GetParam().make();
  const Model read = read_minutes(make_json(model).value()).value();
  EXPECT_EQ(make_pdf(read, pdf::testing::fonts()).value(),
            make_pdf(model, pdf::testing::fonts()).value());
}

INSTANTIATE_TEST_SUITE_P(Each, ReadMinutes, ::testing::ValuesIn(examples::kEach),
                         [](const auto& one) { return std::string(one.param.name); });

TEST(ReadElection, GivesBackWhatTheJsonWasMadeFrom) {
  const std::string json = make_json(examples::election()).value();
  const Result<Election> read = read_election(json);
  ASSERT_TRUE(read.has_value()) << describe(read.error(), Language::kEnglish);
  EXPECT_EQ(make_json(*read).value(), json);
  EXPECT_EQ(kind_of(json), Kind::kElection);
  EXPECT_FALSE(read_minutes(json).has_value());
}

TEST(ReadMinutes, RefuseWhatIsNoMinutes) {
  for (const char* text :
       {"", "{}", "[]", "null", "1e999", "{\"schema\":7}", "\xff\xfe", "{\"a\":"}) {
    EXPECT_FALSE(read_minutes(text).has_value()) << text;
    EXPECT_FALSE(read_election(text).has_value()) << text;
    EXPECT_EQ(kind_of(text), Kind::kNeither) << text;
  }
  const std::string deep(100'000, '[');
  EXPECT_FALSE(read_minutes(deep).has_value());
  EXPECT_FALSE(read_minutes(deep + std::string(100'000, ']')).has_value());
}

}  // namespace
}  // namespace hp::minutes
