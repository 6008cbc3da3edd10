#include "demo/scenario.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <set>

namespace hp::demo {
namespace {

CongressScript district() {
  return district_congress(std::string(HOMPHIEU_SOURCE_DIR) + "/data").value();
}

// Everybody who holds an office, once.
void expect_offices_apart(const CongressScript& script) {
  std::set<std::string> people;
  for (const Office& office : script.offices) {
    EXPECT_TRUE(people.insert(office.person).second) << office.person;
  }
}

TEST(Scenario, TheDistrictsDelegatesAreThoseOfTheData) {
  const CongressScript script = district();
  EXPECT_EQ(std::ranges::count(script.people, v1::STANDING_OFFICIAL, &v1::Person::standing), 275);
  ASSERT_EQ(script.contests.size(), 2u);
  EXPECT_EQ(script.contests[0].plan.candidates.size(), 44u);
  EXPECT_EQ(script.contests[0].plan.seats, 39u);
  EXPECT_EQ(script.contests[1].plan.candidates.size(), 23u);
  EXPECT_EQ(script.contests[1].plan.seats, 20u);
  EXPECT_EQ(script.contests[1].plan.alternates, 2u);
}

TEST(Scenario, NobodyWhoCountsStandsOnAList) {
  for (const CongressScript& script : {district(), police_congress()}) {
    const People counters = with_role(script, v1::ROLE_COUNTING);
    EXPECT_GE(counters.size(), 3u);
    for (const ContestScript& contest : script.contests) {
      for (const auto& candidate : contest.plan.candidates) {
        EXPECT_EQ(std::ranges::count(counters, candidate.person), 0);
      }
    }
    expect_offices_apart(script);
    EXPECT_EQ(script.trustees.size(), 5u);
  }
}

TEST(Scenario, NobodyArrivesTwiceOrIsMissingAndThereAtOnce) {
  const CongressScript script = district();
  std::set<std::string> came(script.assembly.arrive.begin(), script.assembly.arrive.end());
  EXPECT_EQ(came.size(), script.assembly.arrive.size());
  EXPECT_EQ(came.size(), 265u);
  for (const ContestScript& contest : script.contests) {
    for (const RoundPlan& round : contest.rounds) {
      for (const std::string& late : round.before.arrive) EXPECT_TRUE(came.insert(late).second);
    }
  }
  for (const auto& [person, alternate] : script.assembly.replaced) {
    EXPECT_FALSE(came.contains(person));
    EXPECT_TRUE(came.contains(alternate));
  }
}

TEST(Scenario, ThePoliceHave120MembersAndElectTheSecretaryFromTheCommittee) {
  const CongressScript script = police_congress();
  EXPECT_EQ(script.people.size(), 120u);
  EXPECT_EQ(script.contests[0].plan.candidates.size(), 10u);
  EXPECT_EQ(script.contests[0].plan.seats, 9u);
  EXPECT_EQ(script.contests[1].plan.from_contest, script.contests[0].plan.contest);
}

TEST(Scenario, EveryCongressSaysThatItsDataAreExamples) {
  for (const CongressScript& script : {district(), police_congress(), small_congress(7).value()}) {
    EXPECT_TRUE(script.founding.congress().ends_with("(dữ liệu minh họa)"));
  }
}

TEST(Scenario, ASmallCongressHasFiveToTwoHundredDelegates) {
  EXPECT_FALSE(small_congress(4).has_value());
  EXPECT_FALSE(small_congress(201).has_value());
  EXPECT_EQ(small_congress(5)->people.size(), 5u);
}

}  // namespace
}  // namespace hp::demo
