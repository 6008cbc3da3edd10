#include "demo/plain_count.h"

#include <gtest/gtest.h>

namespace hp::demo {
namespace {

using enum Choice;
using Names = std::vector<std::uint32_t>;

std::vector<PlainBallot> times(std::size_t n, const PlainBallot& ballot) {
  return std::vector<PlainBallot>(n, ballot);
}
std::vector<PlainBallot> operator+(std::vector<PlainBallot> a, const std::vector<PlainBallot>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

TEST(PlainCount, ExactlyHalfOfTheBaseIsNotEnough) {
  const auto ballots = times(5, {kFor, kNothing}) + times(3, {kNothing, kFor});
  EXPECT_EQ(count_plain(ballots, 2, {10, 1, 0, false}).elected, Names{});
  EXPECT_EQ(count_plain(ballots, 2, {9, 1, 0, false}).elected, Names{1});
}

TEST(PlainCount, ABallotForNobodyIsInvalidAndStaysOutOfTheVotes) {
  const auto result =
      count_plain(times(5, {kFor, kFor, kNothing}) + times(2, {kNothing, kNothing, kNothing}), 3,
                  {7, 2, 0, false});
  EXPECT_EQ(result.collected, 7u);
  EXPECT_EQ(result.valid, 5u);
  EXPECT_EQ(result.invalid, 2u);
  EXPECT_EQ(result.votes, (Names{5, 5, 0}));
}

TEST(PlainCount, ATieOverTheLastSeatElectsNoneOfTheTied) {
  const auto result = count_plain(
      times(4, {kFor, kFor, kNothing}) + times(4, {kFor, kNothing, kFor}), 3, {7, 2, 0, false});
  EXPECT_EQ(result.elected, Names{1});
  EXPECT_EQ(result.tie, (PlainTie{{2, 3}, 1}));
  EXPECT_EQ(result.unfilled, 1u);
}

TEST(PlainCount, InATieBallotTheMostVotesWinWithoutHalf) {
  const auto ballots = times(3, {kFor, kNothing}) + times(2, {kNothing, kFor});
  EXPECT_EQ(count_plain(ballots, 2, {100, 1, 0, true}).elected, Names{1});
}

TEST(PlainCount, AlternatesAreTheNextAboveHalfOnceEverySeatIsFilled) {
  const auto ballots =
      times(6, {kFor, kFor, kNothing, kNothing}) + times(2, {kFor, kNothing, kNothing, kFor});
  const auto result = count_plain(ballots, 4, {9, 1, 2, false});
  EXPECT_EQ(result.elected, Names{1});
  EXPECT_EQ(result.alternates, Names{2});
  EXPECT_EQ(result.unfilled_alternates, 1u);
}

}  // namespace
}  // namespace hp::demo
