// The running product of a round's accepted ballots, column by column (ballot.md section 7).
#pragma once

#include <cstdint>
#include <vector>

#include "crypto/ballot.h"

namespace hp::crypto {

struct Sums {
  std::vector<Ciphertext> columns;  // m of them, then b
  std::uint32_t ballots = 0;
};

// One ballot more; the sums of none have no columns yet. Only a checked ballot gets here. All the
// ballots are of one round, so of one shape.
void add_to(Sums& sums, const CheckedBallot& ballot);

}  // namespace hp::crypto
