#include "rules/contest.h"

#include <gtest/gtest.h>

#include "rules/codes.h"
#include "rules/test_support.h"

namespace hp::rules {
namespace {

using test::contest;
using test::people;

// "code where", or "" for a contest that can be meant.
std::string refused_contest(const Contest& one) {
  const auto checked = check(one);
  if (checked) return "";
  return std::string(checked.error().code->name) + " " + checked.error().where;
}

TEST(Contest, TheFormIsStrikeOutOnlyWhereTheListIsLongerThanTheSeats) {
  EXPECT_EQ(form_of(contest(Office::kCommittee, 15, 17)), Form::kStrikeOut);
  EXPECT_EQ(form_of(contest(Office::kSecretary, 1, 2)), Form::kStrikeOut);
  EXPECT_EQ(form_of(contest(Office::kUpperDelegates, 3, 3)), Form::kBox);
  EXPECT_EQ(form_of(contest(Office::kCommittee, 15, 14)), Form::kBox);
  Contest delegates = contest(Office::kUpperDelegates, 20, 22);
  delegates.alternates = Seats{2};
  EXPECT_EQ(form_of(delegates), Form::kStrikeOut) << "alternate places don't count";
}

TEST(Contest, AFirstBallotIsRoundOneAndNoReVoteOfATie) {
  Contest one = contest(Office::kCommittee, 15, 17);
  EXPECT_TRUE(one.is_first_ballot());
  one.tie_of = true;
  EXPECT_FALSE(one.is_first_ballot());
  one.tie_of = false;
  one.round = Round{2};
  EXPECT_FALSE(one.is_first_ballot());
}

TEST(Contest, ALimitIsAllowedAndOneMoreIsRefused) {
  EXPECT_EQ(refused_contest(contest(Office::kCommittee, 1000, 1000)), "");
  EXPECT_EQ(refused_contest(contest(Office::kCommittee, 0, 1)), "case_out_of_range seats");
  EXPECT_EQ(refused_contest(contest(Office::kCommittee, 1001, 1)), "case_out_of_range seats");
  EXPECT_EQ(refused_contest(contest(Office::kCommittee, 1, 0)), "case_out_of_range candidates");
  EXPECT_EQ(refused_contest(contest(Office::kCommittee, 1, 1001)), "case_out_of_range candidates");
  Contest one = contest(Office::kCommittee, 15, 17);
  one.round = Round{0};
  EXPECT_EQ(refused_contest(one), "case_out_of_range round");
}

TEST(Contest, SomeKeysBelongToSomeOfficesOnly) {
  for (std::size_t i = 0; i < Words<Office>::of.size(); ++i) {
    const auto office = static_cast<Office>(i);
    Contest one = contest(office, 2, 4);
    one.alternates = Seats{1};
    EXPECT_EQ(refused_contest(one),
              office == Office::kUpperDelegates ? "" : "case_alternates_office alternates");
    one.alternates = Seats{0};
    one.planned = Candidate{1};
    const bool led = office == Office::kSecretary || office == Office::kDeputySecretary ||
                     office == Office::kInspectionHead;
    EXPECT_EQ(refused_contest(one), led ? "" : "case_planned_office planned");
    one.planned.reset();
    one.tie_of = true;
    EXPECT_EQ(refused_contest(one), is_poll(office) ? "case_tie_of_poll tie_of" : "");
  }
}

TEST(Contest, ATieBallotHasRoomForAsManyAlternatesAsPeopleAreLeft) {
  Contest one = contest(Office::kUpperDelegates, 1, 3);
  one.tie_of = true;
  one.alternates = Seats{2};
  EXPECT_EQ(refused_contest(one), "");
  one.alternates = Seats{3};
  EXPECT_EQ(refused_contest(one), "case_alternates_in_tie alternates");
  one.tie_of = false;
  EXPECT_EQ(refused_contest(one), "");
  one = contest(Office::kUpperDelegates, 3, 2);
  one.tie_of = true;
  EXPECT_EQ(refused_contest(one), "") << "a list that is too short is the list's problem";
}

TEST(Contest, CandidatesAreOnTheBallotAndNamedOnce) {
  Contest one = contest(Office::kCommittee, 15, 17);
  one.counters_on_list = people({17, 18});
  EXPECT_EQ(refused_contest(one), "case_out_of_range counters_on_list[1]");
  one.counters_on_list = people({0});
  EXPECT_EQ(refused_contest(one), "case_out_of_range counters_on_list[0]");
  one.counters_on_list = people({3, 4, 3});
  EXPECT_EQ(refused_contest(one), "case_named_twice counters_on_list[2]");
  one.counters_on_list.clear();
  one.nominated_by_convening_member_off_list = people({5, 5});
  EXPECT_EQ(refused_contest(one), "case_named_twice nominated_by_convening_member_off_list[1]");
  one.nominated_by_convening_member_off_list.clear();
  one.members_of.committee = people({18});
  EXPECT_EQ(refused_contest(one), "case_out_of_range members_of.committee[0]");
  one.members_of = {.standing_committee = people({1, 1})};
  EXPECT_EQ(refused_contest(one), "case_named_twice members_of.standing_committee[1]");
  one.members_of = {.inspection_committee = people({0})};
  EXPECT_EQ(refused_contest(one), "case_out_of_range members_of.inspection_committee[0]");
}

TEST(Contest, AnOutsideNomineeHasAtMostTheSupportOfAllAttending) {
  Contest one = contest(Office::kCommittee, 15, 17);
  one.outside_nominees = {{Candidate{16}, People{250}, People{250}},
                          {Candidate{17}, People{251}, People{250}}};
  EXPECT_EQ(refused_contest(one), "case_support outside_nominees[1].support");
  one.outside_nominees[1] = {Candidate{16}, People{1}, People{250}};
  EXPECT_EQ(refused_contest(one), "case_named_twice outside_nominees[1].candidate");
  one.outside_nominees[1].candidate = Candidate{18};
  EXPECT_EQ(refused_contest(one), "case_out_of_range outside_nominees[1].candidate");
}

TEST(Contest, ThePlannedAndThePreparedAreWithinTheList) {
  Contest one = contest(Office::kSecretary, 1, 2);
  one.planned = Candidate{0};
  EXPECT_EQ(refused_contest(one), "") << "0: the plan's person did not enter the body";
  one.planned = Candidate{3};
  EXPECT_EQ(refused_contest(one), "case_out_of_range planned");
  one = contest(Office::kCommittee, 15, 17);
  one.prepared_candidates = Names{18};
  EXPECT_EQ(refused_contest(one), "case_out_of_range prepared_candidates");
}

TEST(Contest, SeveralOfficesAreEachNamedOnceAndNoneRuns) {
  Contest one = contest(Office::kCommittee, 15, 17);
  one.offices = {Office::kCommittee, Office::kSecretary};
  EXPECT_EQ(refused_contest(one), "");
  EXPECT_FALSE(one.office());
  one.planned = Candidate{1};
  EXPECT_EQ(refused_contest(one), "case_planned_office planned");
  one.planned.reset();
  one.offices.push_back(Office::kCommittee);
  EXPECT_EQ(refused_contest(one), "case_named_twice offices[2]");
  one.offices.clear();
  EXPECT_EQ(refused_contest(one), "case_key_missing office");
}

}  // namespace
}  // namespace hp::rules
