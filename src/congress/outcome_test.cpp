#include "congress/outcome.h"

#include "congress/contest_kit.h"

namespace hp::congress {
namespace {

v1::Outcome outcome(const Hall& hall) {
  return compute_outcome(hall.state, "c").value();
}

std::vector<std::uint32_t> list(const auto& repeated) {
  return {repeated.begin(), repeated.end()};
}
using Numbers = std::vector<std::uint32_t>;

TEST(Outcome, GivesEveryFigureOfAStrikeOutRound) {
  Hall hall;
  EXPECT_TAKEN(hall.approve(list_of(5, 4)));
  hall.count({9, 9, 8, 6, 4, 1}, 10);
  const v1::Outcome out = outcome(hall);
  EXPECT_FALSE(out.box_form());
  EXPECT_EQ(out.total().valid(), 9u);
  EXPECT_EQ(out.total().invalid(), 1u);
  EXPECT_EQ(out.total().reasons(0).reason(), "nobody");
  EXPECT_EQ(out.total().collected(), 10u);
  EXPECT_EQ(list(out.total().votes()), (Numbers{9, 9, 8, 6, 4}));
  EXPECT_EQ(out.percent(0), "90.00");
  EXPECT_EQ(list(out.elected()), (Numbers{1, 2, 3, 4}));
  EXPECT_EQ(out.next(), "complete");
  EXPECT_EQ(out.closing().size(), hall.round().closing->when.index + 1);
  EXPECT_FALSE(out.has_paper());
}

TEST(Outcome, OfABoxRoundCountsDisagreeAndNotCounted) {
  Hall hall;
  v1::ContestDefinition d = list_of(1, 1, v1::OFFICE_SECRETARY);
  EXPECT_TAKEN(hall.approve(d));
  hall.count({6, 3, 1}, 10);
  const v1::Outcome out = outcome(hall);
  EXPECT_TRUE(out.box_form());
  EXPECT_EQ(out.total().valid(), 9u);
  EXPECT_EQ(out.total().reasons(0).reason(), "no_box");
  EXPECT_EQ(list(out.total().disagree()), Numbers{3});
  EXPECT_EQ(list(out.total().not_counted()), Numbers{0});
  EXPECT_EQ(list(out.elected()), Numbers{1});
}

TEST(Outcome, MoreThanHalfIsOfTheBaseNotOfTheBallots) {
  Hall hall;
  EXPECT_TAKEN(hall.approve(list_of(1, 1, v1::OFFICE_SECRETARY)));
  hall.count({6, 0, 0}, 6, 12);
  EXPECT_EQ(outcome(hall).elected_size(), 0);
  EXPECT_EQ(outcome(hall).base().needed(), 7u);
  EXPECT_EQ(outcome(hall).unfilled(), 1u);
}

TEST(Outcome, OfNoBallotsIsAllZeros) {
  Hall hall;
  EXPECT_TAKEN(hall.approve(list_of(5, 4)));
  hall.count({0, 0, 0, 0, 0, 0}, 0);
  const v1::Outcome out = outcome(hall);
  EXPECT_EQ(out.total().collected(), 0u);
  EXPECT_EQ(out.total().valid(), 0u);
  EXPECT_EQ(out.elected_size(), 0);
  EXPECT_EQ(out.unfilled(), 4u);
}

TEST(Outcome, OfAnOpinionBallotRanksAndElectsNobody) {
  Hall hall;
  EXPECT_TAKEN(hall.approve(list_of(3, 2, v1::OFFICE_OPINION), 0, false));
  EXPECT_TRUE(hall.round().hands_for_list == std::nullopt);
  v1::AppointCounters counters = hall.counters();
  counters.clear_hands();
  EXPECT_TAKEN(hall.appoint(counters));
  hall.confirm(10);
  Round& round = hall.round();
  round.opening.emplace();
  round.closing.emplace();
  round.closing->cards = {.prepared = 10, .issued = 10, .collected = 10};
  round.tally = {3, 9, 5, 0};
  round.phase = Phase::kCounted;
  const v1::Outcome out = outcome(hall);
  EXPECT_EQ(list(out.ranking()), (Numbers{2, 3, 1}));
  EXPECT_EQ(out.elected_size(), 0);
  EXPECT_EQ(out.next(), "");
}

TEST(Outcome, IsThereOnlyAfterTheCount) {
  Hall hall;
  EXPECT_TAKEN(hall.approve(list_of(5, 4)));
  EXPECT_EQ(compute_outcome(hall.state, "c").error().code->name, "contest_phase");
  EXPECT_EQ(compute_outcome(hall.state, "x").error().code->name, "contest_unknown");
}

}  // namespace
}  // namespace hp::congress
