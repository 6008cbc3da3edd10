// The running product of a round's accepted ballots, column by column (ballot.md section 7).
#pragma once

#include <memory>

#include "congress/contest_state.h"
#include "crypto/sums.h"

namespace hp::congress {

struct Sums : crypto::Sums {};

// For tests with known ballots: the sums with the first `columns` + 1 ciphertexts of `bytes`, of
// which nothing was checked. Nothing stands for the sums of none.
Result<std::shared_ptr<const Sums>> with_ciphertexts(const std::shared_ptr<const Sums>& sums,
                                                     ByteView bytes, std::size_t columns);

}  // namespace hp::congress
