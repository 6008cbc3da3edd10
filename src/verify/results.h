// Tallies, outcomes, minutes and announcements, made anew from the folded state.
#pragma once

#include <vector>

#include "congress/state.h"
#include "verify/entries.h"
#include "verify/verify.h"

namespace hp::verify {

// Findings of kTally, kOutcome, kMinutes and kAnnounced, over the entries that were folded.
std::vector<Finding> check_results(const congress::State& state,
                                   const std::vector<ReadEntry>& entries, unsigned threads);

// Every round, as the record has it.
std::vector<RoundReport> rounds_of(const congress::State& state);

}  // namespace hp::verify
