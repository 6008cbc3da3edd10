// From the bytes of an envelope to an Entry: everything that costs time and changes nothing.
// Pure; safe to run beside others on one const snapshot.
#pragma once

#include "base/error.h"
#include "congress/entry.h"
#include "congress/state.h"

namespace hp::congress {

enum class BallotChecking {
  kFull,       // every signature and proof
  kOwnPrefix,  // start-up on the server's own journal up to its own checkpoint: ballots are
               // decoded, their proofs and signatures were checked when they were accepted
};

// Decodes canonically, finds each signature's public key (officials' live keys, cards, keys in
// FoundCongress and EnrolOfficial themselves), verifies it, and for CastBallot the proofs.
// Fails with codes of journal and crypto, `kKeyUnknown`, or the codes of ballots for a round
// that is not open.
Result<Entry> prepare(const State& state, ByteView envelope, BallotChecking checking);
Result<Entry> prepare(const State& state, const v1::Envelope& envelope, BallotChecking checking);

}  // namespace hp::congress
