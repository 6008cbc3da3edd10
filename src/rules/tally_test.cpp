#include "rules/tally.h"

#include <gtest/gtest.h>

#include "rules/codes.h"
#include "rules/test_support.h"

namespace hp::rules {
namespace {

using test::contest;
using test::kDefault;
using test::marked;
using test::people;
using test::struck;
using test::votes;
using test::with;

const Contest kTwoOfThree = contest(Office::kDeputySecretary, 2, 3);
const Contest kTwoBoxes = contest(Office::kDeputySecretary, 2, 2);
const Contest kAlone = contest(Office::kSecretary, 1, 1);

Tally tally(const Contest& one, const std::vector<BallotGroup>& groups) {
  Tally out = empty_tally(one);
  for (const BallotGroup& group : groups) add(out, classify(group, one, kDefault), group.count);
  return out;
}

// The sum that is impossible, or "" if there is a tally.
std::string impossible(const DecryptedSums& sums, const Contest& one) {
  const auto made = tally_of(sums, one, kDefault);
  if (made) return "";
  EXPECT_TRUE(made.error().is(codes::kSumsImpossible));
  return made.error().where;
}

TEST(Tally, OnlyValidBallotsGiveVotes) {
  const Tally sum = tally(kTwoOfThree, {struck(people({3}), 9), struck({}, 2),
                                        with(struck(people({1}), 4), {Defect::kTorn})});
  EXPECT_EQ(sum.votes, votes({9, 9, 0}));
  EXPECT_EQ(sum.valid, Ballots{9});
  EXPECT_EQ(sum.invalid, Ballots{2});
  EXPECT_EQ(sum.held, Ballots{4});
  EXPECT_EQ(sum.invalid_for, (std::map<Reason, Ballots>{{Reason::kTooMany, Ballots{2}}}));
  EXPECT_TRUE(sum.disagree.empty() && sum.not_counted.empty());
}

TEST(Tally, ABallotWithTwoReasonsStandsUnderBoth) {
  const Tally sum =
      tally(kTwoOfThree, {with(struck({}, 3), {Defect::kSigned, Defect::kNotIssued})});
  EXPECT_EQ(sum.invalid, Ballots{3});
  EXPECT_EQ(sum.invalid_for, (std::map<Reason, Ballots>{{Reason::kNotIssued, Ballots{3}},
                                                        {Reason::kSigned, Ballots{3}}}));
}

TEST(Tally, OnBoxBallotsAgreeDisagreeAndNotCountedAreTheValidOnes) {
  const Tally sum =
      tally(kTwoBoxes,
            {marked({Mark::kAgree, Mark::kDisagree}, 5), marked({Mark::kAgree, Mark::kBoth}, 2),
             marked({Mark::kNone, Mark::kAgree}, 1), marked({Mark::kNone, Mark::kDisagree}, 1)});
  EXPECT_EQ(sum.valid, Ballots{8});
  EXPECT_EQ(sum.votes, votes({7, 1}));
  EXPECT_EQ(sum.disagree, votes({0, 5}));
  EXPECT_EQ(sum.not_counted, votes({1, 2}));
}

TEST(Tally, PartsAddUp) {
  const std::vector<BallotGroup> first{marked({Mark::kAgree, Mark::kBoth}, 5)};
  const std::vector<BallotGroup> second{marked({Mark::kDisagree, Mark::kAgree}, 2),
                                        marked({Mark::kNone, Mark::kNone}, 3)};
  Tally sum = tally(kTwoBoxes, first);
  sum += tally(kTwoBoxes, second);
  EXPECT_EQ(sum, tally(kTwoBoxes, {first[0], second[0], second[1]}));
}

TEST(DecryptedSums, OfStrikeOutABlankBallotIsInvalid) {
  const Tally sum =
      tally_of(
          {.ballots = Ballots{10}, .agree = votes({9, 6, 1}), .disagree = {}, .blank = Ballots{1}},
          kTwoOfThree, kDefault)
          .value();
  EXPECT_EQ(sum.valid, Ballots{9});
  EXPECT_EQ(sum.votes, votes({9, 6, 1}));
  EXPECT_EQ(sum.invalid_for, (std::map<Reason, Ballots>{{Reason::kNobody, Ballots{1}}}));
  EXPECT_EQ(sum.held, Ballots{0});
}

TEST(DecryptedSums, OfSeveralBoxesNotCountedIsWhatIsLeft) {
  const DecryptedSums sums{.ballots = Ballots{10},
                           .agree = votes({8, 5}),
                           .disagree = votes({0, 3}),
                           .blank = Ballots{2}};
  const Tally sum = tally_of(sums, kTwoBoxes, kDefault).value();
  EXPECT_EQ(sum.valid, Ballots{8});
  EXPECT_EQ(sum.invalid_for, (std::map<Reason, Ballots>{{Reason::kNobody, Ballots{2}}}));
  EXPECT_EQ(sum.not_counted, votes({0, 0}));
}

TEST(DecryptedSums, WhereNobodyIsValidABlankBallotCountsAsValid) {
  Settings settings = kDefault;
  settings.nobody_of_several = NobodyRule::kValid;
  const DecryptedSums sums{.ballots = Ballots{10},
                           .agree = votes({8, 5}),
                           .disagree = votes({2, 3}),
                           .blank = Ballots{2}};
  const Tally sum = tally_of(sums, kTwoBoxes, settings).value();
  EXPECT_EQ(sum.valid, Ballots{10});
  EXPECT_EQ(sum.invalid, Ballots{0});
  EXPECT_TRUE(sum.invalid_for.empty());
  EXPECT_EQ(sum.not_counted, votes({0, 2}));
}

TEST(DecryptedSums, OfOneNameABlankBallotHasNoBoxWhateverTheSettings) {
  Settings settings = kDefault;
  settings.nobody_of_several = NobodyRule::kValid;
  settings.one_name_no_box = OneNameRule::kHeld;
  const DecryptedSums sums{
      .ballots = Ballots{10}, .agree = votes({6}), .disagree = votes({3}), .blank = Ballots{1}};
  const Tally sum = tally_of(sums, kAlone, settings).value();
  EXPECT_EQ(sum.valid, Ballots{9});
  EXPECT_EQ(sum.invalid_for, (std::map<Reason, Ballots>{{Reason::kNoBox, Ballots{1}}}));
  EXPECT_EQ(sum.held, Ballots{0});
  EXPECT_EQ(sum.not_counted, votes({0}));
}

TEST(DecryptedSums, GiveTheTallyOfTheBallotsThatTheySum) {
  const std::vector<BallotGroup> groups{struck(people({3}), 4), struck(people({1, 2}), 5),
                                        struck(people({1, 2, 3}), 2)};
  const Tally from_sums =
      tally_of(
          {.ballots = Ballots{11}, .agree = votes({4, 4, 5}), .disagree = {}, .blank = Ballots{2}},
          kTwoOfThree, kDefault)
          .value();
  EXPECT_EQ(from_sums, tally(kTwoOfThree, groups));
}

TEST(DecryptedSums, WhatNoBallotsGiveIsRefused) {
  const Ballots ten{10};
  const Ballots one{1};
  EXPECT_EQ(impossible({ten, votes({9, 9}), {}, one}, kTwoOfThree), "agree");
  EXPECT_EQ(impossible({ten, votes({9, 9, 0}), votes({0, 0, 0}), one}, kTwoOfThree), "disagree");
  EXPECT_EQ(impossible({ten, votes({0, 0, 0}), {}, Ballots{11}}, kTwoOfThree), "blank");
  EXPECT_EQ(impossible({ten, votes({0, 10, 0}), {}, one}, kTwoOfThree), "agree[1]");
  EXPECT_EQ(impossible({ten, votes({9, 9, 0}), {}, one}, kTwoOfThree), "");
  EXPECT_EQ(impossible({ten, votes({9, 9, 1}), {}, one}, kTwoOfThree), "total") << "above seats";
  EXPECT_EQ(impossible({ten, votes({4, 4, 0}), {}, one}, kTwoOfThree), "total") << "voteless";
  EXPECT_EQ(impossible({ten, votes({9, 5}), votes({0, 5}), one}, kTwoBoxes), "disagree[1]");
  EXPECT_EQ(impossible({ten, votes({5}), votes({3}), one}, kAlone), "total");
  EXPECT_EQ(impossible({ten, votes({5}), votes({4}), one}, kAlone), "");
}

}  // namespace
}  // namespace hp::rules
