#include "demo/plain_vote.h"

#include <gtest/gtest.h>
#include <algorithm>

#include "demo/plain_count.h"

namespace hp::demo {
namespace {

std::uint32_t votes_on(const PlainBallot& ballot) {
  return static_cast<std::uint32_t>(std::ranges::count(ballot, Choice::kFor));
}

TEST(PlainVotes, EveryBallotKeepsToTheSeatsAndBlankOnesAreAsManyAsPlanned) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Dice dice(seed);
    const VotePlan plan{{{38, 62, 96}, {2, 54, 58, true}, {4, 15, 45}}, 4, 0};
    const auto ballots = make_ballots(plan, {44, 39}, 265, 262, dice);
    ASSERT_TRUE(ballots.has_value());
    ASSERT_EQ(ballots->size(), 262u);
    EXPECT_EQ(std::ranges::count(*ballots, 0u, votes_on), 4);
    EXPECT_TRUE(std::ranges::all_of(*ballots, [](const auto& b) { return votes_on(b) <= 39; }));
  }
}

TEST(PlainVotes, APlannedTieOverTheLastSeatHappensForEverySeed) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Dice dice(seed);
    const VotePlan plan{{{38, 62, 96}, {2, 54, 58, true}, {4, 15, 45}}, 4, 0};
    const auto ballots = make_ballots(plan, {44, 39}, 265, 262, dice);
    const PlainResult result = count_plain(*ballots, 44, {265, 39, 0, false});
    EXPECT_EQ(result.elected.size(), 38u);
    ASSERT_TRUE(result.tie.has_value());
    EXPECT_EQ(result.tie->names.size(), 2u);
    EXPECT_EQ(result.tie->seats, 1u);
  }
}

TEST(PlainVotes, TheSameSeedGivesTheSameBallots) {
  const VotePlan plan{{{9, 60, 90}, {3, 10, 40}}, 1, 0};
  Dice first(7), second(7), third(8);
  const auto a = make_ballots(plan, {12, 9}, 60, 60, first);
  EXPECT_EQ(a.value(), make_ballots(plan, {12, 9}, 60, 60, second).value());
  EXPECT_NE(a.value(), make_ballots(plan, {12, 9}, 60, 60, third).value());
}

TEST(PlainVotes, WithOneSeatEveryValidBallotHasOneVote) {
  Dice dice(3);
  const auto ballots = make_ballots({{{1, 52, 60}, {1, 10, 48}}, 2, 0}, {2, 1}, 268, 266, dice);
  ASSERT_TRUE(ballots.has_value());
  EXPECT_EQ(std::ranges::count(*ballots, 1u, votes_on), 264);
  EXPECT_EQ(count_plain(*ballots, 2, {268, 1, 0, false}).elected.size(), 1u);
}

TEST(PlainVotes, WithOneNameTheOthersAreAgainst) {
  Dice dice(3);
  const auto ballots = make_ballots({{{1, 85, 95}}, 3, 0}, {1, 1}, 110, 110, dice);
  ASSERT_TRUE(ballots.has_value());
  const PlainResult result = count_plain(*ballots, 1, {110, 1, 0, false});
  EXPECT_EQ(result.valid, 107u);
  EXPECT_EQ(result.invalid, 3u);
  EXPECT_EQ(std::ranges::count(*ballots, PlainBallot{Choice::kAgainst}), 107 - result.votes[0]);
}

TEST(PlainVotes, ASmallCongressGetsBallotsThatFitToo) {
  for (std::uint32_t people = 5; people <= 30; ++people) {
    Dice dice(people);
    const auto ballots =
        make_ballots({{{3, 60, 100}, {1, 5, 45}}, 1, 0}, {4, 3}, people, people, dice);
    ASSERT_TRUE(ballots.has_value()) << people;
    EXPECT_EQ(count_plain(*ballots, 4, {people, 3, 0, false}).elected.size(), 3u);
  }
}

TEST(PlainVotes, APlanThatNoBallotsCanMeetIsRefused) {
  Dice dice(1);
  EXPECT_FALSE(make_ballots({{{4, 90, 95}}, 0, 0}, {4, 2}, 100, 100, dice).has_value());
  EXPECT_FALSE(make_ballots({{{3, 90, 95}}, 0, 0}, {4, 3}, 100, 100, dice).has_value());
}

}  // namespace
}  // namespace hp::demo
