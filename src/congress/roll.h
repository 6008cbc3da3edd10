// ImportRoll, ConfirmRoll, CorrectRoll: who is a delegate.
#pragma once

#include "base/error.h"
#include "congress/entry.h"

namespace hp::congress {

struct State;

// Replaces the whole roll; not after it is confirmed.
Result<void> check_import_roll(const State&, const Entry&, const v1::ImportRoll&);
void apply_import_roll(State&, const Entry&, const v1::ImportRoll&);

// Every organisation whose elected officials differ from its allocation has its reason.
Result<void> check_confirm_roll(const State&, const Entry&, const v1::ConfirmRoll&);
void apply_confirm_roll(State&, const Entry&, const v1::ConfirmRoll&);

// One person, new ones too. The standing of who has attendance on record can't change.
Result<void> check_correct_roll(const State&, const Entry&, const v1::CorrectRoll&);
void apply_correct_roll(State&, const Entry&, const v1::CorrectRoll&);

}  // namespace hp::congress
