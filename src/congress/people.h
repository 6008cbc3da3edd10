// FoundCongress, EnrolOfficial, RetireOfficial: who may act (record.md section 4).
#pragma once

#include "base/error.h"
#include "congress/entry.h"

namespace hp::congress {

struct State;

// Two or more of the secretariat among the officials, every value in form.
Result<void> check_found_congress(const State&, const Entry&, const v1::FoundCongress&);
void apply_found_congress(State&, const Entry&, const v1::FoundCongress&);

// Adds roles, and replaces the key where it is another one: the old key is dead from then on.
Result<void> check_enrol_official(const State&, const Entry&, const v1::EnrolOfficial&);
void apply_enrol_official(State&, const Entry&, const v1::EnrolOfficial&);

Result<void> check_retire_official(const State&, const Entry&, const v1::RetireOfficial&);
void apply_retire_official(State&, const Entry&, const v1::RetireOfficial&);

}  // namespace hp::congress
