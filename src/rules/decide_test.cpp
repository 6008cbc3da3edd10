#include "rules/decide.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "rules/test_support.h"

namespace hp::rules {
namespace {

using test::contest;
using test::kDefault;
using test::people;
using test::tally;

constexpr InOrder kInOrder{.list = true, .accounting = true};

Decision decided(const Contest& one, std::uint64_t base, const Tally& figures) {
  return decide(one, kDefault, Base{base}, figures, kInOrder);
}

Contest delegates(std::uint64_t seats, std::uint64_t names, std::uint64_t alternates) {
  Contest one = contest(Office::kUpperDelegates, seats, names);
  one.alternates = Seats{alternates};
  return one;
}

Contest tie_ballot(Contest one) {
  one.tie_of = true;
  one.round = Round{2};
  return one;
}

TEST(Decide, MoreThanHalfOfTheBaseIsElectedMostVotesFirst) {
  const Decision result = decided(contest(Office::kDeputySecretary, 2, 3), 10, tally({6, 5, 9}));
  EXPECT_EQ(result.elected, people({3, 1}));
  EXPECT_EQ(result.unfilled, Seats{0});
  EXPECT_EQ(result.next, Next::kComplete);
}

TEST(Decide, ATieOverTheLastSeatElectsNoneOfTheTied) {
  const Decision result = decided(contest(Office::kDeputySecretary, 2, 4), 10, tally({7, 9, 7, 6}));
  EXPECT_EQ(result.elected, people({2}));
  EXPECT_EQ(result.tie, (Tie{people({1, 3}), Seats{1}}));
  EXPECT_EQ(result.unfilled, Seats{1});
  EXPECT_EQ(result.next, Next::kTieBallot);
}

TEST(Decide, EqualVotesThatAreNotAboveHalfAreNoTie) {
  const Decision result = decided(contest(Office::kDeputySecretary, 2, 3), 10, tally({9, 5, 5}));
  EXPECT_EQ(result.elected, people({1}));
  EXPECT_FALSE(result.tie);
  EXPECT_EQ(result.next, Next::kCongressDecides);
}

TEST(Decide, InATieBallotTheMostVotesWinWithoutAMajority) {
  const Contest one = tie_ballot(contest(Office::kCommittee, 1, 2));
  EXPECT_EQ(decided(one, 200, tally({90, 96})).elected, people({2}));
  EXPECT_EQ(decided(one, 200, tally({90, 96})).next, Next::kComplete);
}

TEST(Decide, ASecondTieGoesToTheCongress) {
  const Contest one = tie_ballot(contest(Office::kCommittee, 1, 2));
  const Decision result = decided(one, 200, tally({90, 90}));
  EXPECT_TRUE(result.elected.empty());
  EXPECT_EQ(result.tie, (Tie{people({1, 2}), Seats{1}}));
  EXPECT_EQ(result.next, Next::kCongressDecides);
}

TEST(Decide, OpenPlacesOfDelegatesAreVotedAgainOnceThenTheCongressDecides) {
  Contest one = delegates(2, 3, 0);
  EXPECT_EQ(decided(one, 10, tally({9, 1, 1})).next, Next::kVoteAgain);
  one.round = Round{2};
  EXPECT_EQ(decided(one, 10, tally({9, 1, 1})).next, Next::kCongressDecides);
  one.offices = {Office::kCommittee};
  one.round = Round{1};
  EXPECT_EQ(decided(one, 10, tally({9, 1, 1})).next, Next::kCongressDecides);
  Settings settings = kDefault;
  settings.shortage = {.by_office = {}, .otherwise = ShortageRule::kVoteAgain};
  EXPECT_EQ(decide(one, settings, Base{10}, tally({9, 1, 1}), kInOrder).next, Next::kVoteAgain);
}

TEST(Decide, AlternatesAreTheNextAboveHalfOnceTheOfficialPlacesAreFilled) {
  const Decision result = decided(delegates(2, 5, 2), 10, tally({6, 9, 8, 7, 5}));
  EXPECT_EQ(result.elected, people({2, 3}));
  EXPECT_EQ(result.alternates, people({4, 1}));
  EXPECT_EQ(result.next, Next::kComplete);
}

TEST(Decide, AnOpenAlternatePlaceIsAlsoVotedAgain) {
  const Decision result = decided(delegates(2, 5, 2), 10, tally({5, 9, 8, 7, 5}));
  EXPECT_EQ(result.alternates, people({4}));
  EXPECT_EQ(result.unfilled_alternates, Seats{1});
  EXPECT_EQ(result.next, Next::kVoteAgain);
}

TEST(Decide, WhileAnOfficialPlaceIsOpenNobodyIsAnAlternate) {
  const Decision tied = decided(delegates(2, 5, 2), 10, tally({9, 8, 8, 7, 6}));
  EXPECT_EQ(tied.elected, people({1}));
  EXPECT_TRUE(tied.alternates.empty());
  EXPECT_EQ(tied.tie, (Tie{people({2, 3}), Seats{1}}));
  EXPECT_EQ(tied.unfilled_alternates, Seats{2});
}

TEST(Decide, ATieOverTheLastAlternatePlaceIsForThatPlace) {
  const Decision result = decided(delegates(1, 5, 2), 10, tally({9, 8, 7, 7, 6}));
  EXPECT_EQ(result.elected, people({1}));
  EXPECT_EQ(result.alternates, people({2}));
  EXPECT_EQ(result.tie, (Tie{people({3, 4}), Seats{1}}));
  EXPECT_EQ(result.unfilled, Seats{0});
  EXPECT_EQ(result.unfilled_alternates, Seats{1});
  EXPECT_EQ(result.next, Next::kTieBallot);
}

TEST(Decide, ATieBallotWithAlternatePlacesFillsThemWithoutAMajority) {
  const Contest one = tie_ballot(delegates(1, 3, 1));
  const Decision result = decided(one, 100, tally({10, 30, 20}));
  EXPECT_EQ(result.elected, people({2}));
  EXPECT_EQ(result.alternates, people({3}));
  EXPECT_EQ(result.next, Next::kComplete);
  const Decision again = decided(one, 100, tally({20, 30, 20}));
  EXPECT_EQ(again.elected, people({2}));
  EXPECT_TRUE(again.alternates.empty());
  EXPECT_EQ(again.tie, (Tie{people({1, 3}), Seats{1}}));
  EXPECT_EQ(again.next, Next::kCongressDecides);
}

TEST(Decide, WhatIsNotInOrderBlocksAndElectsNobody) {
  const Contest one = delegates(1, 3, 1);
  const Decision blocked{.elected = {},
                         .alternates = {},
                         .tie = {},
                         .unfilled = Seats{1},
                         .unfilled_alternates = Seats{1},
                         .next = Next::kBlocked};
  const Tally figures = tally({9, 8, 7});
  EXPECT_EQ(decide(one, kDefault, Base{10}, figures, {.list = false, .accounting = true}), blocked);
  EXPECT_EQ(decide(one, kDefault, Base{10}, figures, {.list = true, .accounting = false}), blocked);
  EXPECT_EQ(decided(one, 0, figures), blocked);
  Tally with_held = figures;
  with_held.held = Ballots{1};
  EXPECT_EQ(decided(one, 10, with_held), blocked);
}

TEST(Decide, ThePlansPersonOutsideTheBodyPausesWhateverElseIsWrong) {
  Contest one = contest(Office::kSecretary, 1, 1);
  one.planned = Candidate{0};
  const Decision result =
      decide(one, kDefault, Base{0}, tally({9}), {.list = false, .accounting = false});
  EXPECT_EQ(result.next, Next::kPaused);
  EXPECT_TRUE(result.elected.empty());
  EXPECT_EQ(result.unfilled, Seats{1});
}

// The definition, one person at a time: who has fewer than `places` people at or above.
TEST(Decide, AgreesWithTheDefinitionOnEverySmallElection) {
  std::size_t elections = 0;
  for (std::uint64_t code = 0; code < 625; ++code) {
    const Tally figures = tally({code % 5, code / 5 % 5, code / 25 % 5, code / 125});
    for (std::uint64_t seats = 1; seats <= 4; ++seats) {
      for (std::uint64_t alternates = 0; seats + alternates <= 4; ++alternates) {
        for (const bool again : {false, true}) {
          ++elections;
          Contest one = delegates(seats, 4, alternates);
          one.tie_of = again;
          const Decision result = decided(one, 3, figures);
          const auto counts = [&](Votes v) { return again || 2 * v.value > 3; };
          std::vector<std::size_t> above(4);     // people with more votes
          std::vector<std::size_t> at_least(4);  // others with as many or more
          for (std::size_t i = 0; i < 4; ++i) {
            for (std::size_t j = 0; j < 4; ++j) {
              if (i == j || !counts(figures.votes[j])) continue;
              above[i] += figures.votes[j] > figures.votes[i];
              at_least[i] += figures.votes[j] >= figures.votes[i];
            }
          }
          const auto chosen = [&](std::size_t i, std::size_t places) {
            return counts(figures.votes[i]) && at_least[i] < places;
          };
          const auto tied = [&](std::size_t i, std::size_t places) {
            return counts(figures.votes[i]) && above[i] < places && at_least[i] >= places;
          };
          std::size_t officials = 0;
          for (std::size_t i = 0; i < 4; ++i) officials += chosen(i, seats);
          const std::size_t all = officials == seats ? seats + alternates : seats;
          for (std::size_t i = 0; i < 4; ++i) {
            const Candidate who = Candidate::at_index(i);
            const auto in = [&](const std::vector<Candidate>& list) {
              return std::ranges::find(list, who) != list.end();
            };
            EXPECT_EQ(in(result.elected), chosen(i, seats));
            EXPECT_EQ(in(result.alternates), chosen(i, all) && !chosen(i, seats));
            EXPECT_EQ(result.tie && in(result.tie->candidates), tied(i, all));
            if (tied(i, all)) {
              EXPECT_EQ(result.tie->seats, Seats{all - above[i]});
            }
          }
        }
      }
    }
  }
  EXPECT_EQ(elections, 625U * 10U * 2U);
}

}  // namespace
}  // namespace hp::rules
