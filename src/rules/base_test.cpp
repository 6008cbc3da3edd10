#include "rules/base.h"

#include <gtest/gtest.h>

namespace hp::rules {
namespace {

constexpr Meeting kDelegates = Meeting::kDelegateCongress;
constexpr Meeting kMembers = Meeting::kMemberCongress;
constexpr Meeting kConference = Meeting::kCommitteeConference;

PlaceInBase deducted(Deduction reason) {
  return {.convened = true, .deduction = reason};
}
const PlaceInBase kCounts{.convened = true, .deduction = {}};
const PlaceInBase kOutside{.convened = false, .deduction = {}};

TEST(Base, OnlyOfficialsWhoWereNotTurnedAwayAreConvened) {
  for (const Meeting meeting : {kDelegates, kMembers, kConference}) {
    EXPECT_EQ(place_in_base({}, meeting), kCounts);
    EXPECT_EQ(place_in_base({.standing = Standing::kAlternate}, meeting), kOutside);
    EXPECT_EQ(place_in_base({.standing = Standing::kProbationary}, meeting), kOutside);
    EXPECT_EQ(place_in_base({.standing = Standing::kTemporaryHere}, meeting), kOutside);
    for (const NotConvened why :
         {NotConvened::kRetired, NotConvened::kTransferred, NotConvened::kSuspended,
          NotConvened::kCharged, NotConvened::kElectedInBreach}) {
      EXPECT_EQ(place_in_base({.not_convened = why}, meeting), kOutside);
    }
  }
}

TEST(Base, ADelegateCongressDeductsWhoNeverCameAndWasNotReplaced) {
  const Person never{.attended = Attended::kNever};
  EXPECT_EQ(place_in_base(never, kDelegates), deducted(Deduction::kAbsentUnreplaced));
  EXPECT_EQ(place_in_base({.attended = Attended::kNever, .replaced = true}, kDelegates), kCounts);
  EXPECT_EQ(place_in_base({.attended = Attended::kEarlier}, kDelegates), kCounts);
}

TEST(Base, AConveningMemberWhoNeverCameIsDeductedReplacedOrNot) {
  Person member{.attended = Attended::kNever, .convening_committee = true};
  EXPECT_EQ(place_in_base(member, kDelegates), deducted(Deduction::kConveningCommitteeAbsent));
  member.replaced = true;
  EXPECT_EQ(place_in_base(member, kDelegates), deducted(Deduction::kConveningCommitteeAbsent));
  member.attended = Attended::kEarlier;
  EXPECT_EQ(place_in_base(member, kDelegates), kCounts);
}

TEST(Base, FlagsThatAMeetingDoesNotNameHaveNoEffect) {
  const Person burdened{.active_elsewhere = true,
                        .exempted = true,
                        .suspended = true,
                        .charged = true,
                        .excused = true};
  EXPECT_EQ(place_in_base(burdened, kDelegates), kCounts);
  EXPECT_EQ(place_in_base(burdened, kConference), kCounts);
  const Person absent{.attended = Attended::kNever, .convening_committee = true};
  EXPECT_EQ(place_in_base(absent, kMembers), kCounts);
  EXPECT_EQ(place_in_base(absent, kConference), kCounts);
}

struct OfMembers {
  Person person;
  PlaceInBase place;
};

TEST(Base, AMemberCongressDeductsForTheFirstReasonThatHolds) {
  constexpr Attended kNever = Attended::kNever;
  constexpr Attended kEarlier = Attended::kEarlier;
  const std::vector<OfMembers> table{
      {{.active_elsewhere = true}, deducted(Deduction::kActiveElsewhere)},
      {{.attended = kNever, .active_elsewhere = true, .exempted = true},
       deducted(Deduction::kActiveElsewhere)},
      {{.exempted = true}, kCounts},
      {{.attended = kEarlier, .exempted = true}, deducted(Deduction::kExemptedAbsent)},
      {{.attended = kNever, .exempted = true, .suspended = true},
       deducted(Deduction::kExemptedAbsent)},
      {{.exempted = true, .suspended = true}, deducted(Deduction::kSuspended)},
      {{.suspended = true, .charged = true}, deducted(Deduction::kSuspended)},
      {{.charged = true}, deducted(Deduction::kCharged)},
      {{.attended = kNever, .charged = true, .excused = true}, deducted(Deduction::kCharged)},
      {{.attended = kNever, .excused = true}, deducted(Deduction::kAbsentExcused)},
      {{.attended = kEarlier, .excused = true}, kCounts},
      {{.attended = kNever}, kCounts},
  };
  for (std::size_t i = 0; i < table.size(); ++i) {
    EXPECT_EQ(place_in_base(table[i].person, kMembers), table[i].place) << "row " << i;
  }
}

TEST(Base, GroupsAddUpAndZeroDeductionsAreLeftOut) {
  const std::vector<PeopleGroup> roll{
      {.count = People{245}, .person = {}},
      {.count = People{2}, .person = {.attended = Attended::kNever}},
      {.count = People{3}, .person = {.attended = Attended::kNever, .convening_committee = true}},
      {.count = People{7}, .person = {.standing = Standing::kAlternate}},
  };
  const BaseOf expected{.convened = People{250},
                        .deductions = {{Deduction::kConveningCommitteeAbsent, People{3}},
                                       {Deduction::kAbsentUnreplaced, People{2}}},
                        .base = Base{245},
                        .needed = Votes{123}};
  EXPECT_EQ(base_of(roll, kDelegates), expected);
}

TEST(Base, AnEmptyRollHasABaseOfZeroAndNeedsOne) {
  EXPECT_EQ(base_of({}, kMembers), (BaseOf{.needed = Votes{1}}));
}

TEST(Base, ExactlyHalfIsNotMoreThanHalf) {
  EXPECT_FALSE(above_half(Votes{100}, Base{200}));
  EXPECT_TRUE(above_half(Votes{101}, Base{200}));
  EXPECT_FALSE(above_half(Votes{100}, Base{201}));
  EXPECT_TRUE(above_half(Votes{101}, Base{201}));
  EXPECT_FALSE(above_half(Votes{0}, Base{0}));
}

}  // namespace
}  // namespace hp::rules
