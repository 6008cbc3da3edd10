#include "congress/dump.h"

#include "congress/dump_writer.h"
#include "congress/state.h"

namespace hp::congress {
namespace {

// A message of the record as hex. Written by one program from fields without maps, its bytes are
// the same for the same values.
void message(DumpWriter& out, const std::string& path, const google::protobuf::Message& value) {
  out.bytes(path, view(value.SerializeAsString()));
}

void dump_people(DumpWriter& out, const PeopleState& people) {
  for (const auto& [id, person] : people.officials) {
    const std::string path = "officials." + id;
    out.text(path + ".name", person.name);
    std::string roles;
    for (v1::Role role : person.roles) roles += v1::Role_Name(role) + " ";
    out.text(path + ".roles", roles);
    out.bytes(path + ".key", person.key);
  }
  for (const auto& [key, person] : people.live_keys) out.text("live_keys." + to_hex(key), person);
  for (const Hash& key : people.dead_keys) out.bytes("dead_keys", key);
}

void dump_roll(DumpWriter& out, const RollState& roll) {
  for (const auto& organisation : roll.organisations) {
    message(out, "organisations." + organisation.name(), organisation);
  }
  for (const auto& [id, person] : roll.people) message(out, "roll." + id, person);
  if (roll.import_hash) out.bytes("roll_import", *roll.import_hash);
  out.number("roll_confirmed", roll.confirmed ? 1 : 0);
  for (const auto& [name, reason] : roll.allocation_reasons) {
    out.text("allocation_reasons." + name, reason);
  }
}

void dump_attendance(DumpWriter& out, const AttendanceState& attendance) {
  for (const auto& [person, facts] : attendance.facts) {
    for (const AttendanceFact& fact : facts) {
      message(out,
              "attendance." + person + "." + std::to_string(fact.index) + "." +
                  std::to_string(fact.position),
              fact.entry);
    }
  }
  for (const auto& [person, one] : attendance.people) {
    const std::string flags = std::string(one.came ? "came " : "") +
                              (one.present ? "present " : "") + (one.excused ? "excused " : "") +
                              std::to_string(one.not_convened);
    out.text("there." + person, flags + " [" + one.replaced_by + "] [" + one.seat_of + "]");
  }
  for (const auto& [id, index] : attendance.commands) {
    out.number("attendance_commands." + to_hex(id), index);
  }
}

}  // namespace

std::string dump(const State& state) {
  DumpWriter out;
  out.number("size", state.size);
  out.bytes("congress_id", state.congress_id);
  message(out, "founding", state.founding);
  out.number("founded_at", state.founded_at);
  out.number("closed", state.closed ? 1 : 0);
  dump_people(out, state.people);
  dump_roll(out, state.roll);
  dump_attendance(out, state.attendance);
  for (const auto& [id, key] : state.cards.keys) out.bytes("cards." + to_hex(id), key);
  for (const Hash& id : state.cards.void_for_ever) out.bytes("cards_void", id);
  dump_ceremonies(out, state.ceremonies);
  dump_contests(out, state.contests);
  for (const auto& [subject, index] : state.marks.last) {
    out.number("mark." + std::to_string(static_cast<int>(subject.topic)) + "." + subject.id, index);
  }
  for (const auto& [id, hash] : state.commands) out.bytes("command." + to_hex(id), hash);
  for (const Hash& root : state.roots) out.bytes("root", root);
  return out.take();
}

}  // namespace hp::congress
