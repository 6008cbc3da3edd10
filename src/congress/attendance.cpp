#include "congress/attendance.h"

#include <algorithm>

#include "congress/codes.h"
#include "congress/contest_codes.h"
#include "congress/contest_env.h"
#include "congress/contest_lookup.h"
#include "congress/contest_queries.h"
#include "congress/field_checks.h"
#include "congress/state.h"

namespace hp::congress {
namespace {

using PeopleThere = std::map<std::string, Attendance>;

Result<void> impossible(const std::string& person) {
  return fail(codes::kAttendanceImpossible, "person", person);
}

Result<void> replace(const State& state, PeopleThere& people, const v1::Person& person,
                     const std::string& alternate) {
  const Attendance& seat = people[person.id()];
  // A member of the convening committee has no alternate (cases/README.md, "Base").
  if (person.standing() != v1::STANDING_OFFICIAL || person.convening_committee() || seat.came ||
      !seat.replaced_by.empty() || seat.not_convened != v1::NOT_CONVENED_REASON_UNSPECIFIED) {
    return impossible(person.id());
  }
  const v1::Person* other = roll_person(state, alternate);
  if (other == nullptr) return fail(codes::kPersonUnknown, "replaced.alternate", alternate);
  if (other->standing() != v1::STANDING_ALTERNATE || !people[alternate].seat_of.empty()) {
    return fail(codes::kAttendanceImpossible, "replaced.alternate", alternate);
  }
  people[person.id()].replaced_by = alternate;
  people[alternate].seat_of = person.id();
  return {};
}

// Takes one entry into `people`; an error leaves `people` in between.
Result<void> take(const State& state, PeopleThere& people, const v1::AttendanceEntry& entry) {
  const v1::Person* person = roll_person(state, entry.person());
  if (person == nullptr) return fail(codes::kPersonUnknown, "person", entry.person());
  Attendance& one = people[entry.person()];
  const bool convened = one.not_convened == v1::NOT_CONVENED_REASON_UNSPECIFIED;
  switch (entry.what_case()) {
    case v1::AttendanceEntry::kArrived:
      if (one.came || !one.replaced_by.empty() || !convened) return impossible(entry.person());
      one.came = one.present = true;
      return {};
    case v1::AttendanceEntry::kLeft:
      if (!one.present) return impossible(entry.person());
      one.present = false;
      return {};
    case v1::AttendanceEntry::kBack:
      if (!one.came || one.present) return impossible(entry.person());
      one.present = true;
      return {};
    case v1::AttendanceEntry::kExcused:
      HP_TRY(check_present(entry.excused().reason(), "excused.reason"));
      if (one.present || one.excused || !convened) return impossible(entry.person());
      one.excused = true;
      return {};
    case v1::AttendanceEntry::kReplaced:
      return replace(state, people, *person, entry.replaced().alternate());
    case v1::AttendanceEntry::kNotConvened: {
      const auto reason = entry.not_convened().reason();
      if (reason == v1::NOT_CONVENED_REASON_UNSPECIFIED || !v1::NotConvenedReason_IsValid(reason)) {
        return fail(codes::kCommandField, "not_convened.reason");
      }
      if (person->standing() != v1::STANDING_OFFICIAL || one.came || !one.replaced_by.empty() ||
          !convened) {
        return impossible(entry.person());
      }
      one.not_convened = reason;
      return {};
    }
    case v1::AttendanceEntry::WHAT_NOT_SET:
      break;
  }
  return fail(codes::kCommandField, "what");
}

Result<void> check_time(const State& state) {
  if (!state.roll.confirmed) return fail(codes::kRollNotConfirmed);
  if (electronic_round_open(state)) return fail(codes::kElectronicRoundOpen);
  return {};
}

// Everybody's attendance from the facts but one, in the record's order.
Result<PeopleThere> without(const State& state, std::uint64_t index, std::uint32_t position) {
  std::vector<const AttendanceFact*> facts;
  for (const auto& [person, own] : state.attendance.facts) {
    for (const AttendanceFact& fact : own) {
      if (fact.index != index || fact.position != position) facts.push_back(&fact);
    }
  }
  std::ranges::sort(
      facts, {}, [](const AttendanceFact* fact) { return std::pair(fact->index, fact->position); });
  PeopleThere people;
  for (const AttendanceFact* fact : facts) HP_TRY(take(state, people, fact->entry));
  return people;
}

// The fact that a withdrawal names, or nullptr.
const AttendanceFact* find_fact(const State& state, const v1::WithdrawAttendance& body) {
  if (body.command_id().size() != 16) return nullptr;
  const auto command = state.attendance.commands.find(array_of<16>(view(body.command_id())));
  if (command == state.attendance.commands.end()) return nullptr;
  for (const auto& [person, own] : state.attendance.facts) {
    for (const AttendanceFact& fact : own) {
      if (fact.index == command->second && fact.position == body.entry()) return &fact;
    }
  }
  return nullptr;
}

void touch_people(State& state, const v1::AttendanceEntry& entry, std::uint64_t index) {
  state.touch(person_subject(entry.person()), index);
  if (entry.has_replaced()) state.touch(person_subject(entry.replaced().alternate()), index);
}

}  // namespace

Result<void> check_record_attendance(const State& state, const Entry&,
                                     const v1::RecordAttendance& body) {
  HP_TRY(check_time(state));
  if (body.entries().empty()) return fail(codes::kCommandField, "entries");
  PeopleThere touched;
  const auto fetch = [&](const std::string& person) {
    const auto found = state.attendance.people.find(person);
    if (found != state.attendance.people.end()) touched.emplace(person, found->second);
  };
  for (int i = 0; i < body.entries_size(); ++i) {
    const v1::AttendanceEntry& entry = body.entries(i);
    fetch(entry.person());
    if (entry.has_replaced()) fetch(entry.replaced().alternate());
    if (entry.has_not_convened() && any_contest_opened(state)) {
      return fail(codes::kAttendanceImpossible, at("entries", i) + ".not_convened");
    }
    const auto taken = take(state, touched, entry);
    if (!taken) return std::unexpected(under(at("entries", i), taken.error()));
  }
  return {};
}

void apply_record_attendance(State& state, const Entry& entry, const v1::RecordAttendance& body) {
  std::uint32_t position = 0;
  for (const v1::AttendanceEntry& one : body.entries()) {
    (void)take(state, state.attendance.people, one);
    state.attendance.facts[one.person()].push_back({entry.index, position++, one});
    touch_people(state, one, entry.index);
  }
  state.attendance.commands[array_of<16>(view(entry.command.command_id()))] = entry.index;
}

Result<void> check_withdraw_attendance(const State& state, const Entry&,
                                       const v1::WithdrawAttendance& body) {
  HP_TRY(check_time(state));
  HP_TRY(check_present(body.reason(), "reason"));
  const AttendanceFact* fact = find_fact(state, body);
  if (fact == nullptr) return fail(codes::kNothingChanges, "command_id");
  if (fact->entry.has_not_convened() && any_contest_opened(state)) {
    return fail(codes::kAttendanceImpossible, "entry");
  }
  HP_ASSIGN([[maybe_unused]] const PeopleThere people, without(state, fact->index, fact->position));
  return {};
}

void apply_withdraw_attendance(State& state, const Entry& entry,
                               const v1::WithdrawAttendance& body) {
  const AttendanceFact fact = *find_fact(state, body);
  state.attendance.people = without(state, fact.index, fact.position).value();
  auto& own = state.attendance.facts.at(fact.entry.person());
  std::erase_if(own, [&](const AttendanceFact& one) {
    return one.index == fact.index && one.position == fact.position;
  });
  if (own.empty()) state.attendance.facts.erase(fact.entry.person());
  touch_people(state, fact.entry, entry.index);
}

Result<void> check_confirm_attendance(const State& state, const Entry&,
                                      const v1::ConfirmAttendance& body) {
  HP_ASSIGN(const Round* round, current_round(state, body.contest()));
  HP_TRY(require(*round, {Phase::kApproved}));
  if (!state.roll.confirmed) return fail(codes::kRollNotConfirmed);
  const BaseFigures now = base_figures(state);
  const auto compare = [](std::uint32_t given, std::uint32_t computed,
                          const char* where) -> Result<void> {
    if (given == computed) return {};
    return fail(codes::kFiguresDiffer, where,
                std::to_string(given) + " ≠ " + std::to_string(computed));
  };
  HP_TRY(compare(body.convened(), now.convened, "convened"));
  HP_TRY(compare(body.base(), now.base, "base"));
  HP_TRY(compare(body.needed(), now.needed, "needed"));
  HP_TRY(compare(body.present(), now.present, "present"));
  const bool same = std::ranges::equal(body.deductions(), now.deductions,
                                       [](const v1::Deduction& a, const v1::Deduction& b) {
                                         return a.kind() == b.kind() && a.count() == b.count();
                                       });
  if (!same) return fail(codes::kFiguresDiffer, "deductions");
  return {};
}

void apply_confirm_attendance(State& state, const Entry& entry, const v1::ConfirmAttendance& body) {
  round_to_change(state, body.contest()).attendance = AttendanceFigures{
      entry.payload_hash, rules_base(state), present_count(state), stamp_of(entry)};
}

}  // namespace hp::congress
