// Rounds with papers from approval on: on paper alone, on both ways, moved to paper, rehearsed.
#include "congress/ceremony_state.h"
#include "congress/contest_lookup.h"
#include "congress/contest_result.h"
#include "congress/dump.h"
#include "congress/paper_kit.h"

namespace hp::congress {
namespace {

const v1::SheetContent kGood = PaperHall::struck({5});

v1::Outcome outcome(const PaperHall& hall) {
  return compute_outcome(hall.congress.state, hall.plan.contest).value();
}
std::vector<std::uint32_t> listed(const auto& repeated) {
  return {repeated.begin(), repeated.end()};
}
using Numbers = std::vector<std::uint32_t>;

void announce(PaperHall& hall) {
  const std::vector<std::string> all = {"c1", "c2", "c3", "c4", "p1"};
  v1::Command declare;
  auto& body = *declare.mutable_declare_result();
  body.set_contest("c");
  body.set_round(hall.round().number());
  body.set_outcome(to_string(outcome_bytes(hall.congress.state, "c").value()));
  body.set_program_version("1");
  body.set_copies(3);
  EXPECT_TAKEN(hall.congress.send(declare, all));
  for (const std::string& one : all) {
    v1::Command sign;
    sign.mutable_sign_minutes()->set_contest("c");
    sign.mutable_sign_minutes()->set_round(hall.round().number());
    sign.mutable_sign_minutes()->set_minutes_hash(std::string(32, 'm'));
    EXPECT_TAKEN(hall.congress.send(sign, {one}));
  }
  v1::Command command;
  command.mutable_announce_result()->set_contest("c");
  command.mutable_announce_result()->set_round(hall.round().number());
  command.mutable_announce_result()->set_declaration_hash(
      to_string(hall.round().declaration->payload_hash));
  EXPECT_TAKEN(hall.congress.send(command, {"p1"}));
}

TEST(PaperRound, GoesFromApprovalToAnnouncementWithoutTrusteesAndCards) {
  PaperHall hall;
  for (const char* one : {"t1", "t2", "t3"}) {
    hall.congress.must(retire_command(one, {v1::ROLE_TRUSTEE}), {"s1", "p1"});
  }
  hall.to_closed(10);
  EXPECT_TAKEN(hall.record(hall.figures(12, 10, 1, 1, 9)));
  hall.count_batch(1, std::vector<v1::SheetContent>(5, kGood));
  hall.count_batch(2, {PaperHall::struck({4}), PaperHall::struck({}), PaperHall::struck({4}),
                       PaperHall::struck({1, 2, 3, 4, 5})});
  EXPECT_EQ(hall.round().phase, Phase::kCounted);
  const v1::Outcome out = outcome(hall);
  EXPECT_FALSE(out.has_electronic());
  EXPECT_FALSE(out.has_decryption());
  EXPECT_EQ(out.paper().prepared(), 12u);
  EXPECT_EQ(out.paper().collected(), 9u);
  EXPECT_EQ(out.paper().valid(), 7u);
  EXPECT_EQ(out.paper().invalid(), 2u);
  EXPECT_EQ(out.paper().reasons(0).reason(), "too_many");
  EXPECT_EQ(out.paper().reasons(1).reason(), "nobody");
  EXPECT_EQ(listed(out.total().votes()), (Numbers{7, 7, 7, 5, 2}));
  EXPECT_EQ(out.total().SerializeAsString(), out.paper().SerializeAsString());
  EXPECT_EQ(listed(out.elected()), (Numbers{1, 2, 3}));  // 5 of 10 is not more than half
  EXPECT_EQ(out.keying().counts(), 2u);
  EXPECT_EQ(out.keying().batches(), 2u);
  announce(hall);
  EXPECT_EQ(hall.round().phase, Phase::kAnnounced);
  EXPECT_EQ(result_of(hall.congress.state.contests.at("c")).elected,
            (std::vector<std::string>{"n1", "n2", "n3"}));
}

TEST(PaperRound, HasNoCardsNoCeremonyAndNotMorePapersThanPeople) {
  PaperHall hall;
  hall.approve();
  EXPECT_REFUSED(hall.open(0), codes::kPapersToIssue, "papers_to_issue");
  EXPECT_REFUSED(hall.open(11), codes::kTooManyCards, "papers_to_issue");
  v1::Command command = hall.opening(v1::WAY_PAPER, 10);
  command.mutable_open_contest()->set_ceremony_hash(std::string(32, 'x'));
  EXPECT_REFUSED(hall.congress.check(command, {"c1", "p1"}), codes::kOpeningMismatch,
                 "ceremony_hash");
  command = hall.opening(v1::WAY_PAPER, 10);
  command.mutable_open_contest()->add_void_keys(std::string(65, 'x'));
  EXPECT_REFUSED(hall.congress.check(command, {"c1", "p1"}), codes::kOpeningMismatch, "void_keys");
  EXPECT_TAKEN(hall.open(10));
  EXPECT_FALSE(electronic_round_open(hall.congress.state));
  v1::Command move;
  move.mutable_move_to_paper()->set_contest("c");
  move.mutable_move_to_paper()->set_round(1);
  move.mutable_move_to_paper()->set_papers_to_issue(10);
  EXPECT_REFUSED(hall.congress.check(move, {"c1", "p1"}), codes::kContestPhase, "contest");
}

TEST(PaperRound, ClosesWhenHalfOfThosePresentWereIssuedAPaper) {
  PaperHall hall;
  hall.approve();
  EXPECT_TAKEN(hall.open(4));
  EXPECT_REFUSED(hall.close(), codes::kTooFewVoted, "contest");
}

TEST(PaperRound, WhenNobodyHandedInAPaperIsCountedOnceThatIsRecorded) {
  PaperHall hall;
  hall.to_closed(10);
  EXPECT_TAKEN(hall.record(hall.figures(10, 10, 0, 0, 0)));
  EXPECT_EQ(hall.round().phase, Phase::kCounted);
  EXPECT_EQ(outcome(hall).total().valid(), 0u);
}

TEST(PaperRound, ReopeningABatchOfACountedRoundBringsItBackToClosed) {
  PaperHall hall;
  hall.to_counting(6);
  hall.count_batch(1, std::vector<v1::SheetContent>(6, kGood));
  EXPECT_EQ(hall.round().phase, Phase::kCounted);
  EXPECT_TAKEN(hall.reopen_batch(1, 6));
  EXPECT_EQ(hall.round().phase, Phase::kClosed);
  EXPECT_EQ(hall.problems(), std::vector<std::string>{"paper_batch_open"});
}

TEST(PaperRound, IsCountedForGoodOnceItIsDeclared) {
  PaperHall hall;
  hall.to_counting();
  hall.count_batch(1, std::vector<v1::SheetContent>(10, kGood));
  announce(hall);
  EXPECT_REFUSED(hall.reopen_batch(1, 10), codes::kContestPhase, "contest");
}

TEST(PaperRound, OfBoxesCountsEveryBox) {
  PaperHall hall({.names = 2, .seats = 2, .office = v1::OFFICE_OPINION});
  hall.to_counting();
  std::vector<v1::SheetContent> papers(
      6, PaperHall::marked({v1::BOX_MARK_AGREE, v1::BOX_MARK_DISAGREE}));
  papers.push_back(PaperHall::marked({v1::BOX_MARK_AGREE, v1::BOX_MARK_BOTH}));
  papers.push_back(PaperHall::marked({v1::BOX_MARK_NONE, v1::BOX_MARK_AGREE}));
  papers.push_back(PaperHall::marked({v1::BOX_MARK_NONE, v1::BOX_MARK_NONE}));
  papers.push_back(PaperHall::with(PaperHall::marked({v1::BOX_MARK_AGREE, v1::BOX_MARK_AGREE}),
                                   v1::SHEET_DEFECT_NOT_ISSUED));
  hall.count_batch(1, papers);
  EXPECT_EQ(listed(outcome(hall).paper().votes()), (Numbers{7, 1}));
  EXPECT_EQ(listed(outcome(hall).paper().disagree()), (Numbers{0, 6}));
  EXPECT_EQ(listed(outcome(hall).paper().not_counted()), (Numbers{1, 1}));
  EXPECT_EQ(outcome(hall).paper().invalid(), 2u);
}

TEST(PaperRound, KeyingFiguresSayHowThePapersWereRead) {
  PaperHall hall({.people = 4});
  hall.to_counting();
  EXPECT_TAKEN(hall.open_batch(1, 3));
  EXPECT_TAKEN(hall.reopen_batch(1, 4));
  const auto other = PaperHall::struck({4});
  const auto torn = PaperHall::with(kGood, v1::SHEET_DEFECT_TORN);
  EXPECT_TAKEN(hall.key("c1", 1, 1, {{1, kGood}, {2, kGood}, {3, kGood}, {4, torn}}));
  EXPECT_TAKEN(hall.key("h1", 2, 1, {{1, kGood}, {2, other}, {3, other}, {4, torn}}));
  EXPECT_TAKEN(hall.settle_sheet("c2", 1, 2, kGood));
  EXPECT_TAKEN(hall.settle_sheet("c2", 1, 3, PaperHall::struck({3})));
  EXPECT_TAKEN(hall.conclude(1, 3, PaperHall::struck({3}), true));
  EXPECT_TAKEN(hall.conclude(1, 4, torn, false));
  EXPECT_TAKEN(hall.close_batch(1));
  const v1::Outcome out = outcome(hall);
  EXPECT_EQ(out.keying().differences(), 2u);
  EXPECT_EQ(out.keying().by_third(), 1u);
  EXPECT_EQ(out.keying().by_committee(), 1u);
  EXPECT_EQ(out.keying().doubtful(), 2u);
  EXPECT_EQ(out.keying().reopened(), 1u);
  EXPECT_EQ(out.paper().reasons(0).reason(), "concluded");
  EXPECT_NE(dump(hall.congress.state).find("batch1/2.sheet3.concluded"), std::string::npos);
}

TEST(PaperRound, AnnulledBeforeItIsCountedHasNoTally) {
  PaperHall hall;
  hall.to_counting();
  hall.count_batch(1, std::vector<v1::SheetContent>(4, kGood));
  Round annulled = hall.round();
  annulled.phase = Phase::kCounted;  // as minutes of an annulled round look at it
  const v1::Outcome out = outcome_of(hall.congress.state, annulled).value();
  EXPECT_EQ(out.paper().collected(), 10u);
  EXPECT_EQ(out.paper().valid(), 0u);
  EXPECT_EQ(out.accounting_problems(0), "collected_mismatch");
}

// Nobody settled the first, a third person the second.
TEST(PaperRound, AnnulledBeforeADifferenceWasSettledSaysThatItWasSettledByNobody) {
  PaperHall hall;
  hall.to_counting();
  const auto other = PaperHall::struck({4});
  EXPECT_TAKEN(hall.open_batch(1, 2));
  EXPECT_TAKEN(hall.key("c1", 1, 1, {{1, kGood}, {2, kGood}}));
  EXPECT_TAKEN(hall.key("h1", 2, 1, {{1, other}, {2, other}}));
  EXPECT_TAKEN(hall.settle_sheet("c2", 1, 2, kGood));
  Round annulled = hall.round();
  annulled.phase = Phase::kCounted;
  const v1::Outcome out = outcome_of(hall.congress.state, annulled).value();
  EXPECT_EQ(out.keying().differences(), 2u);
  EXPECT_EQ(out.keying().by_third(), 1u);
  EXPECT_EQ(out.keying().by_committee(), 0u);
}

}  // namespace
}  // namespace hp::congress
