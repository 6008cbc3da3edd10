// Batches and the sums around them: what can be closed, and what keeps a round from being counted.
#include "congress/paper_kit.h"
#include "congress/paper_sums.h"

namespace hp::congress {
namespace {

const v1::SheetContent kPlainPaper = PaperHall::struck({5});

using Names = std::vector<std::string>;

TEST(Batches, AreNumberedAsTheyAreOpenedAndHoldFiftyPapersAtMost) {
  PaperHall hall;
  hall.to_counting();
  EXPECT_REFUSED(hall.open_batch(2, 3), codes::kBatchNumber, "batch");
  EXPECT_REFUSED(hall.open_batch(1, 0), codes::kBatchSize, "papers");
  EXPECT_REFUSED(hall.open_batch(1, 51), codes::kBatchSize, "papers");
  EXPECT_TAKEN(hall.open_batch(1, 50));
  EXPECT_REFUSED(hall.open_batch(1, 3), codes::kBatchNumber, "batch");
  EXPECT_TAKEN(hall.open_batch(2, 1));
}

TEST(Batches, WaitForTheCommitteesOwnCountOfPapers) {
  PaperHall hall;
  hall.to_closed(10);
  EXPECT_REFUSED(hall.open_batch(1, 3), codes::kPaperNotRecorded, "contest");
  EXPECT_EQ(hall.problems(), Names{"paper_not_recorded"});
}

TEST(Batches, ADoneBatchIsClosedAndOneWithAPaperMissingIsNot) {
  PaperHall hall;
  hall.to_counting();
  ASSERT_TRUE(hall.open_batch(1, 3).has_value());
  EXPECT_TAKEN(hall.key("c1", 1, 1, {{1, kPlainPaper}, {2, kPlainPaper}, {3, kPlainPaper}}));
  EXPECT_TAKEN(hall.key("h1", 2, 1, {{2, kPlainPaper}}));
  const auto refused = hall.close_batch(1);
  EXPECT_REFUSED(refused, codes::kBatchMissing, "batch");
  EXPECT_EQ(refused.error().detail, "1, 3");
  EXPECT_TAKEN(hall.key("h1", 2, 1, {{1, kPlainPaper}, {3, kPlainPaper}}));
  EXPECT_TAKEN(hall.close_batch(1));
  EXPECT_REFUSED(hall.close_batch(1), codes::kBatchClosed, "batch");
}

TEST(Batches, ABatchWithADifferenceOrADoubtIsNotClosed) {
  PaperHall hall;
  hall.to_counting();
  ASSERT_TRUE(hall.open_batch(1, 2).has_value());
  EXPECT_TAKEN(hall.key("c1", 1, 1, {{1, kPlainPaper}, {2, PaperHall::unsure(kPlainPaper)}}));
  EXPECT_TAKEN(hall.key("h1", 2, 1, {{1, PaperHall::struck({4})}, {2, kPlainPaper}}));
  EXPECT_REFUSED(hall.close_batch(1), codes::kBatchDiffering, "batch");
  EXPECT_TAKEN(hall.settle_sheet("c3", 1, 1, kPlainPaper));
  EXPECT_REFUSED(hall.close_batch(1), codes::kBatchUndecided, "batch");
  EXPECT_TAKEN(hall.conclude(1, 2, kPlainPaper, true));
  EXPECT_TAKEN(hall.close_batch(1));
}

TEST(Batches, AReopenedBatchIsCountedAnewByAnybodyAndKeepsWhatWasThere) {
  PaperHall hall;
  hall.to_counting();
  hall.count_batch(1, {kPlainPaper, kPlainPaper});
  EXPECT_REFUSED(hall.reopen_batch(1, 2, ""), codes::kReasonMissing, "reason");
  EXPECT_REFUSED(hall.reopen_batch(1, 51), codes::kBatchSize, "papers");
  EXPECT_REFUSED(hall.reopen_batch(2, 2), codes::kBatchUnknown, "batch");
  EXPECT_TAKEN(hall.reopen_batch(1, 3));
  const Batch& batch = *find_batch(hall.round(), 1);
  EXPECT_EQ(batch.opening, 2u);
  EXPECT_EQ(batch.papers(), 3u);
  EXPECT_FALSE(batch.closed.has_value());
  ASSERT_NE(batch.before, nullptr);
  EXPECT_TRUE(batch.before->sheets[1].complete());
  EXPECT_TAKEN(hall.key("h1", 1, 1, {{1, kPlainPaper}}));  // who keyed count 2 before
}

TEST(PaperFigures, AreRecordedOnceAndThenCorrectedWithAReason) {
  PaperHall hall;
  hall.to_closed(10);
  EXPECT_REFUSED(hall.correct(hall.figures(10, 10, 0, 0, 10)), codes::kPaperNotRecorded, "figures");
  EXPECT_TAKEN(hall.record(hall.figures(12, 10, 1, 1, 9)));
  EXPECT_REFUSED(hall.record(hall.figures(12, 10, 1, 1, 9)), codes::kPaperRecorded, "contest");
  EXPECT_REFUSED(hall.correct(hall.figures(12, 10, 1, 1, 10), ""), codes::kReasonMissing, "reason");
  EXPECT_REFUSED(hall.correct(hall.figures(12, 10, 1, 1, 9)), codes::kNotNeeded, "figures");
  EXPECT_TAKEN(hall.correct(hall.figures(12, 10, 1, 1, 10)));
  EXPECT_EQ(hall.round().paper.figures.size(), 2u);
  EXPECT_EQ(hall.round().paper.in_force()->collected, 10u);
}

TEST(PaperFigures, ACorrectionHasSeenTheFiguresThatItCorrects) {
  PaperHall hall;
  hall.to_counting();
  v1::Command command;
  *command.mutable_correct_paper()->mutable_figures() =
      hall.figures(11, 10, 1, 0, 10).record_paper();
  command.mutable_correct_paper()->set_reason("Đếm lại");
  command.mutable_seen()->set_size(hall.congress.state.size);
  command.mutable_seen()->set_root(to_string(hall.congress.state.roots.back()));
  EXPECT_TAKEN(hall.correct(hall.figures(12, 10, 2, 0, 10)));
  EXPECT_REFUSED(hall.congress.check(command, {"c1", "p1"}), codes::kSeenStale, "seen");
}

// Each line of paper.md section 2.5: the round waits, and goes on once the figure is corrected.
class SumChecks : public ::testing::Test {
 protected:
  // Ten issued; six papers in one closed batch, and these figures.
  void count(std::uint32_t prepared, std::uint32_t issued, std::uint32_t spoiled,
             std::uint32_t unused, std::uint32_t collected) {
    hall.to_closed(10);
    ASSERT_TRUE(hall.record(hall.figures(prepared, issued, spoiled, unused, collected)));
    hall.count_batch(1, std::vector<v1::SheetContent>(6, kPlainPaper));
  }
  void expect_problem(const ErrorCode& code, const std::string& where, const std::string& detail) {
    const auto problems = paper_problems(hall.round());
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].code->name, code.name);
    EXPECT_EQ(problems[0].where, where);
    EXPECT_EQ(problems[0].detail, detail);
    EXPECT_EQ(hall.round().phase, Phase::kClosed);
    EXPECT_EQ(compute_outcome(hall.congress.state, "c").error().code->name, "contest_phase");
    EXPECT_TAKEN(hall.correct(hall.figures(10, 8, 1, 1, 6)));
    EXPECT_EQ(hall.round().phase, Phase::kCounted);
  }
  PaperHall hall;
};

