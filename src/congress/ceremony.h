// The key ceremony's commands, StartCeremony to RehearseKey.
// docs/design/ballot.md section 6; signed and allowed as in record.md section 5.
#pragma once

#include "base/error.h"

namespace homphieu::v1 {
class StartCeremony;
class CommitKey;
class RevealKey;
class ShareKey;
class AcceptKey;
class ComplainKey;
class RehearseKey;
}  // namespace homphieu::v1

namespace hp::congress {

namespace v1 = homphieu::v1;
struct State;
struct Entry;

Result<void> check_start_ceremony(const State&, const Entry&, const v1::StartCeremony&);
void apply_start_ceremony(State&, const Entry&, const v1::StartCeremony&);

// Each of these fails with `ceremony_step` ("ceremony") out of its step, `not_trustee`
// ("signatures") by anybody else, `step_done` ("ceremony") a second time.
Result<void> check_commit_key(const State&, const Entry&, const v1::CommitKey&);
void apply_commit_key(State&, const Entry&, const v1::CommitKey&);
Result<void> check_reveal_key(const State&, const Entry&, const v1::RevealKey&);
void apply_reveal_key(State&, const Entry&, const v1::RevealKey&);
Result<void> check_share_key(const State&, const Entry&, const v1::ShareKey&);
void apply_share_key(State&, const Entry&, const v1::ShareKey&);
Result<void> check_accept_key(const State&, const Entry&, const v1::AcceptKey&);
void apply_accept_key(State&, const Entry&, const v1::AcceptKey&);
Result<void> check_complain_key(const State&, const Entry&, const v1::ComplainKey&);
void apply_complain_key(State&, const Entry&, const v1::ComplainKey&);
Result<void> check_rehearse_key(const State&, const Entry&, const v1::RehearseKey&);
void apply_rehearse_key(State&, const Entry&, const v1::RehearseKey&);

}  // namespace hp::congress
