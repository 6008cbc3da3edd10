// The sample check: which papers a seed draws, and what a differing one brings about.
#include "congress/sample_check.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

#include "base/codes.h"
#include "congress/paper_kit.h"

namespace hp::congress {
namespace {

using Places = std::vector<SheetPlace>;

const v1::SheetContent kKeyed = PaperHall::struck({5});
const v1::SheetContent kTrue = PaperHall::struck({4});

Round round_with(const std::vector<std::uint32_t>& batches, std::string contest = "c",
                 std::uint32_t number = 1) {
  Round out;
  out.definition.contest = std::move(contest);
  out.definition.round = number;
  for (const std::uint32_t papers : batches) {
    Batch batch;
    batch.number = static_cast<std::uint32_t>(out.paper.batches.size() + 1);
    batch.sheets.resize(papers);
    out.paper.batches.push_back(std::make_shared<const Batch>(std::move(batch)));
  }
  return out;
}

// printf 'homphieu sample\nc 1\n41625\n1.6' | sha256sum: 0707…; 2.4: 227f…; 2.2: 46e8…; 1.5: 7a6e…;
// then 1.2, 2.3, 2.1, 1.3, 1.1, 1.4.
TEST(SampleDrawing, IsWhatSha256sumGivesByHand) {
  const Round round = round_with({6, 4});
  EXPECT_EQ(draw_sample(round, "41625", 1), (Places{{1, 6}}));
  EXPECT_EQ(draw_sample(round, "41625", 4), (Places{{1, 5}, {1, 6}, {2, 2}, {2, 4}}));
  EXPECT_EQ(draw_sample(round, "41625", 9),
            (Places{{1, 1}, {1, 2}, {1, 3}, {1, 5}, {1, 6}, {2, 1}, {2, 2}, {2, 3}, {2, 4}}));
}

RC_GTEST_PROP(SampleLaw, DrawsAsManyPapersOfTheRoundAsAskedAscendingAndEachOnce,
              (std::string seed)) {
  const auto batches =
      *rc::gen::nonEmpty(rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange(1u, 51u)));
  const Round round = round_with(batches);
  const auto all = static_cast<std::uint32_t>(papers_in_batches(round));
  const auto wanted = *rc::gen::inRange(0u, all + 5);
  const Places drawn = draw_sample(round, seed, wanted);
  RC_ASSERT(drawn.size() == std::min(wanted, all));
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    RC_ASSERT(i == 0 || drawn[i - 1] < drawn[i]);
    RC_ASSERT(drawn[i].batch >= 1 && drawn[i].batch <= batches.size());
    RC_ASSERT(drawn[i].sheet >= 1 && drawn[i].sheet <= batches[drawn[i].batch - 1]);
  }
  const Places longer = draw_sample(round, seed, wanted + *rc::gen::inRange(0u, 20u));
  RC_ASSERT(std::ranges::includes(longer, drawn));
}

TEST(SampleLaw, AnotherSeedRoundOrContestDrawsOtherwise) {
  const std::vector<std::uint32_t> batches(8, 50);
  const Places drawn = draw_sample(round_with(batches), "41625", 20);
  EXPECT_EQ(drawn, draw_sample(round_with(batches), "41625", 20));
  EXPECT_NE(drawn, draw_sample(round_with(batches), "41626", 20));
  EXPECT_NE(drawn, draw_sample(round_with(batches, "c", 2), "41625", 20));
  EXPECT_NE(drawn, draw_sample(round_with(batches, "d"), "41625", 20));
}

// Of 40 papers each is drawn about equally often; were one never or always drawn, this would show.
TEST(SampleLaw, EveryPaperHasItsChance) {
  const Round round = round_with({20, 20});
  std::map<SheetPlace, int> drawn;
  for (int seed = 0; seed < 2000; ++seed) {
    for (const SheetPlace& one : draw_sample(round, std::to_string(seed), 10)) ++drawn[one];
  }
  ASSERT_EQ(drawn.size(), 40u);
  for (const auto& [place, times] : drawn) {
    EXPECT_NEAR(times, 500, 100) << place.batch << "." << place.sheet;  // five deviations
  }
}

// Ten papers, in batches of six and of four, all keyed alike; seed 41625 draws 1.5 1.6 2.2 2.4.
class Sampling : public ::testing::Test {
 protected:
  void count_all() {
    hall.to_counting();
    hall.count_batch(1, std::vector<v1::SheetContent>(6, kKeyed));
    hall.count_batch(2, std::vector<v1::SheetContent>(4, kKeyed));
    ASSERT_EQ(hall.round().phase, Phase::kCounted);
  }
  // Batch 2 anew, with paper 4 read as it is.
  void count_batch_2_anew() {
    EXPECT_TAKEN(hall.reopen_batch(2, 4, "Rút mẫu thấy phiếu 4 khác"));
    const PaperHall::Sheets sheets{{1, kKeyed}, {2, kKeyed}, {3, kKeyed}, {4, kTrue}};
    EXPECT_TAKEN(hall.key("c4", 1, 2, sheets));
    EXPECT_TAKEN(hall.key("h2", 2, 2, sheets));
    EXPECT_TAKEN(hall.close_batch(2));
  }
  v1::Outcome outcome() { return compute_outcome(hall.congress.state, "c").value(); }
  PaperHall hall;
};

