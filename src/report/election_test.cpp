#include "minutes/election.h"

#include <gtest/gtest.h>

#include "congress/contest_kit.h"
#include "congress/testing/entries.h"
#include "report/report.h"

namespace hp::report {
namespace {

using congress::again;
using congress::Hall;
using congress::list_of;

Hall founded_hall() {
  Hall hall;
  hall.state.founding = congress::found_command().found_congress();
  return hall;
}

// From approval to announcement, the minutes signed as `report` makes them.
void hold(Hall& hall, const congress::v1::ContestDefinition& definition,
          const std::vector<std::uint32_t>& columns, std::uint32_t ballots = 10) {
  EXPECT_TAKEN(hall.approve(definition, 10, definition.ballot() == 1));
  hall.count(columns, ballots);
  hall.finish();
}

minutes::Election election_made(const Hall& hall) {
  const auto election = election_of(hall.state, "c");
  EXPECT_TRUE(election.has_value()) << describe(election.error(), Language::kEnglish);
  if (!election) return {};
  const auto text = election_text(hall.state, "c");
  EXPECT_TRUE(text.has_value()) << describe(text.error(), Language::kEnglish);
  EXPECT_TRUE(election_json(hall.state, "c").has_value());
  return *election;
}

TEST(ElectionMinutes, OfOneRoundHaveItsElectedWithTheirVotes) {
  Hall hall = founded_hall();
  hold(hall, list_of(5, 4), {9, 9, 8, 6, 4, 1});
  const minutes::Election election = election_made(hall);
  ASSERT_EQ(election.rounds.size(), 1u);
  ASSERT_EQ(election.elected.size(), 4u);
  EXPECT_EQ(election.elected[2].person.id, "p3");
  EXPECT_EQ(election.elected[2].votes, 8u);
  EXPECT_EQ(election.elected[2].percent, "80.00");
  EXPECT_EQ(election.open_seats, 0u);
  EXPECT_EQ(election.presidium.id, "chair");
  EXPECT_EQ(election.secretary.id, "s1");
  EXPECT_EQ(election.head.size, hall.round().announced->index + 1);
  EXPECT_EQ(election.completed_at, hall.round().announced->at);
}

TEST(ElectionMinutes, KeepEveryDecisionBetweenRounds) {
  Hall hall = founded_hall();
  const auto first = list_of(5, 4);
  hold(hall, first, {10, 9, 8, 6, 6, 0});
  EXPECT_EQ(election_made(hall).open_seats, 1u);
  EXPECT_FALSE(election_made(hall).rounds[0].decided.has_value());
  EXPECT_TAKEN(hall.decide_tie(1));
  EXPECT_EQ(election_made(hall).rounds[0].decided->step, minutes::NextStep::kTieBallot);
  hold(hall, again(first, 2, 2, {"p4", "p5"}, 1), {5, 4, 0}, 9);
  const minutes::Election election = election_made(hall);
  ASSERT_EQ(election.rounds.size(), 2u);
  ASSERT_TRUE(election.rounds[0].decided.has_value());
  EXPECT_EQ(election.rounds[0].decided->step, minutes::NextStep::kTieBallot);
  EXPECT_EQ(election.rounds[0].decided->hands, 10u);
  EXPECT_FALSE(election.rounds[1].decided.has_value());
  EXPECT_TRUE(election.rounds[1].tie_ballot);
  ASSERT_EQ(election.elected.size(), 4u);
  EXPECT_EQ(election.elected[3].person.id, "p4");
  EXPECT_EQ(election.elected[3].ballot, 2u);
  EXPECT_EQ(election.elected[3].votes, 5u);
}

TEST(ElectionMinutes, OfAFurtherBallotAndThenNoneSayWhatStaysOpen) {
  Hall hall = founded_hall();
  const auto first = list_of(5, 4);
  hold(hall, first, {10, 9, 8, 5, 4, 0});
  congress::v1::DecideNext further;
  further.set_round(1);
  further.set_decision(congress::v1::DECISION_FURTHER_BALLOT);
  further.set_seats(1);
  further.add_people("p4");
  EXPECT_TAKEN(hall.decide(further));
  hold(hall, again(first, 2, 2, {"p4"}, 1), {5, 4, 1});
  congress::v1::DecideNext none;
  none.set_round(2);
  none.set_decision(congress::v1::DECISION_NONE);
  EXPECT_TAKEN(hall.decide(none, 8));
  const minutes::Election election = election_made(hall);
  EXPECT_EQ(election.open_seats, 1u);
  EXPECT_EQ(election.elected.size(), 3u);
  EXPECT_EQ(election.rounds[0].decided->step, minutes::NextStep::kFurtherBallot);
  EXPECT_EQ(election.rounds[1].decided->step, minutes::NextStep::kNone);
  EXPECT_EQ(election.rounds[1].decided->hands, 8u);
  EXPECT_EQ(election.head.size, hall.state.size);
}

TEST(ElectionMinutes, OfDelegatesNameAlternates) {
  Hall hall = founded_hall();
  auto definition = list_of(5, 2, congress::v1::OFFICE_UPPER_DELEGATES);
  definition.set_alternates(1);
  hold(hall, definition, {7, 7, 6, 0, 0, 0});
  const minutes::Election election = election_made(hall);
  EXPECT_EQ(election.elected.size(), 2u);
  ASSERT_EQ(election.alternates.size(), 1u);
  EXPECT_EQ(election.alternates[0].person.id, "p3");
  EXPECT_EQ(election.alternates[0].votes, 6u);
}

TEST(ElectionMinutes, ThereAreNoneBeforeAnAnnouncement) {
  Hall hall = founded_hall();
  EXPECT_EQ(election_of(hall.state, "c").error().code->name, "contest_unknown");
  EXPECT_TAKEN(hall.approve(list_of(5, 4)));
  EXPECT_EQ(election_of(hall.state, "c").error().code->name, "minutes_no_round");
}

}  // namespace
}  // namespace hp::report
