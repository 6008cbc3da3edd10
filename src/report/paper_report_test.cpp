// Minutes of rounds with papers: the figures, how they were read, the sample checks.
#include <gtest/gtest.h>

#include <sstream>

#include "congress/outcome.h"
#include "congress/paper_kit.h"
#include "congress/testing/expect.h"
#include "report/report.h"

namespace hp::report {
namespace {

// With one space between words, however its lines break.
std::string unbroken(const std::string& text) {
  std::istringstream words(text);
  std::string out;
  for (std::string word; words >> word;) out += (out.empty() ? "" : " ") + word;
  return out;
}

// On paper alone: three good papers, one torn, one that two people read differently.
void count_papers(congress::PaperHall& hall) {
  using congress::PaperHall;
  hall.to_closed(10);
  EXPECT_TAKEN(hall.record(hall.figures(12, 10, 1, 1, 5)));
  EXPECT_TAKEN(hall.open_batch(1, 5));
  const auto good = PaperHall::struck({5});
  const auto torn = PaperHall::with(good, congress::v1::SHEET_DEFECT_TORN);
  EXPECT_TAKEN(hall.key("c1", 1, 1, {{1, good}, {2, good}, {3, good}, {4, torn}, {5, good}}));
  EXPECT_TAKEN(hall.key("h1", 2, 1,
                        {{1, good}, {2, good}, {3, good}, {4, torn}, {5, PaperHall::struck({4})}}));
  EXPECT_TAKEN(hall.settle_sheet("c2", 1, 5, PaperHall::struck({4})));
  EXPECT_TAKEN(hall.conclude(1, 4, torn, false, "Rách mất tên người được bầu."));
  EXPECT_TAKEN(hall.close_batch(1));
}

void declare_papers(congress::PaperHall& hall) {
  congress::v1::Command declare;
  auto& body = *declare.mutable_declare_result();
  body.set_contest("c");
  body.set_round(1);
  body.set_outcome(to_string(congress::outcome_bytes(hall.congress.state, "c").value()));
  body.set_program_version("1");
  body.set_copies(3);
  EXPECT_TAKEN(hall.congress.send(declare, {"c1", "c2", "c3", "c4", "p1"}));
}

void annul_papers(congress::PaperHall& hall) {
  congress::v1::Command command;
  auto& body = *command.mutable_annul_contest();
  body.set_contest("c");
  body.set_round(1);
  body.set_reason("Sai quy trình");
  body.mutable_hands()->set_votes_for(10);
  EXPECT_TAKEN(hall.congress.send(command, {"c1", "c2", "c3", "p1"}));
}

TEST(PaperReport, MinutesShowThePaperPartTheDoubtfulPapersAndTheDifferences) {
  congress::PaperHall hall;
  count_papers(hall);
  declare_papers(hall);
  const auto model = minutes_of(hall.congress.state, "c", 1);
  ASSERT_TRUE(model.has_value()) << describe(model.error(), Language::kEnglish);
  EXPECT_FALSE(model->ballots.electronic.has_value());
  EXPECT_EQ(model->ballots.paper->prepared, 12u);
  EXPECT_EQ(model->ballots.paper->spoiled, 1u);
  EXPECT_EQ(model->ballots.total.votes, (std::vector<minutes::Count>{4, 4, 4, 3, 1}));
  ASSERT_EQ(model->doubtful.size(), 1u);
  EXPECT_EQ(model->doubtful[0].paper, "lô 1, phiếu 4");
  EXPECT_EQ(model->doubtful[0].reason, "torn");
  EXPECT_FALSE(model->doubtful[0].valid);
  ASSERT_TRUE(model->counting.keying.has_value());
  const minutes::Keying& keying = *model->counting.keying;
  EXPECT_EQ(keying.counts, 2u);
  EXPECT_EQ(keying.batches, 1u);
  ASSERT_EQ(keying.differences.size(), 1u);
  EXPECT_EQ(keying.differences[0].paper, "lô 1, phiếu 5");
  EXPECT_EQ(keying.by_third, 1u);
  EXPECT_EQ(keying.by_committee, 0u);
  EXPECT_EQ(keying.doubtful, 1u);
  EXPECT_EQ(keying.reopened, 0u);
  EXPECT_TRUE(keying.samples.empty());
  const auto text = minutes_text(hall.congress.state, "c", 1);
  ASSERT_TRUE(text.has_value()) << describe(text.error(), Language::kEnglish);
  const std::string said = unbroken(*text);
  for (const char* line : {"Bỏ phiếu giấy.", "lô 1, phiếu 4: Phiếu rách. Kết luận: không hợp lệ.",
                           "mỗi phiếu giấy được đếm độc lập 2 lần", "lần đếm thứ 2"}) {
    EXPECT_NE(said.find(line), std::string::npos) << line << "\n" << *text;
  }
}

TEST(PaperReport, MinutesShowEachSampleAndTheBatchCountedAnewBecauseOfIt) {
  congress::PaperHall hall;
  count_papers(hall);
  EXPECT_TAKEN(hall.check_sample("41625", 5, {{1, 2}}));
  EXPECT_TAKEN(hall.reopen_batch(1, 5, "Rút mẫu thấy phiếu 2 khác"));
  const auto good = congress::PaperHall::struck({5}), other = congress::PaperHall::struck({4});
  const congress::PaperHall::Sheets sheets{{1, good}, {2, other}, {3, good}, {4, good}, {5, good}};
  EXPECT_TAKEN(hall.key("c3", 1, 1, sheets));
  EXPECT_TAKEN(hall.key("h2", 2, 1, sheets));
  EXPECT_TAKEN(hall.close_batch(1));
  EXPECT_TAKEN(hall.check_sample("52736", 3));
  declare_papers(hall);
  const minutes::Keying keying =
      minutes_of(hall.congress.state, "c", 1).value().counting.keying.value();
  EXPECT_EQ(keying.reopened, 1u);
  EXPECT_TRUE(keying.differences.empty());
  ASSERT_EQ(keying.samples.size(), 2u);
  EXPECT_EQ(keying.samples[0].seed, "41625");
  EXPECT_EQ(keying.samples[0].papers, 5u);
  EXPECT_EQ(keying.samples[0].differing, 1u);
  EXPECT_EQ(keying.samples[1].seed, "52736");
  EXPECT_EQ(keying.samples[1].differing, 0u);
  const std::string text = unbroken(minutes_text(hall.congress.state, "c", 1).value());
  EXPECT_NE(text.find("“41625”"), std::string::npos) << text;
  EXPECT_NE(text.find("Số lô phải kiểm lại từ đầu: 1."), std::string::npos) << text;
}

TEST(PaperReport, OfARoundAnnulledWithADifferenceUnsettledSaysSo) {
  congress::PaperHall hall;
  hall.to_counting();
  EXPECT_TAKEN(hall.open_batch(1, 1));
  EXPECT_TAKEN(hall.key("c1", 1, 1, {{1, congress::PaperHall::struck({5})}}));
  EXPECT_TAKEN(hall.key("h1", 2, 1, {{1, congress::PaperHall::struck({4})}}));
  annul_papers(hall);
  const auto model = minutes_of(hall.congress.state, "c", 1);
  ASSERT_TRUE(model.has_value()) << describe(model.error(), Language::kEnglish);
  EXPECT_EQ(model->counting.keying->differences[0].settled, "chưa giải quyết.");
  EXPECT_EQ(model->counting.keying->by_third, 0u);
  EXPECT_TRUE(minutes_json(hall.congress.state, "c", 1).has_value());
}

TEST(PaperReport, WhyThePaperWasDoubtfulHasItsWords) {
  for (const char* word : {"unsure", "differing"}) {
    EXPECT_TRUE(minutes::reason_text(word).has_value()) << word;
  }
}

TEST(PaperReport, ARoundAnnulledWithOpenBatchesCountsNoPaperAndSaysSo) {
  congress::PaperHall hall;
  count_papers(hall);
  EXPECT_TAKEN(hall.open_batch(2, 5));
  annul_papers(hall);
  const auto model = minutes_of(hall.congress.state, "c", 1);
  ASSERT_TRUE(model.has_value()) << describe(model.error(), Language::kEnglish);
  EXPECT_EQ(model->ballots.paper->collected, 5u);
  EXPECT_EQ(model->ballots.paper->valid, 0u);
  EXPECT_EQ(model->outcome.accounting_problems.size(), 1u);
  EXPECT_TRUE(minutes_text(hall.congress.state, "c", 1).has_value());
}

}  // namespace
}  // namespace hp::report
