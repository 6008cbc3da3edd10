// Test kit: a congress with its officials and people in the hall, without envelopes or crypto,
// so that each rule of a contest's commands is seen alone.
//
// Ten delegates d1 … d10 are present. Officials: chair, chair2 (presidium), clerk (secretariat),
// c1 … c4 (counting), t1 … t5 (trustees).
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "congress/approve_contest.h"
#include "congress/contest_codes.h"
#include "congress/contest_result.h"
#include "congress/declare.h"
#include "congress/outcome.h"
#include "congress/state.h"
#include "congress/views.h"
#include "congress/voting.h"
#include "homphieu/v1/outcome.pb.h"
#include "journal/canonical.h"
#include "rules/profile.h"

namespace hp::congress {

class Hall {
 public:
  explicit Hall(int delegates = 10) {
    for (const char* one : {"chair", "chair2"}) enrol(one, v1::ROLE_PRESIDIUM);
    enrol("clerk", v1::ROLE_SECRETARIAT);
    for (const char* one : {"c1", "c2", "c3", "c4"}) enrol(one, v1::ROLE_COUNTING);
    for (const char* one : {"t1", "t2", "t3", "t4", "t5"}) enrol(one, v1::ROLE_TRUSTEE);
    for (int i = 1; i <= delegates; ++i) {
      const std::string id = "d" + std::to_string(i);
      v1::Person person;
      person.set_id(id);
      person.set_name("Đại biểu " + id);
      person.set_standing(v1::STANDING_OFFICIAL);
      person.set_basis(v1::BASIS_ELECTED);
      state.roll.people[id] = person;
      state.attendance.people[id].came = true;
      state.attendance.people[id].present = true;
    }
    state.roots.assign(1, Hash{});
  }

  void enrol(const std::string& id, v1::Role role) {
    OfficialPerson person;
    person.person = id;
    person.name = "Đồng chí " + id;
    person.roles = {role};
    person.key_id = key_of(id);
    state.people.live_keys[person.key_id] = id;
    state.people.officials[id] = person;
  }

  static Hash key_of(const std::string& id) {
    Hash out{};
    std::copy(id.begin(), id.end(), out.begin());
    return out;
  }

  Entry entry(const std::vector<std::string>& signers) const {
    Entry out;
    out.index = state.size;
    out.command.set_signed_at(1'000'000 + state.size);
    out.payload_hash[0] = static_cast<std::uint8_t>(state.size + 1);
    for (const auto& id : signers) out.key_ids.push_back(key_of(id));
    return out;
  }

  // Checks and, where nothing speaks against it, applies; the tree then has one root more.
  template <class Body>
  Result<void> run(Result<void> (*check)(const State&, const Entry&, const Body&),
                   void (*apply)(State&, const Entry&, const Body&),
                   const std::vector<std::string>& signers, const Body& body) {
    const Entry one = entry(signers);
    HP_TRY(check(state, one, body));
    apply(state, one, body);
    Hash root{};
    root[0] = static_cast<std::uint8_t>(++state.size);
    state.roots.push_back(root);
    return {};
  }

  Round& round(const std::string& contest = "c") { return state.contests.at(contest).current(); }

  Result<void> approve(const v1::ContestDefinition& definition, std::uint32_t hands = 6,
                       bool with_hands = true) {
    v1::ApproveContest body;
    body.set_definition(to_string(journal::encode_canonical(definition)));
    if (with_hands) {
      body.mutable_hands_for_seats()->set_votes_for(hands);
      body.mutable_hands_for_list()->set_votes_for(hands);
    }
    return run(check_approve_contest, apply_approve_contest, {"chair", "clerk"}, body);
  }

  v1::AppointCounters counters(const std::string& contest = "c") {
    v1::AppointCounters body;
    body.set_contest(contest);
    body.set_definition_hash(to_string(round(contest).definition.hash));
    body.set_head("c1");
    body.add_members("c2");
    body.add_members("c3");
    body.mutable_hands()->set_votes_for(10);
    return body;
  }
  Result<void> appoint(const v1::AppointCounters& body) {
    return run(check_appoint_counters, apply_appoint_counters, {"chair", "clerk"}, body);
  }

  // Confirmed attendance with this base, all of it present.
  void confirm(std::uint32_t base, const std::string& contest = "c") {
    AttendanceFigures figures;
    figures.base.convened = rules::People{base};
    figures.base.base = rules::Base{base};
    figures.base.needed = rules::needed_on(figures.base.base);
    figures.present = base;
    round(contest).attendance = figures;
  }

  // Takes an approved round to `counted` with these decrypted columns (b last).
  void count(const std::vector<std::uint32_t>& columns, std::uint32_t ballots,
             std::uint32_t base = 10, const std::string& contest = "c") {
    ASSERT_TRUE(appoint(counters(contest)).has_value());
    confirm(base, contest);
    Round& one = round(contest);
    one.opening.emplace();
    one.opening->when.index = state.size - 1;
    one.closing.emplace();
    one.closing->when.index = state.size - 1;
    one.closing->cards = {.prepared = ballots, .issued = ballots, .collected = ballots};
    one.tally = columns;
    one.phase = Phase::kCounted;
  }

