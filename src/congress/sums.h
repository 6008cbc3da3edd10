// The running product of a round's accepted ballots, column by column (ballot.md section 7).
#pragma once

#include <memory>
#include <vector>

#include "base/error.h"
#include "congress/contest_state.h"
#include "congress/partial.h"

namespace hp::congress {

struct Sums {
  std::vector<Ciphertext> columns;  // m of them, then b
  std::uint32_t ballots = 0;
};

// The sums with one ballot more, whose proofs were checked: `bytes` begin with its m + 1
// ciphertexts, 130 bytes each. Nothing stands for the sums of none.
Result<std::shared_ptr<const Sums>> with_ciphertexts(const std::shared_ptr<const Sums>& sums,
                                                     ByteView bytes, std::size_t columns);

}  // namespace hp::congress