TEST_F(SumChecks, PreparedIsIssuedAndSpoiledAndUnused) {
  count(11, 8, 1, 1, 6);
  expect_problem(codes::kSumPrepared, "prepared", "11 ≠ 10");
}

TEST_F(SumChecks, CollectedIsNotMoreThanIssued) {
  count(7, 5, 1, 1, 6);
  expect_problem(codes::kSumCollected, "collected", "6 > 5");
}

TEST_F(SumChecks, IssuedIsNotMoreThanTheOpeningAllowed) {
  count(11, 11, 0, 0, 6);
  expect_problem(codes::kSumIssued, "issued", "11 > 10");
}

TEST_F(SumChecks, CollectedIsWhatTheBatchesHold) {
  count(10, 8, 1, 1, 7);
  expect_problem(codes::kSumBatches, "collected", "7 ≠ 6");
}

TEST_F(SumChecks, ABatchThatIsNotClosedIsNamed) {
  count(10, 8, 1, 1, 8);
  EXPECT_TAKEN(hall.open_batch(2, 2));
  EXPECT_EQ(hall.problems(), Names{"paper_batch_open"});
  EXPECT_EQ(paper_problems(hall.round())[0].detail, "2");
}

TEST_F(SumChecks, SeveralAreAllNamed) {
  count(12, 11, 0, 0, 20);
  EXPECT_EQ(hall.problems(), (Names{"paper_sum_prepared", "paper_sum_collected", "paper_sum_issued",
                                    "paper_sum_batches"}));
}

