#include "rules/classify.h"

#include <gtest/gtest.h>

#include "rules/codes.h"
#include "rules/test_support.h"

namespace hp::rules {
namespace {

using test::concluded;
using test::contest;
using test::kDefault;
using test::marked;
using test::people;
using test::struck;
using test::with;
using enum Mark;

const Contest kThreeOfFive = contest(Office::kUpperDelegates, 3, 5);
const Contest kThreeNames = contest(Office::kUpperDelegates, 3, 3);
const Contest kOneName = contest(Office::kSecretary, 1, 1);

Verdict valid(std::vector<Candidate> whom, std::vector<Candidate> not_counted = {}) {
  return {BallotClass::kValid, {}, std::move(whom), std::move(not_counted)};
}
Verdict invalid(std::vector<Reason> why) {
  return {BallotClass::kInvalid, std::move(why), {}, {}};
}
Verdict held(std::vector<Reason> why) {
  return {BallotClass::kHeld, std::move(why), {}, {}};
}
Verdict by_conclusion(Verdict verdict) {
  verdict.reasons = {Reason::kConcluded};
  return verdict;
}
Verdict of(const BallotGroup& group, const Contest& one, const Settings& settings = kDefault) {
  EXPECT_TRUE(check(group, one, settings));
  return classify(group, one, settings);
}

TEST(Classify, AStrikeOutBallotKeepsOneNameToAsManyAsSeats) {
  EXPECT_EQ(of(struck({}), kThreeOfFive), invalid({Reason::kTooMany}));
  EXPECT_EQ(of(struck(people({5})), kThreeOfFive), invalid({Reason::kTooMany}));
  EXPECT_EQ(of(struck(people({5, 4})), kThreeOfFive), valid(people({1, 2, 3})));
  EXPECT_EQ(of(struck(people({1, 2, 3, 5})), kThreeOfFive), valid(people({4})));
  EXPECT_EQ(of(struck(people({1, 2, 3, 4, 5})), kThreeOfFive), invalid({Reason::kNobody}));
}

TEST(Classify, AllStruckIsInvalidWhateverTheSetting) {
  Settings settings = kDefault;
  settings.nobody_of_several = NobodyRule::kValid;
  EXPECT_EQ(of(struck(test::from_to(1, 5)), kThreeOfFive, settings), invalid({Reason::kNobody}));
}

TEST(Classify, OfSeveralNamesBothBoxesOrNoneAreNotCounted) {
  EXPECT_EQ(of(marked({kBoth, kAgree, kNone}), kThreeNames), valid(people({2}), people({1, 3})));
  EXPECT_EQ(of(marked({kDisagree, kAgree, kDisagree}), kThreeNames), valid(people({2})));
}

TEST(Classify, AgreeingWithNobodyOfSeveralFollowsTheSetting) {
  EXPECT_EQ(of(marked({kBoth, kNone, kDisagree}), kThreeNames), invalid({Reason::kNobody}));
  Settings settings = kDefault;
  settings.nobody_of_several = NobodyRule::kValid;
  EXPECT_EQ(of(marked({kBoth, kNone, kDisagree}), kThreeNames, settings),
            valid({}, people({1, 2})));
}

TEST(Classify, OneNameNeedsExactlyOneBox) {
  EXPECT_EQ(of(marked({kAgree}), kOneName), valid(people({1})));
  EXPECT_EQ(of(marked({kDisagree}), kOneName), valid({}));
  EXPECT_EQ(of(marked({kBoth}), kOneName), invalid({Reason::kBothBoxes}));
  EXPECT_EQ(of(marked({kNone}), kOneName), invalid({Reason::kNoBox}));
}

TEST(Classify, OneNameIsHeldWhereTheSettingSaysSo) {
  Settings both = kDefault;
  both.one_name_both_boxes = OneNameRule::kHeld;
  EXPECT_EQ(of(marked({kBoth}), kOneName, both), held({Reason::kBothBoxes}));
  EXPECT_EQ(of(marked({kNone}), kOneName, both), invalid({Reason::kNoBox}));
  EXPECT_EQ(of(concluded(marked({kBoth}), true), kOneName, both),
            by_conclusion(valid({}, people({1}))));
  EXPECT_EQ(of(concluded(marked({kBoth}), false), kOneName, both), invalid({Reason::kConcluded}));
  Settings none = kDefault;
  none.one_name_no_box = OneNameRule::kHeld;
  EXPECT_EQ(of(marked({kNone}), kOneName, none), held({Reason::kNoBox}));
  EXPECT_EQ(of(marked({kBoth}), kOneName, none), invalid({Reason::kBothBoxes}));
}

TEST(Classify, InvalidatingDefectsComeFirstAndInOrder) {
  const BallotGroup group = with(
      struck({}), {Defect::kTorn, Defect::kExtraWriting, Defect::kSealMissing, Defect::kNotIssued});
  EXPECT_EQ(of(group, kThreeOfFive), invalid({Reason::kNotIssued, Reason::kExtraWriting}));
}

TEST(Classify, HoldingDefectsComeBeforeTheMarks) {
  const BallotGroup group = with(struck({}), {Defect::kTorn, Defect::kPartialStrike});
  EXPECT_EQ(of(group, kThreeOfFive), held({Reason::kPartialStrike, Reason::kTorn}));
  Settings settings = kDefault;
  settings.one_name_both_boxes = OneNameRule::kHeld;
  EXPECT_EQ(of(with(marked({kBoth}), {Defect::kTorn}), kOneName, settings), held({Reason::kTorn}));
}

TEST(Classify, EachDefectInvalidatesOrHoldsUnderItsOwnWord) {
  for (std::size_t i = 0; i < Words<Defect>::of.size(); ++i) {
    const auto defect = static_cast<Defect>(i);
    const Verdict verdict = of(with(struck(people({4, 5})), {defect}), kThreeOfFive);
    EXPECT_EQ(verdict.ballot_class, i < 6 ? BallotClass::kInvalid : BallotClass::kHeld);
    ASSERT_EQ(verdict.reasons.size(), 1U);
    EXPECT_EQ(word(verdict.reasons[0]), word(defect));
  }
}

TEST(Classify, AConclusionHasTheBallotCountedByItsMarks) {
  const auto torn = [](BallotGroup group) { return with(std::move(group), {Defect::kTorn}); };
  EXPECT_EQ(of(concluded(torn(struck(people({1, 2}))), true), kThreeOfFive),
            by_conclusion(valid(people({3, 4, 5}))));
  EXPECT_EQ(of(concluded(torn(struck(people({1, 2}))), false), kThreeOfFive),
            invalid({Reason::kConcluded}));
  EXPECT_EQ(of(concluded(torn(struck({})), true), kThreeOfFive), invalid({Reason::kTooMany}));
  EXPECT_EQ(of(concluded(torn(struck(test::from_to(1, 5))), true), kThreeOfFive),
            invalid({Reason::kNobody}));
  EXPECT_EQ(of(concluded(torn(marked({kBoth})), true), kOneName), invalid({Reason::kBothBoxes}));
}

TEST(Classify, AConclusionOnABallotThatIsNotHeldIsRefused) {
  const auto refused = [](const BallotGroup& group, const Contest& one) {
    const auto checked = check(group, one, kDefault);
    return !checked && checked.error().is(codes::kCaseConclusion) &&
           checked.error().where == "conclusion";
  };
  EXPECT_TRUE(refused(concluded(struck(people({5, 4})), true), kThreeOfFive));
  EXPECT_TRUE(refused(concluded(struck({}), false), kThreeOfFive)) << "invalid by its marks";
  EXPECT_TRUE(
      refused(concluded(with(struck({}), {Defect::kSigned, Defect::kTorn}), true), kThreeOfFive))
      << "invalid by a defect";
  EXPECT_TRUE(refused(concluded(marked({kBoth}), true), kOneName)) << "not held by the setting";
}

TEST(BallotGroup, HasTheKeysOfItsFormEachOnce) {
  const auto where = [](const BallotGroup& group, const Contest& one) {
    const auto checked = check(group, one, kDefault);
    return checked ? "" : std::string(checked.error().code->name) + " " + checked.error().where;
  };
  EXPECT_EQ(where(marked({kAgree}), kThreeOfFive), "case_other_form marks");
  EXPECT_EQ(where(struck(people({1})), kOneName), "case_other_form struck");
  EXPECT_EQ(where(marked({kAgree, kAgree}), kThreeNames), "case_wrong_length marks");
  EXPECT_EQ(where(struck(people({1, 6})), kThreeOfFive), "case_out_of_range struck[1]");
  EXPECT_EQ(where(struck(people({1, 1})), kThreeOfFive), "case_named_twice struck[1]");
  EXPECT_EQ(where(struck({}, 0), kThreeOfFive), "case_out_of_range count");
  EXPECT_EQ(where(with(struck({}), {Defect::kTorn, Defect::kTorn}), kThreeOfFive),
            "case_named_twice defects[1]");
}

}  // namespace
}  // namespace hp::rules
