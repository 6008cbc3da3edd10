#include "rules/rank.h"

#include <gtest/gtest.h>

#include "rules/test_support.h"

namespace hp::rules {
namespace {

using test::people;
using test::votes;

Filled filled(std::initializer_list<std::uint64_t> numbers, std::uint64_t places) {
  const std::vector<Votes> of = votes(numbers);
  return fill(by_votes(of), of, Seats{places});
}

TEST(Rank, EqualVotesStandInBallotOrder) {
  EXPECT_EQ(by_votes(votes({6, 9, 6, 0})), people({2, 1, 3, 4}));
  EXPECT_EQ(above_half_by_votes(votes({6, 9, 7, 0}), Base{12}), people({2, 3}));
}

TEST(Rank, TheFirstFillThePlaces) {
  const Filled two = filled({5, 9, 7}, 2);
  EXPECT_EQ(two.chosen, people({2, 3}));
  EXPECT_FALSE(two.tie);
  EXPECT_EQ(two.rest, people({1}));
}

TEST(Rank, EqualVotesThatAllFitAreNoTie) {
  EXPECT_FALSE(filled({7, 7, 5}, 2).tie);
  EXPECT_FALSE(filled({7, 7, 7}, 3).tie);
  EXPECT_FALSE(filled({7, 7}, 5).tie);
}

TEST(Rank, ATieAcrossTheLastPlaceChoosesNoneOfTheTied) {
  const Filled one = filled({4, 8, 9, 8, 8}, 3);
  EXPECT_EQ(one.chosen, people({3}));
  EXPECT_EQ(one.tie, (Tie{people({2, 4, 5}), Seats{2}}));
  EXPECT_EQ(one.rest, people({1}));
}

TEST(Rank, ATieOfEverybodyChoosesNobody) {
  const Filled one = filled({3, 3, 3}, 1);
  EXPECT_TRUE(one.chosen.empty());
  EXPECT_EQ(one.tie, (Tie{people({1, 2, 3}), Seats{1}}));
}

TEST(Rank, WithoutPlacesOrPeopleNothingHappens) {
  EXPECT_EQ(filled({3, 3}, 0).rest, people({1, 2}));
  EXPECT_FALSE(filled({3, 3}, 0).tie);
  EXPECT_TRUE(filled({}, 3).chosen.empty());
}

}  // namespace
}  // namespace hp::rules
