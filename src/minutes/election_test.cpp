#include "minutes/election.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "minutes/codes.h"
#include "minutes/examples.h"
#include "minutes/golden.h"

namespace hp::minutes {
namespace {

ElectionRound round_of(const Model& model) {
  const Contest& contest = model.contest;
  const Part& total = model.ballots.total;
  return {.round = contest.round,
          .ballot = contest.ballot,
          .tie_ballot = contest.tie_ballot,
          .places = contest.places,
          .candidates = contest.candidates,
          .seats = contest.seats,
          .alternates = contest.alternates,
          .base = model.base,
          .issued = total.issued,
          .collected = total.collected,
          .valid = total.valid,
          .invalid = total.invalid,
          .votes = total.votes,
          .outcome = model.outcome,
          .announced_at = model.completion.completed_at,
          .minutes_hash = Hash{1, 2, 3},
          .decided = {}};
}

// The delegates' contest of the examples: one elected at once, then a ballot among the tied.
Election two_rounds() {
  const Model first = examples::delegates();
  const Model second = examples::tie_ballot();
  Election out;
  out.congress = first.congress;
  out.contest = first.contest.id;
  out.office = first.contest.office;
  out.body = first.contest.body;
  out.rounds = {round_of(first), round_of(second)};
  out.rounds[0].decided = Decided{NextStep::kTieBallot, first.completion.completed_at, {}};
  out.elected = {{first.contest.candidates[0], 1, 210, "85.71"},
                 {second.contest.candidates[0], 2, 121, "49.39"}};
  out.alternates = {{second.contest.candidates[1], 2, 119, "48.57"}};
  out.program_version = "homphieu 0.1.0";
  out.profile = "244-2014";
  out.head = {500, Hash{9}};
  out.completed_at = second.completion.completed_at;
  out.presidium = {"p1", "Nguyễn Văn An"};
  out.secretary = {"s1", "Hoàng Văn Thụ"};
  return out;
}

TEST(ElectionMinutes, TwoRoundsAreAsCommitted) {
  golden::expect_file("election.json", make_json(two_rounds()).value());
  golden::expect_file("election.txt", make_text(two_rounds(), Hash{7}).value());
}

TEST(ElectionMinutes, AnotherLibraryWritesTheSameBytes) {
  const std::string json = make_json(two_rounds()).value();
  EXPECT_EQ(nlohmann::json::parse(json).dump(), json);
}

TEST(ElectionMinutes, WithoutARoundTheyAreRefused) {
  Election election = two_rounds();
  election.rounds.clear();
  const auto made = make_text(election, Hash{});
  ASSERT_FALSE(made.has_value());
  EXPECT_TRUE(made.error().code->name == codes::kMinutesNoRound.name);
}

TEST(ElectionMinutes, ARoundWithoutAFigureForEachCandidateIsRefused) {
  Election election = two_rounds();
  election.rounds[1].votes.pop_back();
  const auto made = make_json(election);
  ASSERT_FALSE(made.has_value());
  EXPECT_EQ(made.error().where, "rounds[1].votes");
}

TEST(ElectionMinutes, ADecomposedNameOfSomebodyElectedIsRefused) {
  Election election = two_rounds();
  election.elected[0].person.name = "A\u0301";
  const auto made = make_json(election);
  ASSERT_FALSE(made.has_value());
  EXPECT_EQ(made.error().where, "elected[0].person.name");
}

}  // namespace
}  // namespace hp::minutes
