#include "verify/testing/real_congress.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "congress/attendance_state.h"
#include "congress/checked_ballot.h"
#include "congress/outcome.h"
#include "congress/testing/entries.h"
#include "congress/trustee.h"
#include "congress/trustee_step.h"
#include "congress/views.h"
#include "journal/canonical.h"
#include "journal/checkpoint.h"
#include "journal/cosignature.h"
#include "journal/envelope.h"
#include "journal/tree.h"
#include "report/report.h"
#include "rules/profile.h"

#include "crypto/encrypt.h"

namespace hp::verify {
namespace {

const std::vector<std::string> kOffice{"s1", "p1"};

std::string raw(const auto& bytes) {
  return to_string(ByteView(bytes));
}

[[noreturn]] void stop(const std::string& why) {
  std::fprintf(stderr, "the test's ground was refused: %s\n", why.c_str());
  std::abort();
}

template <class T>
T good(Result<T> result) {
  if (!result) stop(describe(result.error(), Language::kEnglish));
  return *std::move(result);
}

v1::ContestDefinition definition_of(const Plan& plan) {
  v1::ContestDefinition out;
  out.set_contest("bch");
  out.set_office(v1::OFFICE_COMMITTEE);
  out.set_body("Ban Chấp hành Đảng bộ quận Cẩm Lệ");
  out.set_round(1);
  out.set_ballot(1);
  for (int i = 1; i <= plan.names; ++i) {
    auto& one = *out.add_candidates();
    one.set_person("n" + std::to_string(i));
    one.set_name("Nguyễn Văn " + std::to_string(i));
  }
  out.set_seats(plan.seats);
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

RealCongress::RealCongress(const Plan& wanted)
    : plan(wanted), log(crypto::LogKey::generate(crypto::system_random())) {
  for (int i = 1; i <= plan.witnesses; ++i) {
    witnesses.emplace_back("witness-" + std::to_string(i),
                           crypto::LogKey::generate(crypto::system_random()));
  }
}

RealCongress RealCongress::announced(const Plan& plan) {
  RealCongress out = counted(plan);
  out.declare();
  out.sign();
  out.announce();
  out.finish();
  return out;
}

RealCongress RealCongress::counted(const Plan& plan) {
  RealCongress out(plan);
  out.found();
  out.enrol();
  out.gather();
  out.approve();
  out.open();
  if (plan.cast) out.cast();
  out.close();
  out.count();
  return out;
}

const crypto::SigningKey& RealCongress::key(const std::string& person) {
  const auto found = keys.find(person);
  if (found != keys.end()) return found->second;
  return keys.emplace(person, crypto::SigningKey::generate(crypto::system_random())).first->second;
}

Bytes RealCongress::sealed(v1::Command command, const std::vector<std::string>& signers) {
  std::string id = "command " + std::to_string(state().size);
  id.resize(16, '#');
  if (command.command_id().empty()) command.set_command_id(id);
  if (!command.has_found_congress()) {
    command.set_congress_id(raw(state().congress_id));
    if (!command.has_seen()) {
      command.mutable_seen()->set_size(state().size);
      command.mutable_seen()->set_root(raw(state().roots.back()));
    }
  }
  if (!command.has_cast_ballot()) command.set_signed_at(1'595'898'000'000 + 1000 * state().size);
  v1::Envelope envelope;
  envelope.set_payload_type(std::string(journal::kCommandType));
  const Bytes payload = journal::encode_canonical(command);
  envelope.set_payload(to_string(payload));
  const Bytes message = journal::pre_authentication(journal::kCommandType, payload);
  for (const std::string& person : signers) {
    journal::add_signature(envelope, key(person).key_id(), good(key(person).sign(message)));
  }
  return journal::encode_canonical(envelope);
}

Result<void> RealCongress::send(v1::Command command, const std::vector<std::string>& signers) {
  Bytes envelope = sealed(std::move(command), signers);
  HP_TRY(fold.add(envelope, congress::BallotChecking::kOwnPrefix));
  entries.push_back(std::move(envelope));
  return {};
}

void RealCongress::must(v1::Command command, const std::vector<std::string>& signers) {
  const std::string shown = command.ShortDebugString().substr(0, 300);
  if (auto sent = send(std::move(command), signers); !sent) {
    stop(describe(sent.error(), Language::kEnglish) + "\n" + shown);
  }
}

void RealCongress::found() {
  v1::Command command = congress::found_command();
  auto& body = *command.mutable_found_congress();
  body.set_log_key(raw(log.public_key()));
  for (const auto& [name, witness] : witnesses) {
    auto& one = *body.add_witnesses();
    one.set_name(name);
    one.set_key(raw(witness.public_key()));
  }
  body.set_witness_quorum(plan.quorum);
  for (auto& official : *body.mutable_officials())
    official.set_key(raw(key(official.person()).point()));
  must(command, {"s1", "s2"});
}

void RealCongress::enrol() {
  const auto one = [&](const std::string& person, v1::Role role, const std::string& second) {
    v1::Command command = congress::enrol_command(person, {role});
    command.mutable_enrol_official()->mutable_official()->set_key(raw(key(person).point()));
    must(command, {"s1", second, person});
  };
  one("p1", v1::ROLE_PRESIDIUM, "s2");
  one("p2", v1::ROLE_PRESIDIUM, "p1");
  for (const char* person : {"r1", "r2"}) one(person, v1::ROLE_CREDENTIALS, "p1");
  for (const char* person : {"c1", "c2", "c3"}) one(person, v1::ROLE_COUNTING, "p1");
  for (const char* person : {"t1", "t2", "t3"}) one(person, v1::ROLE_TRUSTEE, "p1");
}

void RealCongress::gather() {
  must(congress::import_command(plan.delegates), {"r1"});
  must(congress::confirm_roll_command(state()), {"r1", "r2"});
  v1::Command arrived;
  for (int i = 1; i <= plan.delegates; ++i) {
    auto& entry = *arrived.mutable_record_attendance()->add_entries();
    entry.set_person("d" + std::to_string(i));
    entry.mutable_arrived();
  }
  must(arrived, {"r1"});
  v1::Command start;
  auto& body = *start.mutable_start_ceremony();
  body.set_ceremony(1);
  body.set_n(3);
  body.set_k(2);
  for (const char* person : {"t1", "t2", "t3"}) {
    body.add_trustees(person);
    crypto::system_random()(seeds[person]);
  }
  must(start, kOffice);
  trustees_act();
  std::vector<std::string> points;
  for (int i = 1; i <= plan.delegates; ++i) {
    points.push_back(raw(key("d" + std::to_string(i)).point()));
  }
  std::ranges::sort(points);
  v1::Command cards;
  for (const std::string& point : points) cards.mutable_register_cards()->add_keys(point);
  must(cards, {"r1", "r2"});
}

void RealCongress::approve() {
  const auto present = static_cast<std::uint32_t>(plan.delegates);
  v1::Command command;
  auto& body = *command.mutable_approve_contest();
  body.set_definition(to_string(journal::encode_canonical(definition_of(plan))));
  body.mutable_hands_for_seats()->set_votes_for(present);
  body.mutable_hands_for_list()->set_votes_for(present);
  must(command, kOffice);
  v1::Command counters;
  auto& appoint = *counters.mutable_appoint_counters();
  appoint.set_contest("bch");
  appoint.set_definition_hash(raw(round().definition.hash));
  appoint.set_head("c1");
  appoint.add_members("c2");
  appoint.add_members("c3");
  appoint.mutable_hands()->set_votes_for(present);
  must(counters, kOffice);
  if (!plan.cast) {
    v1::Command left;
    for (int i = 1; i <= plan.delegates; ++i) {
      auto& entry = *left.mutable_record_attendance()->add_entries();
      entry.set_person("d" + std::to_string(i));
      entry.mutable_left();
    }
    must(left, {"r1"});
  }
  const congress::BaseFigures figures = congress::base_figures(state());
  v1::Command attendance;
  auto& confirm = *attendance.mutable_confirm_attendance();
  confirm.set_contest("bch");
  confirm.set_convened(figures.convened);
  for (const auto& one : figures.deductions) *confirm.add_deductions() = one;
  confirm.set_base(figures.base);
  confirm.set_needed(figures.needed);
  confirm.set_present(figures.present);
  must(attendance, {"r1", "r2"});
}

void RealCongress::open() {
  v1::Command command;
  auto& body = *command.mutable_open_contest();
  body.set_contest("bch");
  body.set_round(1);
  body.set_definition_hash(raw(round().definition.hash));
  body.set_attendance_hash(raw(round().attendance->payload_hash));
  body.set_way(v1::WAY_ELECTRONIC);
  if (!plan.cast) body.set_cards_taken_away(static_cast<std::uint32_t>(plan.delegates));
  body.set_ceremony_hash(raw(state().ceremonies.in_force()->keys->hash));
  must(command, {"c1", "p1"});
}

std::vector<std::uint8_t> RealCongress::columns_of(int delegate) const {
  std::vector<std::uint8_t> out(static_cast<std::size_t>(plan.names), 1);
  // Everybody but the first leaves somebody out; the first few names lose least.
  std::size_t votes = out.size();
  for (std::size_t i = out.size(); votes > plan.seats; --i, --votes) out[i - 1] = 0;
  if (delegate % 3 == 0) out[static_cast<std::size_t>(delegate / 3) % plan.seats] = 0;
  return out;
}

void RealCongress::cast() {
  const congress::Head opened = *congress::opening_head(state(), round());
  for (int i = 1; i <= plan.delegates; ++i) {
    const std::string card = "d" + std::to_string(i);
    const auto context = congress::ballot_context(state().ceremonies, round(), key(card).point());
    v1::Command command;
    auto& body = *command.mutable_cast_ballot();
    body.set_contest("bch");
    body.set_round(1);
    body.set_ballot(
        raw(good(crypto::encrypt_ballot(context, columns_of(i), crypto::system_random()))));
    command.mutable_seen()->set_size(opened.size);
    command.mutable_seen()->set_root(raw(opened.root));
    must(command, {card});
  }
}

void RealCongress::close() {
  v1::Command command;
  command.mutable_close_contest()->set_contest("bch");
  command.mutable_close_contest()->set_round(1);
  must(command, {"c1", "p1"});
}

void RealCongress::trustees_act() {
  bool acted = true;
  while (acted) {
    acted = false;
    for (const auto& [person, seed] : seeds) {
      if (congress::task_of(state(), person).step == congress::TrusteeStep::kNothing) continue;
      must(good(congress::trustee_command(state(), person, seed, crypto::system_random())),
           {person});
      acted = true;
    }
  }
}

void RealCongress::count() {
  trustees_act();
}

void RealCongress::declare() {
  v1::Command command;
  auto& body = *command.mutable_declare_result();
  body.set_contest("bch");
  body.set_round(1);
  body.set_outcome(raw(good(congress::outcome_bytes(state(), "bch"))));
  body.set_program_version("homphieu 0.1.0");
  body.set_copies(3);
  must(command, {"c1", "c2", "c3", "p1"});
}

void RealCongress::sign() {
  sign_as(good(report::minutes_hash(state(), "bch", 1)));
}

void RealCongress::sign_as(const Hash& minutes) {
  for (const char* person : {"c1", "c2", "c3", "p1"}) sign_one(person, minutes);
}

void RealCongress::sign_one(const std::string& person, const Hash& minutes) {
  v1::Command command;
  auto& body = *command.mutable_sign_minutes();
  body.set_contest("bch");
  body.set_round(1);
  body.set_minutes_hash(raw(minutes));
  must(command, {person});
}

v1::Command RealCongress::remark(const std::string& text) {
  v1::Command command;
  auto& body = *command.mutable_record_remark();
  body.set_contest("bch");
  body.set_round(1);
  body.set_text(text);
  return command;
}

void RealCongress::announce() {
  v1::Command command;
  auto& body = *command.mutable_announce_result();
  body.set_contest("bch");
  body.set_round(1);
  body.set_declaration_hash(raw(round().declaration->payload_hash));
  must(command, {"p1"});
}

void RealCongress::finish() {
  v1::Command command;
  command.mutable_close_congress();
  must(command, kOffice);
}

std::string RealCongress::checkpoint(std::uint64_t size) const {
  return journal::sign_checkpoint(state().congress_id, {size, state().roots.at(size)}, log);
}

journal::RecordFile RealCongress::record_of(std::vector<Bytes> other) const {
  journal::Tree tree;
  for (const Bytes& entry : other) tree.add(journal::leaf_hash(entry));
  const std::string note = journal::sign_checkpoint(state().congress_id, tree.head(), log);
  std::vector<std::string> lines;
  for (const auto& [name, witness] : witnesses) {
    lines.push_back(journal::cosign(note, name, witness, UnixMs{1'595'898'999'000}));
  }
  return {std::move(other), journal::join_cosignatures(note, lines)};
}

}  // namespace hp::verify