TEST_F(SumChecks, TheLastBatchCloseComesBeforeOrAfterTheCorrection) {
  hall.to_closed(10);
  EXPECT_TAKEN(hall.record(hall.figures(10, 10, 0, 0, 5)));
  hall.count_batch(1, std::vector<v1::SheetContent>(5, kPlainPaper));
  EXPECT_EQ(hall.round().phase, Phase::kCounted);
  EXPECT_TAKEN(hall.open_batch(2, 1));  // one more was found
  EXPECT_EQ(hall.round().phase, Phase::kClosed);
  EXPECT_TAKEN(hall.correct(hall.figures(10, 10, 0, 0, 6)));
  EXPECT_EQ(hall.round().phase, Phase::kClosed);
  EXPECT_TAKEN(hall.key("c3", 1, 2, {{1, kPlainPaper}}));
  EXPECT_TAKEN(hall.key("h1", 2, 2, {{1, kPlainPaper}}));
  EXPECT_TAKEN(hall.close_batch(2));
  EXPECT_EQ(hall.round().phase, Phase::kCounted);
}

// These can't come out of sheets that were classified; should the program ever err, they stop it.
TEST(TallySums, OfAWrongTallyEachHasItsCode) {
  const auto problems = [](auto change) {
    PaperSums sums;
    sums.figures = {.prepared = 6, .issued = 6, .spoiled = 0, .unused = 0, .collected = 6};
    sums.to_issue = 6;
    sums.in_batches = 6;
    sums.seats = 2;
    sums.tally.valid = rules::Ballots{5};
    sums.tally.invalid = rules::Ballots{1};
    sums.tally.votes = {rules::Votes{5}, rules::Votes{2}};
    sums.tally.disagree = {rules::Votes{0}, rules::Votes{2}};
    sums.tally.not_counted = {rules::Votes{0}, rules::Votes{1}};
    change(sums);
    Names out;
    for (const Error& one : sum_problems(sums)) {
      out.push_back(std::string(one.code->name) + " " + one.where + " " + one.detail);
    }
    return out;
  };
  EXPECT_EQ(problems([](PaperSums&) {}), Names{});
  EXPECT_EQ(problems([](PaperSums& s) { s.tally.invalid = rules::Ballots{2}; }),
            Names{"paper_sum_valid valid 7 ≠ 6"});
  EXPECT_EQ(problems([](PaperSums& s) { s.tally.disagree[1] = rules::Votes{1}; }),
            Names{"paper_sum_boxes votes[1] 4 ≠ 5"});
  EXPECT_EQ(problems([](PaperSums& s) {
              s.tally.disagree.clear();
              s.tally.not_counted.clear();
              s.tally.votes[1] = rules::Votes{6};
              s.seats = 3;
            }),
            Names{"paper_sum_votes votes[1] 6 > 5"});
  EXPECT_EQ(problems([](PaperSums& s) { s.seats = 1; }), Names{"paper_sum_total votes 7 > 5"});
}

}  // namespace
}  // namespace hp::congress
