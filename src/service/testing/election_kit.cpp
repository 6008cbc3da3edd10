#include "service/testing/election_kit.h"

#include <algorithm>
#include <cstdlib>

#include "congress/attendance_state.h"
#include "congress/checked_ballot.h"
#include "congress/definition.h"
#include "congress/outcome.h"
#include "congress/views.h"
#include "crypto/encrypt.h"
#include "crypto/random.h"
#include "journal/canonical.h"
#include "journal/envelope.h"
#include "report/report.h"
#include "rules/profile.h"

namespace hp::service {
namespace {

constexpr int kNames = 5;

v1::ContestDefinition definition() {
  v1::ContestDefinition out;
  out.set_contest("c");
  out.set_office(v1::OFFICE_COMMITTEE);
  out.set_body("Ban Chấp hành");
  out.set_round(1);
  out.set_ballot(1);
  for (int i = 1; i <= kNames; ++i) {
    auto& one = *out.add_candidates();
    one.set_person("d" + std::to_string(i));
    one.set_name("Đại biểu " + std::to_string(i));
  }
  out.set_seats(4);
  out.set_places(v1::PLACES_OFFICIAL);
  out.set_minimum(5);
  out.set_profile("190-2024");
  for (const auto& [name, value] :
       congress::settings_as_text(rules::settings_of(rules::Profile::k190Of2024))) {
    auto& setting = *out.add_settings();
    setting.set_name(name);
    setting.set_value(value);
  }
  return out;
}

}  // namespace

Election::Election(TestHall& hall, int delegates) : meeting(hall) {
  meeting.enrol_all();
  meeting.seat(delegates);
  std::vector<std::string> points;
  for (int i = 0; i < delegates; ++i) {
    cards.push_back(crypto::SigningKey::generate(crypto::system_random()));
    points.push_back(to_string(cards.back().point()));
  }
  std::ranges::sort(points);
  v1::Command command;
  for (const std::string& one : points) command.mutable_register_cards()->add_keys(one);
  meeting.must(std::move(command), {"r1", "r2"});
}

void Election::step(const std::string& trustee) {
  auto& seed = seeds_[trustee];
  if (seed == congress::Seed{}) crypto::system_random()(seed);
  const auto command =
      congress::trustee_command(meeting.state(), trustee, seed, crypto::system_random());
  if (!command) std::abort();
  meeting.must(*command, {trustee});
}

void Election::open() {
  if (!std::exchange(ceremony_, true)) {
    v1::Command start;
    auto& body = *start.mutable_start_ceremony();
    body.set_ceremony(1);
    body.set_n(3);
    body.set_k(2);
    for (const char* one : {"t1", "t2", "t3"}) body.add_trustees(one);
    meeting.must(std::move(start), {"s1", "p1"});
    for (int i = 0; i < 5; ++i) {
      for (const char* one : {"t1", "t2", "t3"}) step(one);
    }
  }
  approve();
  v1::Command open = opening();
  open.mutable_open_contest()->set_way(v1::WAY_ELECTRONIC);
  open.mutable_open_contest()->set_ceremony_hash(
      to_string(meeting.state().ceremonies.in_force()->keys->hash));
  meeting.must(std::move(open), {"c1", "p1"});
}

void Election::open_on_paper(std::uint32_t papers) {
  approve();
  v1::Command open = opening();
  open.mutable_open_contest()->set_way(v1::WAY_PAPER);
  open.mutable_open_contest()->set_papers_to_issue(papers);
  meeting.must(std::move(open), {"c1", "p1"});
}

v1::Command Election::opening() const {
  v1::Command out;
  auto& body = *out.mutable_open_contest();
  body.set_contest("c");
  body.set_round(1);
  body.set_definition_hash(to_string(round().definition.hash));
  body.set_attendance_hash(to_string(round().attendance->payload_hash));
  return out;
}

void Election::approve() {
  const auto all = static_cast<std::uint32_t>(cards.size());
  v1::Command approve;
  approve.mutable_approve_contest()->set_definition(
      to_string(journal::encode_canonical(definition())));
  approve.mutable_approve_contest()->mutable_hands_for_seats()->set_votes_for(all);
  approve.mutable_approve_contest()->mutable_hands_for_list()->set_votes_for(all);
  meeting.must(std::move(approve), {"p1", "s1"});
  v1::Command appoint;
  auto& counters = *appoint.mutable_appoint_counters();
  counters.set_contest("c");
  counters.set_definition_hash(to_string(round().definition.hash));
  counters.set_head("c1");
  counters.add_members("c2");
  counters.add_members("c3");
  counters.mutable_hands()->set_votes_for(all);
  meeting.must(std::move(appoint), {"p1", "s1"});
  const congress::BaseFigures figures = congress::base_figures(meeting.state());
  v1::Command confirm;
  auto& attendance = *confirm.mutable_confirm_attendance();
  attendance.set_contest("c");
  attendance.set_convened(figures.convened);
  for (const auto& one : figures.deductions) *attendance.add_deductions() = one;
  attendance.set_base(figures.base);
  attendance.set_needed(figures.needed);
  attendance.set_present(figures.present);
  meeting.must(std::move(confirm), {"r1", "r2"});
}

v1::Envelope Election::ballot(std::size_t card, std::size_t marks) {
  const crypto::SigningKey& key = cards[card];
  const auto context = congress::ballot_context(meeting.state().ceremonies, round(), key.point());
  std::vector<std::uint8_t> columns(kNames, 0);
  std::fill_n(columns.begin(), marks, std::uint8_t{1});
  const auto bytes = crypto::encrypt_ballot(context, columns, crypto::system_random());
  if (!bytes) std::abort();
  v1::Command command;
  command.set_congress_id(meeting.id());
  std::string id(16, '\0');
  crypto::system_random()({reinterpret_cast<std::uint8_t*>(id.data()), id.size()});
  command.set_command_id(id);
  const congress::Head opened = *congress::opening_head(meeting.state(), round());
  command.mutable_seen()->set_size(opened.size);
  command.mutable_seen()->set_root(to_string(opened.root));
  auto& body = *command.mutable_cast_ballot();
  body.set_contest("c");
  body.set_round(1);
  body.set_ballot(to_string(*bytes));
  v1::Envelope envelope;
  envelope.set_payload_type(std::string(journal::kCommandType));
  envelope.set_payload(to_string(journal::encode_canonical(command)));
  const auto signature =
      key.sign(journal::pre_authentication(journal::kCommandType, view(envelope.payload())));
  if (!signature) std::abort();
  journal::add_signature(envelope, key.key_id(), *signature);
  return envelope;
}

Result<v1::Receipt> Election::cast(std::size_t card, std::size_t marks) {
  return meeting.submit(ballot(card, marks));
}

v1::Command Election::close_command() const {
  v1::Command command;
  command.mutable_close_contest()->set_contest("c");
  command.mutable_close_contest()->set_round(1);
  return command;
}

void Election::close() {
  meeting.follow();
  meeting.must(close_command(), {"c1", "p1"});
}

void Election::accept_and_decrypt() {
  for (const char* one : {"t1", "t2"}) step(one);
  for (const char* one : {"t1", "t2"}) step(one);
}

void Election::declare() {
  v1::Command command;
  auto& body = *command.mutable_declare_result();
  body.set_contest("c");
  body.set_round(1);
  const auto outcome = congress::outcome_bytes(meeting.state(), "c");
  if (!outcome) std::abort();
  body.set_outcome(to_string(*outcome));
  body.set_program_version("0.1.0");
  body.set_copies(3);
  meeting.must(std::move(command), {"c1", "c2", "c3", "p1"});
}

void Election::sign() {
  const auto hash = report::minutes_hash(meeting.state(), "c", 1);
  if (!hash) std::abort();
  for (const char* one : {"c1", "c2", "c3", "p1"}) {
    v1::Command command;
    command.mutable_sign_minutes()->set_contest("c");
    command.mutable_sign_minutes()->set_round(1);
    command.mutable_sign_minutes()->set_minutes_hash(to_string(*hash));
    meeting.must(std::move(command), {one});
  }
}

void Election::announce() {
  v1::Command command;
  auto& body = *command.mutable_announce_result();
  body.set_contest("c");
  body.set_round(1);
  body.set_declaration_hash(to_string(round().declaration->payload_hash));
  meeting.must(std::move(command), {"p1"});
}

}  // namespace hp::service
