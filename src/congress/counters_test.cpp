#include "congress/contest_kit.h"

namespace hp::congress {
namespace {

Hall approved_hall() {
  Hall hall;
  EXPECT_TRUE(hall.approve(list_of(5, 4)).has_value());
  return hall;
}

TEST(AppointCounters, TakesPeopleWithThatRoleForTheApprovedDefinition) {
  Hall hall = approved_hall();
  EXPECT_TAKEN(hall.appoint(hall.counters()));
  EXPECT_EQ(hall.round().counters->head, "c1");
  EXPECT_EQ(hall.round().counters->all.size(), 3u);
}

TEST(AppointCounters, RefusesWhatDoesNotFit) {
  Hall hall = approved_hall();
  v1::AppointCounters body = hall.counters();
  body.set_definition_hash(std::string(32, 'x'));
  EXPECT_REFUSED(hall.appoint(body), codes::kOpeningMismatch, "definition_hash");
  body = hall.counters();
  body.set_head("t1");
  EXPECT_REFUSED(hall.appoint(body), codes::kCountersInvalid, "head");
  body = hall.counters();
  body.add_members("c2");
  EXPECT_REFUSED(hall.appoint(body), codes::kCountersInvalid, "members[2]");
  body = hall.counters();
  body.set_members(0, "c1");
  EXPECT_REFUSED(hall.appoint(body), codes::kCountersInvalid, "members[0]");
  body = hall.counters();
  body.mutable_hands()->set_votes_for(5);
  EXPECT_REFUSED(hall.appoint(body), codes::kHandsTooFew, "hands");
  body = hall.counters();
  body.set_contest("x");
  EXPECT_REFUSED(hall.appoint(body), codes::kContestUnknown, "contest");
  hall.round().phase = Phase::kOpen;
  EXPECT_REFUSED(hall.appoint(hall.counters()), codes::kContestPhase, "contest");
}

TEST(AppointCounters, RefusesWhoStandsOnTheList) {
  Hall hall = approved_hall();
  hall.enrol("p3", v1::ROLE_COUNTING);
  v1::AppointCounters body = hall.counters();
  body.set_members(1, "p3");
  EXPECT_REFUSED(hall.appoint(body), codes::kCounterOnTheList, "members[1]");
}

v1::ReplaceCounter replacement() {
  v1::ReplaceCounter body;
  body.set_contest("c");
  body.set_round(1);
  body.set_leaving("c2");
  body.set_coming("c4");
  body.set_reason("Ốm");
  body.mutable_hands()->set_votes_for(6);
  return body;
}

Result<void> replace(Hall& hall, const v1::ReplaceCounter& body) {
  return hall.run(check_replace_counter, apply_replace_counter, {"chair", "clerk"}, body);
}

TEST(ReplaceCounter, PutsOneInThePlaceOfAnotherAndKeepsBoth) {
  Hall hall = approved_hall();
  hall.count({10, 9, 8, 7, 5, 0}, 10);
  EXPECT_TAKEN(replace(hall, replacement()));
  EXPECT_FALSE(hall.round().counters->has("c2"));
  EXPECT_TRUE(hall.round().counters->has("c4"));
  EXPECT_EQ(hall.round().counter_changes.front().leaving.person, "c2");
}

TEST(ReplaceCounter, RefusesWhatDoesNotFit) {
  Hall hall = approved_hall();
  EXPECT_TAKEN(hall.appoint(hall.counters()));
  EXPECT_REFUSED(replace(hall, replacement()), codes::kContestPhase, "contest");
  hall.round().phase = Phase::kOpen;
  v1::ReplaceCounter body = replacement();
  body.set_round(2);
  EXPECT_REFUSED(replace(hall, body), codes::kRoundNotCurrent, "round");
  body = replacement();
  body.set_leaving("c4");
  EXPECT_REFUSED(replace(hall, body), codes::kCountersInvalid, "leaving");
  body = replacement();
  body.set_coming("c3");
  EXPECT_REFUSED(replace(hall, body), codes::kCountersInvalid, "coming");
  body = replacement();
  body.set_coming("t1");
  EXPECT_REFUSED(replace(hall, body), codes::kCountersInvalid, "coming");
  body = replacement();
  body.set_leaving("c1");
  EXPECT_REFUSED(replace(hall, body), codes::kCountersInvalid, "new_head");
  body.set_new_head("c1");
  EXPECT_REFUSED(replace(hall, body), codes::kCountersInvalid, "new_head");
  body = replacement();
  body.clear_reason();
  EXPECT_REFUSED(replace(hall, body), codes::kReasonMissing, "reason");
  body = replacement();
  body.clear_hands();
  EXPECT_REFUSED(replace(hall, body), codes::kHandsMissing, "hands");
}

TEST(ReplaceCounter, OfTheHeadNamesANewOne) {
  Hall hall = approved_hall();
  EXPECT_TAKEN(hall.appoint(hall.counters()));
  hall.round().phase = Phase::kOpen;
  v1::ReplaceCounter body = replacement();
  body.set_leaving("c1");
  body.clear_coming();
  body.set_new_head("c3");
  EXPECT_TAKEN(replace(hall, body));
  EXPECT_EQ(hall.round().counters->head, "c3");
  EXPECT_EQ(hall.round().counters->all.size(), 2u);
}

TEST(ReplaceCounter, AfterDeclarationMakesItLapse) {
  Hall hall = approved_hall();
  hall.count({10, 9, 8, 7, 5, 0}, 10);
  EXPECT_TAKEN(hall.declare(hall.declaration()));
  EXPECT_TAKEN(hall.sign("c1"));
  EXPECT_TAKEN(replace(hall, replacement()));
  EXPECT_TRUE(hall.round().signatures.empty());
  EXPECT_REFUSED(hall.sign("c1"), codes::kDeclarationLapsed, "contest");
  EXPECT_TAKEN(hall.declare(hall.declaration(), {"c1", "c3", "c4", "chair"}));
  EXPECT_TAKEN(hall.sign("c4"));
}

}  // namespace
}  // namespace hp::congress
