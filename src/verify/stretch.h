// Ballots that follow each other in the record, checked some together: sooner than one by one.
#pragma once

#include <cstddef>
#include <span>

#include "congress/entry.h"
#include "congress/state.h"
#include "verify/entries.h"

namespace hp::verify {

// More take not much less time each, and are fewer pieces for the threads to share.
inline constexpr std::size_t kTogether = 32;

// What congress::prepare with full checking gives for each of these CastBallot envelopes on the
// state before them; `to` has a place for each. None of them changes what the check of another
// reads: cards, ceremonies, the open round.
void prepare_ballots(const congress::State& before, std::span<const ReadEntry> ballots,
                     std::span<Result<congress::Entry>> to);

}  // namespace hp::verify
