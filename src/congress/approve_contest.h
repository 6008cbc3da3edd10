// From a definition to a round that can be opened: approval, withdrawal, counters.
// Signed and allowed as in docs/design/record.md section 5.
#pragma once

#include "base/error.h"
#include "congress/definition.h"

namespace homphieu::v1 {
class ApproveContest;
class WithdrawContest;
class AppointCounters;
class ReplaceCounter;
}  // namespace homphieu::v1

namespace hp::congress {

namespace v1 = homphieu::v1;
struct State;
struct Entry;

// Puts into `definition.rules` what the record knows: whether it re-votes a tie, who of the list
// is in the body that `from_contest` filled, where the plan's person stands.
// Fails with `from_contest_open` ("from_contest") where that contest has no final result.
Result<void> complete(const State& state, Definition& definition);

Result<void> check_approve_contest(const State&, const Entry&, const v1::ApproveContest&);
void apply_approve_contest(State&, const Entry&, const v1::ApproveContest&);

Result<void> check_withdraw_contest(const State&, const Entry&, const v1::WithdrawContest&);
void apply_withdraw_contest(State&, const Entry&, const v1::WithdrawContest&);

Result<void> check_appoint_counters(const State&, const Entry&, const v1::AppointCounters&);
void apply_appoint_counters(State&, const Entry&, const v1::AppointCounters&);

Result<void> check_replace_counter(const State&, const Entry&, const v1::ReplaceCounter&);
void apply_replace_counter(State&, const Entry&, const v1::ReplaceCounter&);

}  // namespace hp::congress
