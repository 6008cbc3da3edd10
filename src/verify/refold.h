// The fold again, with the ballots' proofs checked on all cores beside it.
#pragma once

#include <cstdint>
#include <vector>

#include "congress/state.h"
#include "verify/entries.h"
#include "verify/verify.h"

namespace hp::verify {

struct Refolded {
  congress::State state;
  std::uint64_t folded = 0;       // entries that went in
  std::vector<Finding> findings;  // why the next did not, and bad ballots after it
};

// Stops at the first entry that is refused. Where that is a ballot, the other ballots of the same
// stretch are still looked at, so that every bad one is named. The same entries give the same
// findings with any number of threads.
Refolded refold(const std::vector<ReadEntry>& entries, unsigned threads);

// Under which check an error of the fold is printed.
Check check_of(const Error& error);

}  // namespace hp::verify
