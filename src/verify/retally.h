// A round's counts, from its entries alone: the ballots multiplied and opened anew.
#pragma once

#include <optional>
#include <vector>

#include "congress/state.h"
#include "verify/entries.h"

namespace hp::verify {

// Whether the ballots of the board, multiplied again, opened by the trustees who decrypted last
// (others than those of the fold, where more than k did) give the counts of the state. Nothing
// where they do, and where the round is not counted or has no ballots.
std::optional<Error> check_tally(const congress::State& state, const congress::Round& round,
                                 const std::vector<ReadEntry>& entries, unsigned threads);

// Whether the papers, as the entries of the round say that people read them, give the paper part
// of the outcome. Counted here once more, from the commands and not from the state. Nothing where
// they do, and where the papers are not counted.
std::optional<Error> check_papers(const congress::Round& round,
                                  const std::vector<ReadEntry>& entries);

}  // namespace hp::verify