TEST_F(Sampling, WaitsUntilEveryBatchIsClosedAndEverySumFits) {
  hall.to_closed(10);
  EXPECT_REFUSED(hall.check_sample("41625", 1), codes::kPapersNotCounted, "contest");
  EXPECT_TAKEN(hall.record(hall.figures(10, 10, 0, 0, 10)));
  hall.count_batch(1, std::vector<v1::SheetContent>(6, kKeyed));
  EXPECT_REFUSED(hall.check_sample("41625", 1), codes::kPapersNotCounted, "contest");
  hall.count_batch(2, std::vector<v1::SheetContent>(4, kKeyed));
  EXPECT_TAKEN(hall.check_sample("41625", 1));
  EXPECT_TAKEN(hall.open_batch(3, 1));
  EXPECT_REFUSED(hall.check_sample("41626", 1), codes::kPapersNotCounted, "contest");
}

TEST_F(Sampling, NeedsASeedThatTheRecordTakesAndThatIsNew) {
  count_all();
  EXPECT_REFUSED(hall.check_sample("", 4), codes::kSampleSeed, "seed");
  EXPECT_REFUSED(hall.check_sample(std::string(65, '1'), 4), codes::kSampleSeed, "seed");
  EXPECT_TAKEN(hall.check_sample(std::string(64, '1'), 4));
  EXPECT_REFUSED(hall.check_sample(std::string(64, '1'), 4), codes::kSampleSeed, "seed");
  EXPECT_REFUSED(hall.check_sample(std::string(64, '1'), 5), codes::kSampleSeed, "seed");
  EXPECT_TAKEN(hall.check_sample("xúc xắc 4 1 6 2 5", 4));
}

// Whoever looks papers up by it before it is recorded hears so then.
TEST_F(Sampling, ASeedThatTheRecordWouldNotTakeDrawsNothing) {
  count_all();
  const auto refused = [&](const std::string& seed) {
    return std::string(sample_of(hall.round(), seed, 4).error().code->name);
  };
  EXPECT_EQ(refused("\xff"), codes::kNotUtf8.name);
  EXPECT_EQ(refused("xu\u0301c xa\u0306\u0301c"), codes::kNotNfc.name);
  EXPECT_EQ(refused("4\n1"), codes::kTextNotPrintable.name);
  EXPECT_EQ(sample_of(hall.round(), "41625", 4).value(), (Places{{1, 5}, {1, 6}, {2, 2}, {2, 4}}));
}

TEST_F(Sampling, IsOfOnePaperAtLeastAndOfAllAtMost) {
  count_all();
  EXPECT_REFUSED(hall.check_sample("1", 0), codes::kSamplePapers, "papers");
  EXPECT_REFUSED(hall.check_sample("1", 11), codes::kSamplePapers, "papers");
  EXPECT_TAKEN(hall.check_sample("1", 10));
}

TEST_F(Sampling, NamesOnlyPapersThatWereDrawnEachOnceAndInOrder) {
  count_all();
  const auto refused = [&](const Places& differing, const std::string& where) {
    const auto made = hall.check_sample("41625", 4, differing);
    EXPECT_REFUSED(made, codes::kSampleSheet, where);
  };
  refused({{1, 1}}, "differing[0]");  // not drawn
  refused({{0, 0}}, "differing[0]");
  refused({{1, 7}}, "differing[0]");
  refused({{3, 1}}, "differing[0]");
  refused({{1, 5}, {1, 5}}, "differing[1]");
  refused({{2, 2}, {1, 5}}, "differing[1]");
  refused({{1, 5}, {2, 3}}, "differing[1]");
  EXPECT_TRUE(hall.round().paper.samples.empty());
  EXPECT_TAKEN(hall.check_sample("41625", 4, {{1, 5}, {2, 4}}));
}

TEST_F(Sampling, OfPapersAsTheyWereKeyedLeavesTheRoundCounted) {
  count_all();
  EXPECT_TAKEN(hall.check_sample("41625", 4));
  EXPECT_EQ(hall.round().phase, Phase::kCounted);
  ASSERT_EQ(outcome().keying().samples_size(), 1);
  EXPECT_EQ(outcome().keying().samples(0).seed(), "41625");
  EXPECT_EQ(outcome().keying().samples(0).papers(), 4u);
  EXPECT_EQ(outcome().keying().samples(0).differing(), 0u);
  std::vector<PersonId> who = hall.round().paper.samples.front().who;
  std::ranges::sort(who);
  EXPECT_EQ(who, (std::vector<PersonId>{"c1", "c2"}));
}

