// The fold: from the journal's entries to the state of the congress. Server and verifier run the
// same function (record.md). It reads no clock, no randomness of consequence, no files.
//
//   Fold fold;
//   HP_TRY(fold.add(envelope_bytes, BallotChecking::kFull));   // refused: nothing changed
//   fold.state().people...
#pragma once

#include "base/error.h"
#include "congress/entry.h"
#include "congress/prepare.h"
#include "congress/state.h"

namespace hp::congress {

// Whether the entry may come next: congress id, command id, `seen`, who signs, the round's
// state, the content. No effect.
Result<void> check(const State& state, const Entry& entry);

// The state after an entry that `check` accepted on this state. entry.index is state.size.
void apply(State& state, const Entry& entry);

// The state of no entries.
State empty_state();

class Fold {
 public:
  Fold();
  // Decodes, verifies, checks and applies one envelope. An error leaves everything as it was.
  Result<void> add(ByteView envelope, BallotChecking checking);
  const State& state() const { return state_; }

 private:
  State state_;
};

}  // namespace hp::congress
