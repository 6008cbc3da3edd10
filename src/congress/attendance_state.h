// Who came, went and came back; and the base that follows (cases/README.md, "Base").
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "homphieu/v1/record.pb.h"
#include "rules/base.h"

namespace hp::congress {

namespace v1 = homphieu::v1;
struct State;

// One entry of a RecordAttendance, as it stands in the record.
struct AttendanceFact {
  std::uint64_t index = 0;     // of the command in the journal
  std::uint32_t position = 0;  // in the command, from 0
  v1::AttendanceEntry entry;
};

// What the facts of one person, withdrawn ones left out, add up to.
struct Attendance {
  bool came = false;     // ever
  bool present = false;  // now
  bool excused = false;
  std::string replaced_by;  // the alternate who took this official's seat
  std::string seat_of;      // alternates: the official whose seat this one took
  v1::NotConvenedReason not_convened = v1::NOT_CONVENED_REASON_UNSPECIFIED;
};

struct AttendanceState {
  std::map<std::string, std::vector<AttendanceFact>> facts;  // by person, in order of the record
  std::map<std::string, Attendance> people;                  // computed from the facts
  std::map<std::array<std::uint8_t, 16>, std::uint64_t> commands;  // RecordAttendance: id → index
};

// The figures of ConfirmAttendance as the fold computes them now.
struct BaseFigures {
  std::uint32_t convened = 0;
  std::vector<v1::Deduction> deductions;  // ascending by kind, none 0
  std::uint32_t base = 0;
  std::uint32_t needed = 0;
  std::uint32_t present = 0;  // officials there and alternates who took a seat
};
BaseFigures base_figures(const State& state);
// The same base as the rules give it.
rules::BaseOf rules_base(const State& state);

// Officials (convened) who are there, and alternates who took a seat and are there.
std::uint32_t present_count(const State& state);
// Of those who would be present, how many came once and are gone now.
std::uint32_t gone_count(const State& state);

}  // namespace hp::congress
