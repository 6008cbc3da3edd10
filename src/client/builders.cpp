// Bodies about people, roll, attendance, ceremony and cards.
#include "client/builders.h"

#include <algorithm>

#include "client/codes.h"
#include "congress/state.h"

namespace hp::client {
namespace {

v1::Command attendance(const std::vector<std::string>& people, auto set) {
  v1::Command out;
  for (const std::string& person : people) {
    v1::AttendanceEntry& entry = *out.mutable_record_attendance()->add_entries();
    entry.set_person(person);
    set(entry);
  }
  return out;
}

}  // namespace

v1::Official official_of(std::string person, std::string name, std::vector<v1::Role> roles,
                         ByteView point) {
  std::ranges::sort(roles);
  v1::Official out;
  out.set_person(std::move(person));
  out.set_name(std::move(name));
  for (const v1::Role role : roles) out.add_roles(role);
  out.set_key(to_string(point));
  return out;
}

v1::Command enrol_official(v1::Official official) {
  v1::Command out;
  *out.mutable_enrol_official()->mutable_official() = std::move(official);
  return out;
}

v1::Command retire_official(std::string person, std::vector<v1::Role> roles, std::string reason) {
  std::ranges::sort(roles);
  v1::Command out;
  v1::RetireOfficial& body = *out.mutable_retire_official();
  body.set_person(std::move(person));
  for (const v1::Role role : roles) body.add_roles(role);
  body.set_reason(std::move(reason));
  return out;
}

v1::Command import_roll(const std::vector<v1::Organisation>& organisations,
                        const std::vector<v1::Person>& people) {
  v1::Command out;
  v1::ImportRoll& body = *out.mutable_import_roll();
  for (const auto& one : organisations) *body.add_organisations() = one;
  for (const auto& one : people) *body.add_people() = one;
  return out;
}

Result<v1::Command> confirm_roll(const State& state,
                                 const std::map<std::string, std::string>& reasons) {
  if (!state.roll.import_hash) return fail(codes::kNoRoll);
  v1::Command out;
  v1::ConfirmRoll& body = *out.mutable_confirm_roll();
  body.set_import_hash(to_string(*state.roll.import_hash));
  for (const auto& [organisation, reason] : reasons) {
    v1::AllocationReason& one = *body.add_reasons();
    one.set_organisation(organisation);
    one.set_reason(reason);
  }
  return out;
}

v1::Command correct_roll(v1::Person person, std::string reason) {
  v1::Command out;
  *out.mutable_correct_roll()->mutable_person() = std::move(person);
  out.mutable_correct_roll()->set_reason(std::move(reason));
  return out;
}

v1::Command arrived(const std::vector<std::string>& people) {
  return attendance(people, [](v1::AttendanceEntry& entry) { entry.mutable_arrived(); });
}

v1::Command left(const std::vector<std::string>& people) {
  return attendance(people, [](v1::AttendanceEntry& entry) { entry.mutable_left(); });
}

v1::Command back(const std::vector<std::string>& people) {
  return attendance(people, [](v1::AttendanceEntry& entry) { entry.mutable_back(); });
}

v1::Command excused(std::string person, std::string reason) {
  return attendance({std::move(person)}, [&](v1::AttendanceEntry& entry) {
    entry.mutable_excused()->set_reason(std::move(reason));
  });
}

v1::Command replaced(std::string person, std::string alternate) {
  return attendance({std::move(person)}, [&](v1::AttendanceEntry& entry) {
    entry.mutable_replaced()->set_alternate(std::move(alternate));
  });
}

v1::Command not_convened(std::string person, v1::NotConvenedReason reason, std::string note) {
  return attendance({std::move(person)}, [&](v1::AttendanceEntry& entry) {
    entry.mutable_not_convened()->set_reason(reason);
    entry.mutable_not_convened()->set_note(std::move(note));
  });
}

v1::Command withdraw_attendance(const congress::CommandId& command, std::uint32_t entry,
                                std::string reason) {
  v1::Command out;
  v1::WithdrawAttendance& body = *out.mutable_withdraw_attendance();
  body.set_command_id(to_string(command));
  body.set_entry(entry);
  body.set_reason(std::move(reason));
  return out;
}

v1::Command confirm_attendance(const State& state, std::string contest) {
  const congress::BaseFigures figures = congress::base_figures(state);
  v1::Command out;
  v1::ConfirmAttendance& body = *out.mutable_confirm_attendance();
  body.set_contest(std::move(contest));
  body.set_convened(figures.convened);
  for (const auto& deduction : figures.deductions) *body.add_deductions() = deduction;
  body.set_base(figures.base);
  body.set_needed(figures.needed);
  body.set_present(figures.present);
  return out;
}

v1::Command start_ceremony(const State& state, std::uint32_t k, std::vector<std::string> trustees) {
  v1::Command out;
  v1::StartCeremony& body = *out.mutable_start_ceremony();
  body.set_ceremony(static_cast<std::uint32_t>(state.ceremonies.all.size()) + 1);
  body.set_n(static_cast<std::uint32_t>(trustees.size()));
  body.set_k(k);
  for (std::string& one : trustees) body.add_trustees(std::move(one));
  return out;
}

v1::Command register_cards(std::vector<Bytes> points) {
  std::ranges::sort(points);
  v1::Command out;
  out.mutable_register_cards();
  for (const Bytes& one : points) out.mutable_register_cards()->add_keys(to_string(one));
  return out;
}

v1::Command void_cards(std::vector<Bytes> points, std::string reason) {
  std::ranges::sort(points);
  v1::Command out;
  for (const Bytes& one : points) out.mutable_void_cards()->add_keys(to_string(one));
  out.mutable_void_cards()->set_reason(std::move(reason));
  return out;
}

v1::Command close_congress() {
  v1::Command out;
  out.mutable_close_congress();
  return out;
}

}  // namespace hp::client