TEST_F(Sampling, ADifferingPaperKeepsTheRoundFromBeingCountedUntilItsBatchWasCountedAnew) {
  count_all();
  EXPECT_EQ(outcome().paper().votes(3), 10u);
  EXPECT_TAKEN(hall.check_sample("41625", 4, {{2, 4}}));
  EXPECT_EQ(hall.round().phase, Phase::kClosed);
  ASSERT_EQ(hall.problems(), (std::vector<std::string>{"sample_differs"}));
  EXPECT_EQ(paper_problems(hall.round())[0].where, "batches[1]");
  EXPECT_EQ(paper_problems(hall.round())[0].detail, "2.4");
  EXPECT_REFUSED(hall.check_sample("again", 4), codes::kPapersNotCounted, "contest");
  // No other batch makes up for it.
  EXPECT_TAKEN(hall.reopen_batch(1, 6));
  EXPECT_EQ(hall.problems(), (std::vector<std::string>{"paper_batch_open", "sample_differs"}));
  const PaperHall::Sheets six{{1, kKeyed}, {2, kKeyed}, {3, kKeyed},
                              {4, kKeyed}, {5, kKeyed}, {6, kKeyed}};
  EXPECT_TAKEN(hall.key("c3", 1, 1, six));
  EXPECT_TAKEN(hall.key("h1", 2, 1, six));
  EXPECT_TAKEN(hall.close_batch(1));
  EXPECT_EQ(hall.round().phase, Phase::kClosed);

  count_batch_2_anew();
  EXPECT_EQ(hall.round().phase, Phase::kCounted);
  EXPECT_TRUE(differing_in_samples(hall.round().paper).empty());
  EXPECT_EQ(outcome().paper().votes(3), 9u);
  EXPECT_TAKEN(hall.check_sample("52736", 10));
  const v1::OutcomeKeying keying = outcome().keying();
  EXPECT_EQ(keying.reopened(), 2u);
  ASSERT_EQ(keying.samples_size(), 2);
  EXPECT_EQ(keying.samples(0).differing(), 1u);
  EXPECT_EQ(keying.samples(1).seed(), "52736");
  EXPECT_EQ(keying.samples(1).differing(), 0u);
}

TEST_F(Sampling, ASecondSampleFindsTheReopenedBatchDifferingOnceMore) {
  count_all();
  EXPECT_TAKEN(hall.check_sample("41625", 4, {{2, 4}}));
  count_batch_2_anew();
  EXPECT_TAKEN(hall.check_sample("52736", 10, {{1, 3}, {2, 4}}));
  EXPECT_EQ(hall.round().phase, Phase::kClosed);
  EXPECT_EQ(differing_in_samples(hall.round().paper), (Places{{1, 3}, {2, 4}}));
}

// A sample signed before a batch was counted anew looked at other papers.
TEST_F(Sampling, HasSeenTheCountThatItLooksAt) {
  count_all();
  v1::Command command;
  auto& body = *command.mutable_check_sample();
  body.set_contest("c");
  body.set_round(1);
  body.set_seed("41625");
  body.set_papers(4);
  command.mutable_seen()->set_size(hall.congress.state.size);
  command.mutable_seen()->set_root(to_string(hall.congress.state.roots.back()));
  EXPECT_TAKEN(hall.congress.check(command, {"c1", "c2"}));
  count_batch_2_anew();
  EXPECT_REFUSED(hall.congress.check(command, {"c1", "c2"}), codes::kSeenStale, "seen");
}

// Nor can a result that was computed before a sample be declared after it.
TEST_F(Sampling, ADeclarationHoldsEverySample) {
  count_all();
  v1::Command command;
  auto& body = *command.mutable_declare_result();
  body.set_contest("c");
  body.set_round(1);
  body.set_outcome(to_string(outcome_bytes(hall.congress.state, "c").value()));
  body.set_program_version("1");
  body.set_copies(3);
  const std::vector<std::string> all = {"c1", "c2", "c3", "c4", "p1"};
  EXPECT_TAKEN(hall.congress.check(command, all));
  EXPECT_TAKEN(hall.check_sample("41625", 4));
  EXPECT_FALSE(hall.congress.check(command, all).has_value());
  command.mutable_declare_result()->set_outcome(
      to_string(outcome_bytes(hall.congress.state, "c").value()));
  EXPECT_TAKEN(hall.congress.send(command, all));
  EXPECT_REFUSED(hall.check_sample("52736", 4), codes::kContestPhase, "contest");
}

TEST_F(Sampling, IsOfTheHeadAndAMemberTogether) {
  count_all();
  for (const std::vector<std::string>& by : std::vector<std::vector<std::string>>{
           {"c1"}, {"c2", "c3"}, {"c1", "p1"}, {"c1", "h1"}, {"c1", "c2", "c3"}}) {
    EXPECT_FALSE(hall.check_sample("41625", 4, {}, by).has_value());
  }
  EXPECT_TAKEN(hall.check_sample("41625", 4, {}, {"c1", "c4"}));
}

}  // namespace
}  // namespace hp::congress
