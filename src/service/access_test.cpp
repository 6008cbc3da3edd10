// Every cell of docs/design/record.md section 8.
#include "service/access.h"

#include <gtest/gtest.h>

#include "congress/testing/entries.h"

namespace hp::service {
namespace {

constexpr Viewer kAll[] = {Viewer::kAnyone,  Viewer::kOfficial, Viewer::kPresidium,
                           Viewer::kCounter, Viewer::kTrustee,  Viewer::kObserver};
constexpr Thing kThings[] = {Thing::kPublic, Thing::kResult, Thing::kPartials,  Thing::kReadings,
                             Thing::kCount,  Thing::kRoll,   Thing::kProposals, Thing::kRecord};

// As the page of the design says it, written out.
bool expected(Thing thing, Viewer viewer, bool announced) {
  switch (thing) {
    case Thing::kPublic:
      return true;
    case Thing::kResult:
    case Thing::kPartials:
    case Thing::kReadings:
      return announced || (viewer != Viewer::kAnyone && viewer != Viewer::kOfficial);
    case Thing::kCount:
      return viewer == Viewer::kOfficial ? announced : viewer != Viewer::kAnyone;
    case Thing::kRoll:
    case Thing::kProposals:
    case Thing::kRecord:
      return viewer != Viewer::kAnyone;
  }
  return false;
}

TEST(Access, EveryCellOfTheTableIsTheDesigns) {
  for (const Thing thing : kThings) {
    for (const Viewer viewer : kAll) {
      for (const bool announced : {false, true}) {
        EXPECT_EQ(may_read(thing, as(viewer), announced), expected(thing, viewer, announced))
            << int(thing) << " " << int(viewer) << " " << announced;
      }
    }
  }
  EXPECT_EQ(access_table().size(), std::size(kThings));
}

TEST(Access, WhoIsSeveralMayWhatAnyOfThemMay) {
  EXPECT_TRUE(may_read(Thing::kResult, as(Viewer::kAnyone) | as(Viewer::kTrustee), false));
  EXPECT_FALSE(may_read(Thing::kResult, as(Viewer::kAnyone) | as(Viewer::kOfficial), false));
  EXPECT_FALSE(may_read(Thing::kPublic, 0, true));
}

TEST(Access, PeopleAreWhatTheirRolesOfTodayMakeThem) {
  auto meeting = congress::TestCongress::enrolled();
  congress::Round round;
  round.counters.emplace();
  round.counters->all = {{"c1", "Đồng chí c1"}};
  const auto of = [&](const std::string& person) {
    return viewers_of(meeting.state, person, &round) & ~as(Viewer::kAnyone);
  };
  EXPECT_EQ(of(""), 0u);
  EXPECT_EQ(of("nobody"), 0u);
  EXPECT_EQ(of("s1"), as(Viewer::kOfficial));
  EXPECT_EQ(of("r1"), as(Viewer::kOfficial));
  EXPECT_EQ(of("h1"), as(Viewer::kOfficial));
  EXPECT_EQ(of("o1"), as(Viewer::kObserver));
  EXPECT_EQ(of("p1"), as(Viewer::kOfficial) | as(Viewer::kPresidium));
  EXPECT_EQ(of("t1"), as(Viewer::kOfficial) | as(Viewer::kTrustee));
  EXPECT_EQ(of("c1"), as(Viewer::kOfficial) | as(Viewer::kCounter));
  EXPECT_EQ(of("c2"), as(Viewer::kOfficial));
  EXPECT_EQ(viewers_of(meeting.state, "c1", nullptr) & as(Viewer::kCounter), 0u);
  meeting.must(congress::retire_command("o1", {congress::v1::ROLE_OBSERVER}), {"s1", "p1"});
  EXPECT_EQ(of("o1"), 0u);
}

}  // namespace
}  // namespace hp::service
