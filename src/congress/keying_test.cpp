// Keying papers: what is taken, and what is refused with which code.
#include "congress/paper_kit.h"

namespace hp::congress {
namespace {

class Keying : public ::testing::Test {
 protected:
  void SetUp() override {
    hall.to_counting();
    ASSERT_TRUE(hall.open_batch(1, 3).has_value());
  }
  const v1::SheetContent good = PaperHall::struck({5});
  const v1::SheetContent other = PaperHall::struck({4});
  PaperHall hall;
};

TEST_F(Keying, TwoDifferentPeopleWhoReadTheSameAgree) {
  EXPECT_TAKEN(hall.key("c1", 1, 1, {{1, good}}));
  EXPECT_EQ(hall.stand(1, 1), SheetStand::kToKey);
  EXPECT_TAKEN(hall.key("h1", 2, 1, {{1, good}}));
  EXPECT_EQ(hall.stand(1, 1), SheetStand::kAgreed);
  EXPECT_EQ(agreed_on(hall.sheet(1, 1), hall.round().definition)->how, Settled::kAlike);
}

TEST_F(Keying, ThePersonOfOneCountIsRefusedInTheOtherOfThatBatch) {
  EXPECT_TAKEN(hall.key("c1", 1, 1, {{1, good}}));
  EXPECT_REFUSED(hall.key("c1", 2, 1, {{2, good}}), codes::kKeyedOtherCount, "count");
  EXPECT_TAKEN(hall.open_batch(2, 3));
  EXPECT_TAKEN(hall.key("c1", 2, 2, {{1, good}}));
}

// A second login is another key at most; the rule is about people.
TEST_F(Keying, ANewKeyOfTheSamePersonIsStillThatPerson) {
  EXPECT_TAKEN(hall.key("h1", 1, 1, {{1, good}}));
  hall.congress.must(enrol_command("h1", {v1::ROLE_HELPER}, 2), {"s1", "p1", "h1/2"});
  EXPECT_REFUSED(hall.key("h1/2", 2, 1, {{1, good}}), codes::kKeyedOtherCount, "count");
  EXPECT_TAKEN(hall.key("h1/2", 1, 1, {{2, good}}));
}

TEST_F(Keying, APaperIsKeyedOnceInACount) {
  EXPECT_TAKEN(hall.key("c1", 1, 1, {{1, good}}));
  EXPECT_REFUSED(hall.key("c1", 1, 1, {{1, good}}), codes::kSheetKeyed, "sheets[0].sheet");
  EXPECT_REFUSED(hall.key("c4", 1, 1, {{1, good}}), codes::kSheetOfAnother, "sheets[0].sheet");
  EXPECT_REFUSED(hall.key("c4", 1, 1, {{1, good}}, true), codes::kSheetOfAnother,
                 "sheets[0].sheet");
  EXPECT_TAKEN(hall.key("c4", 1, 1, {{2, good}}));
}

TEST_F(Keying, OnesOwnEntryIsTakenBackAndKept) {
  EXPECT_REFUSED(hall.key("c1", 1, 1, {{1, good}}, true), codes::kNothingToTakeBack,
                 "sheets[0].again");
  EXPECT_TAKEN(hall.key("c1", 1, 1, {{1, other}}));
  EXPECT_TAKEN(hall.key("c1", 1, 1, {{1, good}}, true));
  ASSERT_EQ(hall.sheet(1, 1).taken_back.size(), 1u);
  EXPECT_EQ(hall.sheet(1, 1).taken_back[0].reading.content.struck[0].number, 4);
  EXPECT_TAKEN(hall.key("h1", 2, 1, {{1, good}}));
  EXPECT_EQ(hall.stand(1, 1), SheetStand::kAgreed);
}

TEST_F(Keying, WhatWasComparedIsNotTakenBack) {
  EXPECT_TAKEN(hall.key("c1", 1, 1, {{1, other}}));
  EXPECT_TAKEN(hall.key("h1", 2, 1, {{1, good}}));
  EXPECT_REFUSED(hall.key("c1", 1, 1, {{1, good}}, true), codes::kSheetCompared, "sheets[0].again");
}

TEST_F(Keying, IsOfAPaperInTheBatch) {
  EXPECT_REFUSED(hall.key("c1", 1, 1, {{3, good}, {4, good}}), codes::kSheetOutside,
                 "sheets[1].sheet");
  EXPECT_REFUSED(hall.key("c1", 1, 1, {{0, good}}), codes::kSheetOutside, "sheets[0].sheet");
  EXPECT_EQ(hall.stand(1, 3), SheetStand::kToKey);
  EXPECT_TRUE(hall.sheet(1, 3).counts[0] == std::nullopt);  // all entries or none
}

TEST_F(Keying, IsOfSheetsInOrder) {
  EXPECT_REFUSED(hall.key("c1", 1, 1, {{2, good}, {1, good}}), codes::kSheetsNone,
                 "sheets[1].sheet");
  EXPECT_REFUSED(hall.key("c1", 1, 1, {{2, good}, {2, good}}), codes::kSheetsNone,
                 "sheets[1].sheet");
  EXPECT_REFUSED(hall.key("c1", 1, 1, {}), codes::kSheetsNone, "sheets");
}

TEST_F(Keying, IsOfTheCandidatesOnTheBallot) {
  EXPECT_REFUSED(hall.key("c1", 1, 1, {{1, PaperHall::struck({6})}}), codes::kSheetCandidate,
                 "sheets[0].content.struck[0]");
  EXPECT_REFUSED(hall.key("c1", 1, 1, {{1, PaperHall::struck({0})}}), codes::kSheetCandidate,
                 "sheets[0].content.struck[0]");
  EXPECT_REFUSED(hall.key("c1", 1, 1, {{1, PaperHall::struck({4, 4})}}), codes::kSheetOrder,
                 "sheets[0].content.struck[1]");
}

TEST_F(Keying, IsOfTheFormOfTheBallot) {
  const auto boxes = PaperHall::marked(std::vector<v1::BoxMark>(5, v1::BOX_MARK_AGREE));
  EXPECT_REFUSED(hall.key("c1", 1, 1, {{1, boxes}}), codes::kSheetForm, "sheets[0].content.marks");
  v1::SheetContent twice = PaperHall::with(good, v1::SHEET_DEFECT_TORN);
  twice.add_defects(v1::SHEET_DEFECT_TORN);
  EXPECT_REFUSED(hall.key("c1", 1, 1, {{1, twice}}), codes::kSheetOrder,
                 "sheets[0].content.defects[1]");
}

TEST(KeyingBoxes, HasOneMarkForEachCandidate) {
  PaperHall hall({.names = 4, .seats = 4, .office = v1::OFFICE_OPINION});
  hall.to_counting();
  ASSERT_TRUE(hall.open_batch(1, 3).has_value());
  EXPECT_REFUSED(hall.key("c1", 1, 1, {{1, PaperHall::struck({1})}}), codes::kSheetForm,
                 "sheets[0].content.struck");
  const auto three = PaperHall::marked(std::vector<v1::BoxMark>(3, v1::BOX_MARK_AGREE));
  EXPECT_REFUSED(hall.key("c1", 1, 1, {{1, three}}), codes::kSheetForm, "sheets[0].content.marks");
  const auto four = PaperHall::marked(
      {v1::BOX_MARK_AGREE, v1::BOX_MARK_DISAGREE, v1::BOX_MARK_BOTH, v1::BOX_MARK_NONE});
  EXPECT_TAKEN(hall.key("c1", 1, 1, {{1, four}}));
}

TEST_F(Keying, HasOnlyTheCountsOfTheDefinition) {
  EXPECT_REFUSED(hall.key("c1", 3, 1, {{1, good}}), codes::kCountNumber, "count");
  EXPECT_REFUSED(hall.key("c1", 0, 1, {{1, good}}), codes::kCountNumber, "count");
}

TEST_F(Keying, IsOfABatchThatIsOpen) {
  EXPECT_REFUSED(hall.key("c1", 1, 2, {{1, good}}), codes::kBatchUnknown, "batch");
  EXPECT_REFUSED(hall.key("c1", 1, 0, {{1, good}}), codes::kBatchUnknown, "batch");
  hall.count_batch(2, {good});
  EXPECT_REFUSED(hall.key("c1", 1, 2, {{1, good}}), codes::kBatchClosed, "batch");
}

TEST_F(Keying, OfAnEarlierOpeningIsRefused) {
  const v1::Command late = hall.keying(1, 1, {{1, good}});
  EXPECT_TAKEN(hall.reopen_batch(1, 3));
  EXPECT_REFUSED(hall.congress.check(late, {"c1"}), codes::kBatchOpening, "opening");
  EXPECT_TAKEN(hall.key("c1", 1, 1, {{1, good}}));
}

TEST_F(Keying, EndsWithTheRoundsCount) {
  v1::Command annul;
  annul.mutable_annul_contest()->set_contest("c");
  annul.mutable_annul_contest()->set_round(1);
  annul.mutable_annul_contest()->set_reason("Sai quy trình");
  annul.mutable_annul_contest()->mutable_hands()->set_votes_for(10);
  hall.congress.must(annul, {"c1", "p1", "c2", "c3"});
  EXPECT_REFUSED(hall.key("c1", 1, 1, {{1, good}}), codes::kContestPhase, "contest");
}

TEST(KeyingPeople, NobodyOnTheListKeysItsPapers) {
  PaperHall hall;
  hall.congress.must(enrol_command("n3", {v1::ROLE_HELPER}), {"s1", "p1", "n3"});
  hall.to_counting();
  ASSERT_TRUE(hall.open_batch(1, 3).has_value());
  EXPECT_REFUSED(hall.key("n3", 1, 1, {{1, PaperHall::struck({5})}}), codes::kCounterOnTheList,
                 "signatures");
}

TEST_F(Keying, AHelperKeysButNeitherSettlesNorCloses) {
  EXPECT_TAKEN(hall.key("h1", 1, 1, {{1, good}}));
  EXPECT_TAKEN(hall.key("h2", 2, 1, {{1, other}}));
  EXPECT_REFUSED(hall.settle_sheet("h2", 1, 1, good), codes::kSignersNotAllowed, "signatures");
  EXPECT_REFUSED(hall.close_batch(1, "h1"), codes::kSignersNotAllowed, "signatures");
  EXPECT_REFUSED(hall.open_batch(2, 3, "h1"), codes::kSignersNotAllowed, "signatures");
}

// Six laptops: no entry makes another stale, but a batch opened anew does.
TEST_F(Keying, AnEntryIsMadeStaleByItsBatchAlone) {
  v1::Command early = hall.keying(1, 1, {{1, good}});
  early.mutable_seen()->set_size(hall.congress.state.size);
  early.mutable_seen()->set_root(to_string(hall.congress.state.roots.back()));
  EXPECT_TAKEN(hall.key("h1", 2, 1, {{1, good}}));
  EXPECT_TAKEN(hall.open_batch(2, 3));
  EXPECT_TAKEN(hall.key("c4", 1, 2, {{1, good}}));
  EXPECT_TAKEN(hall.congress.check(early, {"c1"}));
  EXPECT_TAKEN(hall.reopen_batch(1, 3));
  EXPECT_REFUSED(hall.congress.check(early, {"c1"}), codes::kSeenStale, "seen");
}

TEST_F(Keying, ACopyOfTheStateKeepsItsBatches) {
  EXPECT_TAKEN(hall.key("c1", 1, 1, {{1, good}}));
  const State before = hall.congress.state;
  EXPECT_EQ(before.contests.at("c").current().paper.batches[0],
            hall.round().paper.batches[0]);  // shared, not copied
  EXPECT_TAKEN(hall.key("h1", 2, 1, {{1, good}}));
  EXPECT_FALSE(before.contests.at("c").current().paper.batches[0]->sheets[0].complete());
}

}  // namespace
}  // namespace hp::congress
