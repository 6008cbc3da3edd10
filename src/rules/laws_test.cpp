// Laws that every outcome keeps, on random cases.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <cstdlib>
#include <numeric>

#include "rules/laws_support.h"

namespace hp::rules {
namespace {

using test::pick;
using test::pick_case;

Outcome counted(const Case& one) {
  auto outcome = count(one);
  RC_ASSERT(outcome.has_value());
  return *std::move(outcome);
}

// A thousand cases a law, unless the environment says otherwise.
const int kMoreRuns = setenv("RC_PARAMS", "max_success=1000", 0);

bool has(const std::vector<Candidate>& list, Candidate who) {
  return std::ranges::find(list, who) != list.end();
}

TEST(Laws, AreTriedOnCasesOfEveryKindOfResult) {
  std::array<int, Words<Next>::of.size()> results{};
  int polls = 0;
  EXPECT_TRUE(rc::check([&] {
    const Outcome outcome = counted(pick_case());
    ++(outcome.decision ? results[static_cast<std::size_t>(outcome.decision->next)] : polls);
  }));
  for (std::size_t i = 0; i < results.size(); ++i) EXPECT_GT(results[i], 0) << Words<Next>::of[i];
  EXPECT_GT(polls, 0);
}

RC_GTEST_PROP(Laws, SumsFit, ()) {
  const Case one = pick_case();
  const Outcome outcome = counted(one);
  Ballots all;
  for (const BallotGroup& group : one.ballots) all += group.count;
  RC_ASSERT(outcome.tally.ballots() == all);
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < outcome.tally.votes.size(); ++i) {
    const Votes votes = outcome.tally.votes[i];
    sum += votes.value;
    RC_ASSERT(votes.value <= outcome.tally.valid.value);
    if (outcome.tally.disagree.empty()) continue;
    RC_ASSERT((votes + outcome.tally.disagree[i] + outcome.tally.not_counted[i]).value ==
              outcome.tally.valid.value);
  }
  RC_ASSERT(sum <= outcome.tally.valid.value * one.contest.seats.value);
}

RC_GTEST_PROP(Laws, TheBaseIsTheConvenedLessTheDeducted, ()) {
  const BaseOf base = counted(pick_case()).base;
  std::uint64_t deducted = 0;
  for (const Deducted& one : base.deductions) {
    RC_ASSERT(one.count > People{0});
    deducted += one.count.value;
  }
  RC_ASSERT(base.base.value + deducted == base.convened.value);
  RC_ASSERT(2 * base.needed.value > base.base.value);
  RC_ASSERT(2 * (base.needed.value - 1) <= base.base.value);
}

RC_GTEST_PROP(Laws, NeverMoreElectedThanSeatsAndNobodyTwice, ()) {
  const Case one = pick_case();
  const Outcome outcome = counted(one);
  RC_PRE(outcome.decision.has_value());
  const Decision& decision = *outcome.decision;
  RC_ASSERT(decision.elected.size() + decision.unfilled.value == one.contest.seats.value);
  RC_ASSERT(decision.alternates.size() + decision.unfilled_alternates.value ==
            one.contest.alternates.value);
  std::vector<Candidate> named = decision.elected;
  named.insert(named.end(), decision.alternates.begin(), decision.alternates.end());
  if (decision.tie) {
    named.insert(named.end(), decision.tie->candidates.begin(), decision.tie->candidates.end());
    RC_ASSERT(decision.tie->candidates.size() > decision.tie->seats.value);
    RC_ASSERT(decision.tie->seats > Seats{0});
  }
  std::ranges::sort(named);
  RC_ASSERT(std::ranges::adjacent_find(named) == named.end());
}

RC_GTEST_PROP(Laws, NobodyIsElectedAtHalfTheBaseOrLessButInATieBallot, ()) {
  const Case one = pick_case();
  const Outcome outcome = counted(one);
  RC_PRE(outcome.decision.has_value() && !one.contest.tie_of);
  for (const auto* list : {&outcome.decision->elected, &outcome.decision->alternates}) {
    for (const Candidate who : *list) {
      RC_ASSERT(2 * outcome.tally.votes[who.index()].value > outcome.base.base.value);
    }
  }
}

RC_GTEST_PROP(Laws, NobodyElectedHasFewerVotesThanSomebodyWhoIsNot, ()) {
  const Case one = pick_case();
  const Outcome outcome = counted(one);
  RC_PRE(outcome.decision.has_value());
  const auto& votes = outcome.tally.votes;
  for (const Candidate who : outcome.decision->elected) {
    for (std::size_t i = 0; i < votes.size(); ++i) {
      if (has(outcome.decision->elected, Candidate::at_index(i))) continue;
      RC_ASSERT(votes[who.index()] > votes[i]);
    }
  }
}

RC_GTEST_PROP(Laws, WhatIsNotInOrderElectsNobody, ()) {
  const Case one = pick_case();
  const Outcome outcome = counted(one);
  RC_PRE(outcome.decision.has_value());
  const Decision& decision = *outcome.decision;
  const bool stopped = decision.next == Next::kBlocked || decision.next == Next::kPaused;
  if (!outcome.list.ok() || outcome.tally.held > Ballots{0} || outcome.base.base == Base{0}) {
    RC_ASSERT(stopped);
  }
  if (stopped) RC_ASSERT(decision.elected.empty() && decision.alternates.empty() && !decision.tie);
  const bool filled = decision.unfilled == Seats{0} && decision.unfilled_alternates == Seats{0};
  RC_ASSERT((decision.next == Next::kComplete) == (!stopped && filled));
}

RC_GTEST_PROP(Laws, TheOrderOfBallotsIsIrrelevant, ()) {
  Case one = pick_case();
  const Outcome before = counted(one);
  std::ranges::reverse(one.ballots);
  const std::uint64_t turn = one.ballots.empty() ? 0 : pick(0, one.ballots.size() - 1);
  std::ranges::rotate(one.ballots, one.ballots.begin() + static_cast<std::ptrdiff_t>(turn));
  const Outcome after = counted(one);
  RC_ASSERT(before.tally == after.tally);
  RC_ASSERT(before.decision == after.decision);
  RC_ASSERT(before.ranking == after.ranking);
}

RC_GTEST_PROP(Laws, SplittingAGroupOfEqualBallotsChangesNothing, ()) {
  Case one = pick_case();
  RC_PRE(!one.ballots.empty());
  const Outcome whole = counted(one);
  std::vector<BallotGroup> parts;
  for (BallotGroup group : one.ballots) {
    const std::uint64_t first = pick(0, group.count.value);
    const std::uint64_t second = group.count.value - first;
    for (const std::uint64_t part : {first, second}) {
      group.count = Ballots{part};
      if (part > 0) parts.push_back(group);
    }
  }
  one.ballots = parts;
  const Outcome split = counted(one);
  RC_ASSERT(whole.tally == split.tally);
  RC_ASSERT(whole.decision == split.decision);
}

RC_GTEST_PROP(Laws, SplittingAGroupOfPeopleLeavesTheBase, ()) {
  Case one = pick_case();
  const BaseOf whole = base_of(one.roll, one.meeting);
  std::vector<PeopleGroup> single;
  for (const PeopleGroup& group : one.roll) {
    for (std::uint64_t i = 0; i < group.count.value; ++i) {
      single.insert(single.begin(), {.count = People{1}, .person = group.person});
    }
  }
  RC_ASSERT(base_of(single, one.meeting) == whole);
}

RC_GTEST_PROP(Laws, BallotsIssuedOrCollectedNeverChangeTheBase, ()) {
  Case one = pick_case();
  const BaseOf before = counted(one).base;
  one.accounting = Accounting{.issued = Ballots{pick(0, 20)}, .collected = Ballots{pick(0, 20)}};
  one.ballots.clear();
  RC_ASSERT(counted(one).base == before);
}

// Candidate i of the one case is candidate order[i] of the other.
Candidate renamed(Candidate who, const std::vector<std::size_t>& order) {
  return Candidate::at_index(order[who.index()]);
}
std::vector<Candidate> renamed(std::vector<Candidate> list, const std::vector<std::size_t>& order) {
  for (Candidate& who : list) who = renamed(who, order);
  std::ranges::sort(list);
  return list;
}
std::vector<Candidate> sorted(std::vector<Candidate> list) {
  std::ranges::sort(list);
  return list;
}

Case renamed(Case one, const std::vector<std::size_t>& order) {
  for (BallotGroup& group : one.ballots) {
    group.struck = renamed(group.struck, order);
    const std::vector<Mark> marks = group.marks;
    for (std::size_t i = 0; i < marks.size(); ++i) group.marks[order[i]] = marks[i];
  }
  Contest& contest = one.contest;
  contest.counters_on_list = renamed(contest.counters_on_list, order);
  if (auto& body = contest.members_of.committee) body = renamed(*body, order);
  if (contest.planned && contest.planned->number > 0) {
    contest.planned = renamed(*contest.planned, order);
  }
  return one;
}

RC_GTEST_PROP(Laws, RelabellingCandidatesPermutesTheOutcome, ()) {
  const Case one = pick_case();
  std::vector<std::size_t> order(one.contest.candidates.value);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::rotate(order,
                      order.begin() + static_cast<std::ptrdiff_t>(pick(0, order.size() - 1)));
  if (pick(0, 1) == 1) std::ranges::reverse(order);
  const Outcome before = counted(one);
  const Outcome after = counted(renamed(one, order));
  for (std::size_t i = 0; i < order.size(); ++i) {
    RC_ASSERT(after.tally.votes[order[i]] == before.tally.votes[i]);
  }
  RC_ASSERT(before.list == after.list);
  RC_ASSERT(before.decision.has_value() == after.decision.has_value());
  if (!before.decision) return;
  RC_ASSERT(renamed(before.decision->elected, order) == sorted(after.decision->elected));
  RC_ASSERT(renamed(before.decision->alternates, order) == sorted(after.decision->alternates));
  RC_ASSERT(before.decision->next == after.decision->next);
  RC_ASSERT(before.decision->tie.has_value() == after.decision->tie.has_value());
  if (before.decision->tie) {
    RC_ASSERT(renamed(before.decision->tie->candidates, order) == after.decision->tie->candidates);
    RC_ASSERT(before.decision->tie->seats == after.decision->tie->seats);
  }
}

}  // namespace
}  // namespace hp::rules
