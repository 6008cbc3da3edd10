#include "congress/attendance_state.h"

#include <algorithm>

#include "congress/state.h"

namespace hp::congress {
namespace {

rules::Standing standing_of(const v1::Person& person) {
  switch (person.standing()) {
    case v1::STANDING_ALTERNATE:
      return rules::Standing::kAlternate;
    case v1::STANDING_PROBATIONARY:
      return rules::Standing::kProbationary;
    case v1::STANDING_TEMPORARY_HERE:
      return rules::Standing::kTemporaryHere;
    default:
      return rules::Standing::kOfficial;
  }
}

rules::Meeting meeting_of(v1::Meeting meeting) {
  switch (meeting) {
    case v1::MEETING_MEMBER_CONGRESS:
      return rules::Meeting::kMemberCongress;
    case v1::MEETING_COMMITTEE_CONFERENCE:
      return rules::Meeting::kCommitteeConference;
    default:
      return rules::Meeting::kDelegateCongress;
  }
}

const Attendance& attendance_of(const State& state, const std::string& person) {
  static const Attendance kNever;
  const auto found = state.attendance.people.find(person);
  return found == state.attendance.people.end() ? kNever : found->second;
}

rules::Person as_the_base_sees(const v1::Person& person, const Attendance& attendance) {
  rules::Person out;
  out.standing = standing_of(person);
  out.attended = attendance.present ? rules::Attended::kAtVote
                 : attendance.came  ? rules::Attended::kEarlier
                                    : rules::Attended::kNever;
  out.convening_committee = person.convening_committee();
  out.replaced = !attendance.replaced_by.empty();
  out.active_elsewhere = person.active_elsewhere();
  out.exempted = person.exempted();
  out.suspended = person.suspended();
  out.charged = person.charged();
  out.excused = attendance.excused;
  if (attendance.not_convened != v1::NOT_CONVENED_REASON_UNSPECIFIED) {
    // Both enums name the same reasons in the same order; 0 of the record's is "none".
    out.not_convened = static_cast<rules::NotConvened>(attendance.not_convened - 1);
  }
  return out;
}

// Whether this person, when there, is one of those present.
bool has_a_seat(const v1::Person& person, const Attendance& attendance) {
  if (person.standing() == v1::STANDING_OFFICIAL) {
    return attendance.not_convened == v1::NOT_CONVENED_REASON_UNSPECIFIED;
  }
  return person.standing() == v1::STANDING_ALTERNATE && !attendance.seat_of.empty();
}

template <class Predicate>
std::uint32_t count_seated(const State& state, Predicate holds) {
  std::uint32_t count = 0;
  for (const auto& [id, attendance] : state.attendance.people) {
    const v1::Person* person = roll_person(state, id);
    if (person != nullptr && has_a_seat(*person, attendance) && holds(attendance)) ++count;
  }
  return count;
}

}  // namespace

rules::BaseOf rules_base(const State& state) {
  std::vector<rules::PeopleGroup> groups;
  groups.reserve(state.roll.people.size());
  for (const auto& [id, person] : state.roll.people) {
    groups.push_back({rules::People{1}, as_the_base_sees(person, attendance_of(state, id))});
  }
  return rules::base_of(groups, meeting_of(state.founding.meeting()));
}

std::uint32_t present_count(const State& state) {
  return count_seated(state, [](const Attendance& one) { return one.present; });
}

std::uint32_t gone_count(const State& state) {
  return count_seated(state, [](const Attendance& one) { return one.came && !one.present; });
}

BaseFigures base_figures(const State& state) {
  const rules::BaseOf base = rules_base(state);
  BaseFigures out;
  out.convened = static_cast<std::uint32_t>(base.convened.value);
  out.base = static_cast<std::uint32_t>(base.base.value);
  out.needed = static_cast<std::uint32_t>(base.needed.value);
  out.present = present_count(state);
  for (const rules::Deducted& deducted : base.deductions) {
    v1::Deduction deduction;
    deduction.set_kind(static_cast<v1::DeductionKind>(static_cast<int>(deducted.reason) + 1));
    deduction.set_count(static_cast<std::uint32_t>(deducted.count.value));
    out.deductions.push_back(deduction);
  }
  return out;
}

}  // namespace hp::congress
