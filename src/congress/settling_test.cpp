// From what people read on a paper to its agreed content.
#include "congress/paper_kit.h"

namespace hp::congress {
namespace {

class Settling : public ::testing::Test {
 protected:
  void begin(PaperPlan plan = {}) {
    hall = PaperHall(std::move(plan));
    hall.to_counting();
    ASSERT_TRUE(hall.open_batch(1, 1).has_value());
  }
  void differ() {
    begin();
    ASSERT_TRUE(hall.key("c1", 1, 1, {{1, a}}).has_value());
    ASSERT_TRUE(hall.key("h1", 2, 1, {{1, b}}).has_value());
    ASSERT_EQ(hall.stand(1, 1), SheetStand::kDiffering);
  }
  std::string doubt() { return doubt_of(hall.sheet(1, 1), hall.round().definition); }

  const v1::SheetContent a = PaperHall::struck({5});
  const v1::SheetContent b = PaperHall::struck({4});
  const v1::SheetContent c = PaperHall::struck({3});
  PaperHall hall;
};

TEST_F(Settling, ADifferenceIsSettledByAThirdWhoReadsOneOfBoth) {
  differ();
  EXPECT_TAKEN(hall.settle_sheet("c3", 1, 1, b));
  const auto agreed = agreed_on(hall.sheet(1, 1), hall.round().definition);
  ASSERT_TRUE(agreed.has_value());
  EXPECT_EQ(agreed->how, Settled::kByThird);
  EXPECT_EQ(agreed->content.struck[0].number, 4);
  EXPECT_REFUSED(hall.settle_sheet("c4", 1, 1, a), codes::kSheetNotDiffering, "sheet");
}

TEST_F(Settling, WhoKeyedThePaperIsNoThirdThoughHeadOfTheCommittee) {
  differ();
  EXPECT_REFUSED(hall.settle_sheet("c1", 1, 1, a), codes::kThirdPersonKeyed, "signatures");
}

TEST_F(Settling, WhoTookAnEntryBackHasSeenThePaperToo) {
  begin();
  EXPECT_TAKEN(hall.key("c1", 1, 1, {{1, c}}));
  EXPECT_TAKEN(hall.key("c1", 1, 1, {{1, a}}, true));
  EXPECT_TAKEN(hall.key("h1", 2, 1, {{1, b}}));
  EXPECT_REFUSED(hall.settle_sheet("c1", 1, 1, a), codes::kThirdPersonKeyed, "signatures");
}

TEST_F(Settling, APaperThatAgreesNeedsNoThird) {
  begin();
  EXPECT_REFUSED(hall.settle_sheet("c3", 1, 1, a), codes::kSheetNotDiffering, "sheet");
  EXPECT_TAKEN(hall.key("c1", 1, 1, {{1, a}}));
  EXPECT_TAKEN(hall.key("h1", 2, 1, {{1, a}}));
  EXPECT_REFUSED(hall.settle_sheet("c3", 1, 1, a), codes::kSheetNotDiffering, "sheet");
  EXPECT_REFUSED(hall.settle_sheet("c3", 1, 2, a), codes::kSheetOutside, "sheet");
}

TEST_F(Settling, WhatThreePeopleReadThreeWaysIsTheCommittees) {
  differ();
  EXPECT_REFUSED(hall.conclude(1, 1, a, true), codes::kSheetNotUndecided, "sheet");
  EXPECT_TAKEN(hall.settle_sheet("c3", 1, 1, c));
  EXPECT_EQ(hall.stand(1, 1), SheetStand::kUndecided);
  EXPECT_EQ(doubt(), "differing");
  EXPECT_TAKEN(hall.conclude(1, 1, c, true));
  EXPECT_EQ(agreed_on(hall.sheet(1, 1), hall.round().definition)->how, Settled::kByCommittee);
  EXPECT_REFUSED(hall.conclude(1, 1, c, true), codes::kSheetNotUndecided, "sheet");
}

TEST_F(Settling, OfThreeCountsTheMostFrequentReadingPrevails) {
  begin({.counts = 3});
  EXPECT_TAKEN(hall.key("c1", 1, 1, {{1, a}}));
  EXPECT_TAKEN(hall.key("h1", 2, 1, {{1, a}}));
  EXPECT_EQ(hall.stand(1, 1), SheetStand::kToKey);
  EXPECT_TAKEN(hall.key("h2", 3, 1, {{1, b}}));
  EXPECT_EQ(hall.stand(1, 1), SheetStand::kDiffering);
  EXPECT_TAKEN(hall.settle_sheet("c3", 1, 1, a));
  EXPECT_EQ(agreed_on(hall.sheet(1, 1), hall.round().definition)->content.struck[0].number, 5);
}

TEST_F(Settling, TwoAgainstTwoOfThreeCountsIsTheCommittees) {
  begin({.counts = 3});
  EXPECT_TAKEN(hall.key("c1", 1, 1, {{1, a}}));
  EXPECT_TAKEN(hall.key("h1", 2, 1, {{1, a}}));
  EXPECT_TAKEN(hall.key("h2", 3, 1, {{1, b}}));
  EXPECT_TAKEN(hall.settle_sheet("c3", 1, 1, b));
  EXPECT_EQ(hall.stand(1, 1), SheetStand::kUndecided);
}

TEST_F(Settling, WhereAPaperIsKeyedOnceNothingIsCompared) {
  begin({.counts = 1});
  EXPECT_TAKEN(hall.key("h1", 1, 1, {{1, a}}));
  EXPECT_EQ(hall.stand(1, 1), SheetStand::kAgreed);
  EXPECT_TAKEN(hall.key("h1", 1, 1, {{1, b}}, true));
  EXPECT_EQ(agreed_on(hall.sheet(1, 1), hall.round().definition)->content.struck[0].number, 4);
}

TEST_F(Settling, OneReaderInDoubtIsEnoughForTheCommittee) {
  begin();
  EXPECT_TAKEN(hall.key("c1", 1, 1, {{1, a}}));
  EXPECT_TAKEN(hall.key("h1", 2, 1, {{1, PaperHall::unsure(a)}}));
  EXPECT_EQ(hall.stand(1, 1), SheetStand::kUndecided);
  EXPECT_EQ(doubt(), "unsure");
  EXPECT_REFUSED(hall.settle_sheet("c3", 1, 1, a), codes::kSheetNotDiffering, "sheet");
  EXPECT_TAKEN(hall.conclude(1, 1, a, true));
  EXPECT_EQ(verdict_of(hall.sheet(1, 1), hall.round().definition).votes.size(), 4u);
}

TEST_F(Settling, AThirdWhoIsInDoubtHandsThePaperOn) {
  differ();
  EXPECT_TAKEN(hall.settle_sheet("c3", 1, 1, PaperHall::unsure(a)));
  EXPECT_EQ(hall.stand(1, 1), SheetStand::kUndecided);
}

TEST_F(Settling, WhatTheRulesHoldIsConcludedThoughAllReadAlike) {
  begin();
  const auto torn = PaperHall::with(a, v1::SHEET_DEFECT_TORN);
  EXPECT_TAKEN(hall.key("c1", 1, 1, {{1, torn}}));
  EXPECT_TAKEN(hall.key("h1", 2, 1, {{1, torn}}));
  EXPECT_EQ(hall.stand(1, 1), SheetStand::kUndecided);
  EXPECT_EQ(doubt(), "torn");
  EXPECT_TAKEN(hall.conclude(1, 1, torn, false));
  EXPECT_EQ(verdict_of(hall.sheet(1, 1), hall.round().definition).ballot_class,
            rules::BallotClass::kInvalid);
}

TEST_F(Settling, AConclusionSaysWhy) {
  begin();
  const auto torn = PaperHall::with(a, v1::SHEET_DEFECT_TORN);
  EXPECT_TAKEN(hall.key("c1", 1, 1, {{1, torn}}));
  EXPECT_TAKEN(hall.key("h1", 2, 1, {{1, torn}}));
  EXPECT_REFUSED(hall.conclude(1, 1, torn, true, ""), codes::kReasonMissing, "reason");
}

TEST_F(Settling, AConclusionOnValidityFollowsFromTheContent) {
  begin();
  const auto signed_by = PaperHall::with(a, v1::SHEET_DEFECT_SIGNED);
  const auto too_many = PaperHall::with(PaperHall::struck({}), v1::SHEET_DEFECT_TORN);
  EXPECT_TAKEN(hall.key("c1", 1, 1, {{1, PaperHall::unsure(a)}}));
  EXPECT_TAKEN(hall.key("h1", 2, 1, {{1, a}}));
  EXPECT_REFUSED(hall.conclude(1, 1, a, false), codes::kConclusionContent, "valid");
  EXPECT_REFUSED(hall.conclude(1, 1, signed_by, true), codes::kConclusionContent, "valid");
  EXPECT_REFUSED(hall.conclude(1, 1, too_many, true), codes::kConclusionContent, "valid");
  EXPECT_REFUSED(hall.conclude(1, 1, PaperHall::unsure(a), true), codes::kConclusionContent,
                 "content.doubtful");
  EXPECT_REFUSED(hall.conclude(1, 1, PaperHall::struck({6}), true), codes::kSheetCandidate,
                 "content.struck[0]");
  EXPECT_TAKEN(hall.conclude(1, 1, signed_by, false));
}

}  // namespace
}  // namespace hp::congress
