#include "minutes/election.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "minutes/codes.h"
#include "minutes/examples.h"
#include "minutes/golden.h"

namespace hp::minutes {
namespace {

TEST(ElectionMinutes, TwoRoundsAreAsCommitted) {
  golden::expect_file("election.json", make_json(examples::election()).value());
  golden::expect_file("election.txt", make_text(examples::election(), Hash{7}).value());
}

TEST(ElectionMinutes, AnotherLibraryWritesTheSameBytes) {
  const std::string json = make_json(examples::election()).value();
  EXPECT_EQ(nlohmann::json::parse(json).dump(), json);
}

TEST(ElectionMinutes, WithoutARoundTheyAreRefused) {
  Election election = examples::election();
  election.rounds.clear();
  const auto made = make_text(election, Hash{});
  ASSERT_FALSE(made.has_value());
  EXPECT_TRUE(made.error().code->name == codes::kMinutesNoRound.name);
}

TEST(ElectionMinutes, ARoundWithoutAFigureForEachCandidateIsRefused) {
  Election election = examples::election();
  election.rounds[1].votes.pop_back();
  const auto made = make_json(election);
  ASSERT_FALSE(made.has_value());
  EXPECT_EQ(made.error().where, "rounds[1].votes");
}

TEST(ElectionMinutes, ADecomposedNameOfSomebodyElectedIsRefused) {
  Election election = examples::election();
  election.elected[0].person.name = "A\u0301";
  const auto made = make_json(election);
  ASSERT_FALSE(made.has_value());
  EXPECT_EQ(made.error().where, "elected[0].person.name");
}

}  // namespace
}  // namespace hp::minutes
