// The trustees' part after closing: AcceptClosing, DecryptTally.
// docs/design/ballot.md section 7; signed and allowed as in record.md section 5.
#pragma once

#include "base/error.h"

namespace homphieu::v1 {
class AcceptClosing;
class DecryptTally;
}  // namespace homphieu::v1

namespace hp::congress {

namespace v1 = homphieu::v1;
struct State;
struct Entry;

Result<void> check_accept_closing(const State&, const Entry&, const v1::AcceptClosing&);
void apply_accept_closing(State&, const Entry&, const v1::AcceptClosing&);

// Checks every column; the k-th valid one must also open all sums. After it the round is counted.
Result<void> check_decrypt_tally(const State&, const Entry&, const v1::DecryptTally&);
void apply_decrypt_tally(State&, const Entry&, const v1::DecryptTally&);

}  // namespace hp::congress
