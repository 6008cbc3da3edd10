#include "rules/list.h"

#include <gtest/gtest.h>

#include "rules/profile.h"
#include "rules/test_support.h"

namespace hp::rules {
namespace {

using test::contest;
using test::kDefault;
using test::people;
using enum ListProblem;
using Problems = std::vector<ListProblem>;
using Warnings = std::vector<ListWarning>;

Problems problems(const Contest& one, const Settings& settings = kDefault) {
  return list_check(one, settings).problems;
}
Warnings warnings(const Contest& one, const Settings& settings = kDefault) {
  return list_check(one, settings).warnings;
}

TEST(List, ACommitteeNeedsASurplusOfAtMostThirtyPercent) {
  for (const Office office : {Office::kCommittee, Office::kStandingCommittee}) {
    EXPECT_EQ(problems(contest(office, 10, 10)), Problems{kNoSurplus});
    EXPECT_EQ(problems(contest(office, 10, 11)), Problems{});
    EXPECT_EQ(problems(contest(office, 10, 13)), Problems{}) << "exactly 30 %";
    EXPECT_EQ(problems(contest(office, 10, 14)), Problems{kSurplusOverCap});
    EXPECT_EQ(problems(contest(office, 10, 9)), (Problems{kNoSurplus, kFewerCandidatesThanSeats}));
  }
  EXPECT_EQ(problems(contest(Office::kUpperDelegates, 20, 30)), Problems{});
  EXPECT_EQ(problems(contest(Office::kSecretary, 1, 1)), Problems{});
}

TEST(List, ASmallBodyMayHaveOneMoreThanSeats) {
  for (const std::uint64_t seats : {3U, 4U, 5U}) {
    EXPECT_EQ(problems(contest(Office::kCommittee, seats, seats)), Problems{kNoSurplus});
    EXPECT_EQ(problems(contest(Office::kCommittee, seats, seats + 1)), Problems{});
    EXPECT_EQ(problems(contest(Office::kCommittee, seats, seats + 2)), Problems{kSmallBodySurplus});
  }
  EXPECT_EQ(problems(contest(Office::kCommittee, 6, 7)), Problems{});
  EXPECT_EQ(problems(contest(Office::kCommittee, 6, 8)), Problems{kSurplusOverCap});
}

TEST(List, WithOneOrTwoSeatsNoListIsInOrderUnlessASettingChanges) {
  for (std::uint64_t seats = 1; seats <= 2; ++seats) {
    for (std::uint64_t names = 1; names <= 9; ++names) {
      EXPECT_NE(problems(contest(Office::kCommittee, seats, names)), Problems{});
    }
  }
  Settings settings = kDefault;
  settings.small_body->from = Seats{1};
  EXPECT_EQ(problems(contest(Office::kCommittee, 2, 3), settings), Problems{});
}

TEST(List, TheNationalCongressHasNoCapButStillASurplus) {
  const Settings national = settings_of(Profile::kNational);
  EXPECT_EQ(problems(contest(Office::kCommittee, 3, 30), national), Problems{});
  EXPECT_EQ(problems(contest(Office::kCommittee, 3, 3), national), Problems{kNoSurplus});
}

TEST(List, ALaterBallotNeedsNoSurplusButAReVoteOfATieDoes) {
  Contest one = contest(Office::kCommittee, 2, 2);
  one.round = Round{2};
  EXPECT_EQ(problems(one), Problems{});
  one.candidates = Names{4};
  EXPECT_EQ(problems(one), Problems{});
  one.tie_of = true;
  EXPECT_EQ(problems(one), Problems{});
  one.candidates = Names{2};
  EXPECT_EQ(problems(one), Problems{kNoSurplus});
  one.offices = {Office::kUpperDelegates};
  one.round = Round{1};
  EXPECT_EQ(problems(one), Problems{kNoSurplus}) << "of any office, in any round";
}

TEST(List, WithSeveralOfficesNoRuleOfAnOfficeIsApplied) {
  Contest one = contest(Office::kCommittee, 15, 15);
  one.offices = {Office::kCommittee, Office::kSecretary};
  one.official_members = People{3};
  one.members_of.committee = people({});
  one.approved_size = Seats{20};
  one.prepared_candidates = Names{15};
  EXPECT_EQ(problems(one), Problems{kSeveralOffices});
  EXPECT_EQ(warnings(one), Warnings{ListWarning::kSeatsBelowApprovedSize});
}

TEST(List, ASecretaryComesFromTheStandingCommitteeOrElseFromTheCommittee) {
  for (const Office office : {Office::kSecretary, Office::kDeputySecretary}) {
    Contest one = contest(office, 1, 2);
    one.members_of.committee = people({1});
    EXPECT_EQ(problems(one), Problems{kNotInCommittee});
    one.members_of.standing_committee = people({2, 1});
    EXPECT_EQ(problems(one), Problems{}) << "the committee no longer matters";
    one.members_of.standing_committee = people({2});
    EXPECT_EQ(problems(one), Problems{kNotInStandingCommittee});
    one.members_of = {};
    EXPECT_EQ(problems(one), Problems{});
  }
}

TEST(List, OtherBodiesBindOnlyTheOfficesChosenFromThem) {
  Contest one = contest(Office::kStandingCommittee, 6, 7);
  one.members_of = {.standing_committee = people({}),
                    .committee = test::from_to(1, 7),
                    .inspection_committee = people({})};
  EXPECT_EQ(problems(one), Problems{});
  one.members_of.committee = test::from_to(1, 6);
  EXPECT_EQ(problems(one), Problems{kNotInCommittee});
  one.offices = {Office::kInspectionHead};
  EXPECT_EQ(problems(one), Problems{kNotInInspectionCommittee});
  one.offices = {Office::kInspectionCommittee};
  EXPECT_EQ(problems(one), Problems{});
}

TEST(List, ABranchWithFewerThanNineOfficialMembersElectsNoCommittee) {
  Contest one = contest(Office::kCommittee, 3, 4);
  one.official_members = People{8};
  EXPECT_EQ(problems(one), Problems{kBranchTooSmall});
  one.official_members = People{9};
  EXPECT_EQ(problems(one), Problems{});
  one = contest(Office::kSecretary, 1, 1);
  one.official_members = People{8};
  EXPECT_EQ(problems(one), Problems{});
}

TEST(List, AnOutsideNomineeNeedsMoreThanThirtyPercentOfThoseAttending) {
  Contest one = contest(Office::kUpperDelegates, 15, 17);
  one.outside_nominees = {{Candidate{17}, People{76}, People{250}}};
  EXPECT_EQ(problems(one), Problems{});
  one.outside_nominees.push_back({Candidate{16}, People{75}, People{250}});
  EXPECT_EQ(problems(one), Problems{kOutsideSupportTooLow});
  one.outside_nominees = {{Candidate{17}, People{0}, People{0}}};
  EXPECT_EQ(problems(one), Problems{kOutsideSupportTooLow}) << "0 is not more than 30 % of 0";
}

TEST(List, ProblemsStandInTheirOrderEachOnce) {
  Contest one = contest(Office::kCommittee, 3, 5);
  one.official_members = People{8};
  one.outside_nominees = {{Candidate{4}, People{0}, People{9}},
                          {Candidate{5}, People{0}, People{9}}};
  one.nominated_by_convening_member_off_list = people({4, 5});
  one.counters_on_list = people({2, 1});
  one.approved_size = Seats{2};
  EXPECT_EQ(problems(one),
            (Problems{kSmallBodySurplus, kBranchTooSmall, kOutsideSupportTooLow,
                      kConveningMemberOffList, kCounterOnList, kSeatsExceedApprovedSize}));
}

TEST(List, ThePreparedSurplusIsExpectedFromTenToFifteenPercent) {
  Contest one = contest(Office::kCommittee, 20, 24);
  const Warnings warned{ListWarning::kPreparedSurplusOutsideRange};
  for (const auto& [prepared, expected] : {std::pair{19U, warned},
                                           {20U, warned},
                                           {21U, warned},
                                           {22U, Warnings{}},
                                           {23U, Warnings{}},
                                           {24U, warned}}) {
    one.prepared_candidates = Names{prepared};
    EXPECT_EQ(warnings(one), expected) << prepared;
  }
  one.round = Round{2};
  EXPECT_EQ(warnings(one), Warnings{}) << "warnings belong to a first ballot";
  one = contest(Office::kUpperDelegates, 20, 24);
  one.prepared_candidates = Names{20};
  EXPECT_EQ(warnings(one), Warnings{}) << "an office without surplus";
  one = contest(Office::kCommittee, 4, 5);
  one.prepared_candidates = Names{5};
  EXPECT_EQ(warnings(one), Warnings{}) << "a small body";
}

TEST(List, FewerSeatsThanTheApprovedSizeAreAWarning) {
  Contest one = contest(Office::kUpperDelegates, 20, 24);
  one.approved_size = Seats{21};
  EXPECT_EQ(warnings(one), Warnings{ListWarning::kSeatsBelowApprovedSize});
  one.approved_size = Seats{20};
  EXPECT_EQ(warnings(one), Warnings{});
  one.approved_size = Seats{19};
  EXPECT_EQ(problems(one), Problems{kSeatsExceedApprovedSize});
  one.round = Round{2};
  EXPECT_EQ(problems(one), Problems{kSeatsExceedApprovedSize});
  one.approved_size = Seats{21};
  EXPECT_EQ(warnings(one), Warnings{}) << "warnings belong to a first ballot";
}

TEST(List, ThePlanIsOutsideTheBodyWhenItsPersonIs) {
  Contest one = contest(Office::kSecretary, 1, 2);
  one.members_of.committee = people({1});
  EXPECT_FALSE(plan_is_outside_body(one));
  one.planned = Candidate{1};
  EXPECT_FALSE(plan_is_outside_body(one));
  one.planned = Candidate{2};
  EXPECT_TRUE(plan_is_outside_body(one));
  one.members_of.standing_committee = people({2});
  EXPECT_FALSE(plan_is_outside_body(one));
  one.planned = Candidate{0};
  EXPECT_TRUE(plan_is_outside_body(one));
}

}  // namespace
}  // namespace hp::rules
