#include "congress/approve_contest.h"

#include "congress/contest_kit.h"

namespace hp::congress {
namespace {

TEST(ApproveContest, MakesARoundThatKeepsWhatTheMinutesNeed) {
  Hall hall;
  EXPECT_TAKEN(hall.approve(list_of(5, 4), 9));
  const Round& round = hall.round();
  EXPECT_EQ(round.phase, Phase::kApproved);
  EXPECT_EQ(round.hands_for_list->votes_for, 9u);
  EXPECT_EQ(round.hands_for_list->present, 10u);
  EXPECT_EQ(round.approved.at.value, 1'000'000u);
  EXPECT_EQ(hall.state.marks.needed(contest_subject("c")), 1u);
}

TEST(ApproveContest, NeedsMoreThanHalfOfThoseInTheHall) {
  Hall hall;
  EXPECT_REFUSED(hall.approve(list_of(5, 4), 5), codes::kHandsTooFew, "hands_for_seats");
  EXPECT_REFUSED(hall.approve(list_of(5, 4), 11), codes::kHandsTooMany, "hands_for_seats");
  EXPECT_REFUSED(hall.approve(list_of(5, 4), 0, false), codes::kHandsMissing, "hands_for_seats");
}

TEST(ApproveContest, TakesNoHandsForAnOpinionBallot) {
  Hall hall;
  EXPECT_REFUSED(hall.approve(list_of(5, 5, v1::OFFICE_OPINION), 10), codes::kHandsTooMany,
                 "hands_for_seats");
  EXPECT_TAKEN(hall.approve(list_of(5, 5, v1::OFFICE_OPINION), 0, false));
}

TEST(ApproveContest, RefusesAListThatIsNotInOrder) {
  Hall hall;
  EXPECT_REFUSED(hall.approve(list_of(4, 4)), codes::kListNotInOrder, "definition");
  EXPECT_REFUSED(hall.approve(list_of(6, 4)), codes::kListNotInOrder, "definition");
}

TEST(ApproveContest, RefusesAnotherWhileOneOfThatOfficeAndBodyIsLive) {
  Hall hall;
  EXPECT_TAKEN(hall.approve(list_of(5, 4)));
  EXPECT_REFUSED(hall.approve(list_of(5, 4)), codes::kContestLive, "definition.contest");
  v1::ContestDefinition other = list_of(5, 4);
  other.set_contest("d");
  EXPECT_REFUSED(hall.approve(other), codes::kContestLive, "definition.contest");
  other.set_body("Ban Chấp hành khác");
  EXPECT_TAKEN(hall.approve(other));
}

TEST(ApproveContest, AfterWithdrawalComesTheSameBallotAgainWithAnotherList) {
  Hall hall;
  EXPECT_TAKEN(hall.approve(list_of(5, 4)));
  v1::WithdrawContest body;
  body.set_contest("c");
  EXPECT_REFUSED(hall.run(check_withdraw_contest, apply_withdraw_contest, {"chair"}, body),
                 codes::kReasonMissing, "reason");
  body.set_reason("Danh sách ghi nhầm");
  EXPECT_TAKEN(hall.run(check_withdraw_contest, apply_withdraw_contest, {"chair"}, body));
  EXPECT_REFUSED(hall.run(check_withdraw_contest, apply_withdraw_contest, {"chair"}, body),
                 codes::kContestPhase, "contest");
  v1::ContestDefinition second = list_of(6, 5);
  second.set_round(2);
  EXPECT_REFUSED(hall.approve(second), codes::kNotAsDecided, "definition.round");
  second.set_round(1);
  EXPECT_TAKEN(hall.approve(second));
  EXPECT_EQ(hall.state.contests.at("c").rounds.size(), 2u);
}

TEST(ApproveContest, KeepsOfficeAndBodyOfAContest) {
  Hall hall;
  EXPECT_TAKEN(hall.approve(list_of(5, 4)));
  hall.round().phase = Phase::kWithdrawn;
  EXPECT_REFUSED(hall.approve(list_of(5, 4, v1::OFFICE_STANDING_COMMITTEE)), codes::kNotAsDecided,
                 "definition.office");
  v1::ContestDefinition other = list_of(5, 4);
  other.set_body("Khác");
  EXPECT_REFUSED(hall.approve(other), codes::kNotAsDecided, "definition.body");
}

TEST(ApproveContest, OfAnAnnulledRoundCountsTheOpeningButNotTheBallot) {
  Hall hall;
  EXPECT_TAKEN(hall.approve(list_of(5, 4)));
  hall.round().opening.emplace();
  hall.round().phase = Phase::kAnnulled;
  EXPECT_REFUSED(hall.approve(list_of(5, 4)), codes::kNotAsDecided, "definition.round");
  v1::ContestDefinition second = list_of(5, 4);
  second.set_round(2);
  EXPECT_TAKEN(hall.approve(second));
}

// The committee of four elected from five; its secretary is chosen from it.
v1::ContestDefinition secretary(const std::vector<std::string>& people) {
  v1::ContestDefinition d = again(list_of(5, 1, v1::OFFICE_SECRETARY), 1, 1, people, 1);
  d.set_contest("bt");
  d.set_body("Bí thư");
  d.set_from_contest("c");
  return d;
}

void elect_committee(Hall& hall) {
  ASSERT_TRUE(hall.approve(list_of(5, 4)).has_value());
  hall.count({10, 9, 8, 7, 5, 0}, 10);
  hall.finish();
}

TEST(ApproveContest, OfASecretaryWaitsForTheCommitteesFinalResult) {
  Hall hall;
  EXPECT_REFUSED(hall.approve(secretary({"p1"})), codes::kContestUnknown,
                 "definition.from_contest");
  EXPECT_TAKEN(hall.approve(list_of(5, 4)));
  EXPECT_REFUSED(hall.approve(secretary({"p1"})), codes::kFromContestOpen,
                 "definition.from_contest");
}

TEST(ApproveContest, OfASecretaryRefusesWhoIsNotInTheCommittee) {
  Hall hall;
  elect_committee(hall);
  EXPECT_REFUSED(hall.approve(secretary({"p5"})), codes::kListNotInOrder, "definition");
  EXPECT_TAKEN(hall.approve(secretary({"p4"})));
}

TEST(ApproveContest, PausesWhereThePlannedSecretaryIsNotInTheCommittee) {
  Hall hall;
  elect_committee(hall);
  v1::ContestDefinition d = secretary({"p1"});
  d.set_planned_person("p5");
  EXPECT_REFUSED(hall.approve(d), codes::kElectionPaused, "definition.planned_person");
  d.set_planned_person("p2");  // in the committee, off the list
  EXPECT_TAKEN(hall.approve(d));
}

TEST(ApproveContest, TakesABodyOnlyFromAContestThatFillsIt) {
  Hall hall;
  elect_committee(hall);
  v1::ContestDefinition head = secretary({"p1"});
  head.set_office(v1::OFFICE_INSPECTION_HEAD);
  EXPECT_REFUSED(hall.approve(head), codes::kDefinitionField, "definition.from_contest");
}

}  // namespace
}  // namespace hp::congress
