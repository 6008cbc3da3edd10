// RecordAttendance, WithdrawAttendance, ConfirmAttendance: who is there, and the base.
#pragma once

#include "base/error.h"
#include "congress/entry.h"

namespace hp::congress {

struct State;

// All entries one after another, or none.
Result<void> check_record_attendance(const State&, const Entry&, const v1::RecordAttendance&);
void apply_record_attendance(State&, const Entry&, const v1::RecordAttendance&);

// Takes one entry back as if it had never been; refused where later ones rest on it.
Result<void> check_withdraw_attendance(const State&, const Entry&, const v1::WithdrawAttendance&);
void apply_withdraw_attendance(State&, const Entry&, const v1::WithdrawAttendance&);

// The figures must be those of base_figures(state).
Result<void> check_confirm_attendance(const State&, const Entry&, const v1::ConfirmAttendance&);
void apply_confirm_attendance(State&, const Entry&, const v1::ConfirmAttendance&);

}  // namespace hp::congress
