// The outcome of a round: docs/design/record.md section 7, through the rules.
#pragma once

#include "base/bytes.h"
#include "base/error.h"
#include "congress/contest_state.h"

namespace homphieu::v1 {
class Outcome;
}

namespace hp::congress {

namespace v1 = homphieu::v1;
struct State;

// The current round's outcome; of a rehearsal nobody is elected, nor does anything come next. Fails
// with `contest_unknown`, and with `contest_phase` before the round is counted.
Result<v1::Outcome> compute_outcome(const State& state, const ContestId& contest);

// Of any round that is counted, declared, signed or announced. For minutes of a round annulled
// before that, on a copy said to be counted: a part that was not counted is all 0, and the
// accounting says so.
Result<v1::Outcome> outcome_of(const State& state, const Round& round);

// Its canonical bytes, as DeclareResult carries them.
Result<Bytes> outcome_bytes(const State& state, const ContestId& contest);

}  // namespace hp::congress