  v1::DeclareResult declaration(const std::string& contest = "c") {
    v1::DeclareResult body;
    body.set_contest(contest);
    body.set_round(round(contest).number());
    body.set_outcome(to_string(outcome_bytes(state, contest).value()));
    body.set_program_version("1");
    body.set_copies(3);
    return body;
  }
  Result<void> declare(const v1::DeclareResult& body,
                       const std::vector<std::string>& signers = {"c1", "c2", "c3", "chair"}) {
    return run(check_declare_result, apply_declare_result, signers, body);
  }

  Result<void> sign(const std::string& person, char minutes = 'm',
                    const std::string& contest = "c") {
    v1::SignMinutes body;
    body.set_contest(contest);
    body.set_round(round(contest).number());
    body.set_minutes_hash(std::string(32, minutes));
    return run(check_sign_minutes, apply_sign_minutes, {person}, body);
  }

  v1::AnnounceResult announcement(const std::string& contest = "c") {
    v1::AnnounceResult body;
    body.set_contest(contest);
    body.set_round(round(contest).number());
    body.set_declaration_hash(to_string(round(contest).declaration->payload_hash));
    return body;
  }
  Result<void> announce(const v1::AnnounceResult& body) {
    return run(check_announce_result, apply_announce_result, {"chair"}, body);
  }

  // From `counted` to `announced`.
  void finish(const std::string& contest = "c") {
    ASSERT_TRUE(declare(declaration(contest)).has_value());
    for (const char* one : {"c1", "c2", "c3", "chair"}) {
      ASSERT_TRUE(sign(one, 'm', contest).has_value());
    }
    ASSERT_TRUE(announce(announcement(contest)).has_value());
  }

  Result<void> decide(v1::DecideNext body, std::uint32_t hands = 10) {
    body.set_contest(body.contest().empty() ? "c" : body.contest());
    if (body.places() == v1::PLACES_UNSPECIFIED) body.set_places(v1::PLACES_OFFICIAL);
    body.mutable_hands()->set_votes_for(hands);
    return run(check_decide_next, apply_decide_next, {"chair", "clerk"}, body);
  }
  Result<void> decide_tie(std::uint32_t after) {
    v1::DecideNext body;
    body.set_round(after);
    body.set_decision(v1::DECISION_TIE_BALLOT);
    return decide(body);
  }

  State state;
};

// A first ballot of contest "c": people p1 … pn.
inline v1::ContestDefinition list_of(int names, std::uint32_t seats,
                                     v1::Office office = v1::OFFICE_COMMITTEE) {
  v1::ContestDefinition out;
  out.set_contest("c");
  out.set_office(office);
  out.set_body("Ban Chấp hành");
  out.set_round(1);
  out.set_ballot(1);
  for (int i = 1; i <= names; ++i) {
    auto& one = *out.add_candidates();
    one.set_person("p" + std::to_string(i));
    one.set_name("Nguyễn Văn " + std::string(1, static_cast<char>('A' + i - 1)));
  }
  out.set_seats(seats);
  out.set_places(v1::PLACES_OFFICIAL);
  out.set_minimum(5);
  out.set_profile("190-2024");
  for (const auto& [name, value] :
       settings_as_text(rules::settings_of(rules::Profile::k190Of2024))) {
    auto& setting = *out.add_settings();
    setting.set_name(name);
    setting.set_value(value);
  }
  return out;
}

// The same contest's next ballot among these people.
inline v1::ContestDefinition again(v1::ContestDefinition before, std::uint32_t round,
                                   std::uint32_t ballot, const std::vector<std::string>& people,
                                   std::uint32_t seats) {
  v1::ContestDefinition out = before;
  out.clear_candidates();
  for (const auto& id : people) {
    for (const auto& one : before.candidates()) {
      if (one.person() == id) *out.add_candidates() = one;
    }
  }
  out.set_round(round);
  out.set_ballot(ballot);
  out.set_seats(seats);
  out.set_alternates(0);
  return out;
}

#define EXPECT_REFUSED(result, error_code, field)                \
  do {                                                           \
    const Result<void> hp_refused = (result);                    \
    ASSERT_FALSE(hp_refused.has_value());                        \
    EXPECT_EQ(hp_refused.error().code->name, (error_code).name); \
    EXPECT_EQ(hp_refused.error().where, field);                  \
  } while (false)

#define EXPECT_TAKEN(result)                                                             \
  do {                                                                                   \
    const Result<void> hp_taken = (result);                                              \
    ASSERT_TRUE(hp_taken.has_value()) << describe(hp_taken.error(), Language::kEnglish); \
  } while (false)

}  // namespace hp::congress
