// A contest on its way to the opening, through the whole fold: authority, `seen`, content.
#include <gtest/gtest.h>

#include "congress/codes.h"
#include "congress/contest_kit.h"
#include "congress/dump.h"
#include "congress/testing/entries.h"
#include "congress/testing/expect.h"

namespace hp::congress {
namespace {

v1::Command approval() {
  v1::Command command;
  v1::ApproveContest& body = *command.mutable_approve_contest();
  body.set_definition(to_string(journal::encode_canonical(list_of(5, 4))));
  body.mutable_hands_for_seats()->set_votes_for(10);
  body.mutable_hands_for_list()->set_votes_for(10);
  return command;
}

v1::Command figures(const State& state) {
  const BaseFigures now = base_figures(state);
  v1::Command command;
  v1::ConfirmAttendance& body = *command.mutable_confirm_attendance();
  body.set_contest("c");
  body.set_convened(now.convened);
  for (const v1::Deduction& one : now.deductions) *body.add_deductions() = one;
  body.set_base(now.base);
  body.set_needed(now.needed);
  body.set_present(now.present);
  return command;
}

v1::Command withdrawal() {
  v1::Command command;
  command.mutable_withdraw_contest()->set_contest("c");
  command.mutable_withdraw_contest()->set_reason("Danh sách còn thiếu");
  return command;
}

// Ten of twelve delegates have come; contest "c" is approved.
TestCongress approved() {
  TestCongress congress = TestCongress::with_roll(12);
  for (int i = 1; i <= 10; ++i) congress.must(arrived_command("d" + std::to_string(i)), {"r1"});
  congress.must(approval(), {"p1", "s1"});
  return congress;
}

TEST(ConfirmAttendance, FixesTheBaseOfTheRound) {
  TestCongress congress = approved();
  congress.must(figures(congress.state), {"r1", "r2"});
  const auto& fixed = congress.state.contests.at("c").current().attendance;
  ASSERT_TRUE(fixed.has_value());
  EXPECT_EQ(fixed->base.convened, rules::People{12});
  EXPECT_EQ(fixed->base.base, rules::Base{10});
  EXPECT_EQ(fixed->base.needed, rules::Votes{6});
  EXPECT_EQ(fixed->present, 10u);
}

TEST(ConfirmAttendance, OtherFiguresThanTheRecordsAreRefused) {
  const TestCongress congress = approved();
  v1::Command command = figures(congress.state);
  command.mutable_confirm_attendance()->set_base(11);
  EXPECT_REFUSED(congress.check(command, {"r1", "r2"}), codes::kFiguresDiffer, "base");
  command = figures(congress.state);
  command.mutable_confirm_attendance()->set_present(9);
  EXPECT_REFUSED(congress.check(command, {"r1", "r2"}), codes::kFiguresDiffer, "present");
  command = figures(congress.state);
  command.mutable_confirm_attendance()->clear_deductions();
  EXPECT_REFUSED(congress.check(command, {"r1", "r2"}), codes::kFiguresDiffer, "deductions");
}

TEST(ConfirmAttendance, TheLastOneCounts) {
  TestCongress congress = approved();
  congress.must(figures(congress.state), {"r1", "r2"});
  congress.must(arrived_command("d11"), {"r1"});
  congress.must(figures(congress.state), {"r1", "r2"});
  EXPECT_EQ(congress.state.contests.at("c").current().attendance->base.base, rules::Base{11});
}

TEST(ConfirmAttendance, LaterAttendanceLeavesItAsItIs) {
  TestCongress congress = approved();
  congress.must(figures(congress.state), {"r1", "r2"});
  congress.must(arrived_command("d11"), {"r1"});
  EXPECT_EQ(congress.state.contests.at("c").current().attendance->base.base, rules::Base{10});
}

TEST(ConfirmAttendance, IsForAnApprovedRound) {
  TestCongress congress = approved();
  congress.must(withdrawal(), {"p1", "s1"});
  EXPECT_REFUSED(congress.check(figures(congress.state), {"r1", "r2"}), codes::kContestPhase,
                 "contest");
}

TEST(Seen, AWithdrawalKeptBackDoesNotHitTheNextApproval) {
  TestCongress congress = approved();
  v1::Command old = withdrawal();
  old.set_command_id("0123456789abcdef");
  old.mutable_seen()->set_size(congress.state.size);
  old.mutable_seen()->set_root(to_string(congress.state.roots.back()));
  congress.must(withdrawal(), {"p1", "s1"});
  congress.must(approval(), {"p1", "s1"});
  EXPECT_REFUSED(congress.check(old, {"p1", "s1"}), codes::kSeenStale, "seen");
}

TEST(CloseCongress, WaitsForALiveContest) {
  TestCongress congress = approved();
  v1::Command close;
  close.mutable_close_congress();
  EXPECT_REFUSED(congress.check(close, {"p1", "s1"}), codes::kPlacesOpen, "contest");
  congress.must(withdrawal(), {"p1", "s1"});
  EXPECT_TAKEN(congress.check(close, {"p1", "s1"}));
}

// A round that is open, without the ballots: what other commands must leave alone meanwhile.
TestCongress opened() {
  TestCongress congress = approved();
  congress.must(register_cards_command({"k1", "k2"}), {"r1", "r2"});
  Round& round = congress.state.contests.at("c").current();
  round.counters.emplace();
  round.counters->head = "c1";
  for (const char* one : {"c1", "c2", "c3"}) round.counters->all.push_back({one, one});
  round.opening.emplace();
  round.phase = Phase::kOpen;
  return congress;
}

TEST(OpenRound, TakesNoAttendanceNoCardsAndNoCorrectionOfTheRoll) {
  const TestCongress congress = opened();
  EXPECT_REFUSED(congress.check(arrived_command("d11"), {"r1"}), codes::kElectronicRoundOpen, "");
  EXPECT_REFUSED(congress.check(register_cards_command({"k3"}), {"r1", "r2"}),
                 codes::kElectronicRoundOpen, "");
  v1::Command correct;
  *correct.mutable_correct_roll()->mutable_person() = *roll_person(congress.state, "d1");
  correct.mutable_correct_roll()->mutable_person()->set_born_year(1971);
  correct.mutable_correct_roll()->set_reason("Sai năm sinh");
  EXPECT_REFUSED(congress.check(correct, {"r1", "r2", "p1"}), codes::kRoundUnfinished, "");
}

TEST(OpenRound, ItsCountersAreNotRetired) {
  EXPECT_REFUSED(opened().check(retire_command("c2", {v1::ROLE_COUNTING}), {"s1", "p1"}),
                 codes::kBoundToRound, "person");
  EXPECT_TAKEN(approved().check(retire_command("c2", {v1::ROLE_COUNTING}), {"s1", "p1"}));
}

TEST(OpenRound, ACardThatHasCastIsNotVoided) {
  TestCongress congress = opened();
  v1::Command command;
  command.mutable_void_cards()->add_keys(test_point("k1"));
  command.mutable_void_cards()->set_reason("Thẻ bị mất");
  EXPECT_TAKEN(congress.check(command, {"r1", "r2", "c1"}));
  Round& round = congress.state.contests.at("c").current();
  const std::string point = test_point("k1");
  round.voted.emplace(array_of<65>(view(point)), 0);
  EXPECT_REFUSED(congress.check(command, {"r1", "r2", "c1"}), codes::kCardUsed, "keys[0]");
}

TEST(Dump, TellsOfEveryStepOfARound) {
  const TestCongress before = approved();
  TestCongress after = approved();
  after.must(figures(after.state), {"r1", "r2"});
  EXPECT_NE(dump(before.state), dump(after.state));
  Round& round = after.state.contests.at("c").current();
  std::string last = dump(after.state);
  const auto changed = [&](const char* what) {
    const std::string now = dump(after.state);
    EXPECT_NE(now, last) << what;
    last = now;
  };
  round.phase = Phase::kOpen;
  changed("phase");
  round.opening.emplace();
  changed("opening");
  round.board.push_back({});
  changed("board");
  round.voted[KeyPoint{}] = 0;
  changed("voted");
  round.moved.emplace();
  changed("moved");
  round.closing.emplace();
  changed("closing");
  round.acceptances[1] = {"t1", "t1"};
  changed("acceptances");
  round.decryptions.emplace_back();
  changed("decryptions");
  round.tally = {1};
  changed("tally");
  round.remarks.emplace_back();
  changed("remarks");
  round.declaration.emplace();
  changed("declaration");
  round.signatures["c1"] = {};
  changed("signatures");
  round.signed_when.emplace();
  changed("signed");
  round.announced.emplace();
  changed("announced");
  round.withdrawn.emplace();
  changed("withdrawn");
  round.annulment.emplace();
  changed("annulment");
  after.state.contests.at("c").next.emplace();
  changed("next");
  after.state.ceremonies.all.emplace_back();
  changed("ceremonies");
}

}  // namespace
}  // namespace hp::congress
