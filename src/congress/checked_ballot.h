// Ballots are checked by crypto; here is what a round binds them to.
#pragma once

#include "congress/ballot_shape.h"
#include "congress/ceremony_state.h"
#include "congress/contest_state.h"
#include "crypto/ballot.h"

namespace hp::congress {

using crypto::BallotContext;
using crypto::check_ballot;
using crypto::CheckedBallot;
using crypto::take_ballot;

// The context of ballots of an open round.
BallotContext ballot_context(const Ceremonies& ceremonies, const Round& round,
                             const KeyPoint& voter);

}  // namespace hp::congress
