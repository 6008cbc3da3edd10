// What a delegate's device makes: an encrypted ballot with its proofs, and for a challenge its
// opening (docs/design/ballot.md sections 4 and 8).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/error.h"
#include "crypto/ballot.h"
#include "crypto/secret.h"

namespace hp::crypto {

// b for these columns, each 0 or 1: 1 where no column of the total is marked. Fails with
// `ballot_choice` where the marks break the form; `where` is the first column that does
// ("columns[3]"), or "columns" for a wrong number of them.
Result<std::uint8_t> blank_of(const BallotShape& shape, std::span<const std::uint8_t> columns);

// The bytes of a ballot with these m columns, each 0 or 1; b follows from them. Every call draws
// new randomness, which is wiped. Fails with `ballot_choice`, and with `group_element` where K is
// no point. Some 5 ms for twenty names.
Result<Bytes> encrypt_ballot(const BallotContext& context, std::span<const std::uint8_t> columns,
                             const Random& random);

// All that a device shows when it is challenged. A ballot that was opened is never cast: whoever
// has its opening can prove how it votes.
struct BallotOpening {
  std::vector<std::uint8_t> numbers;  // x of the columns, then of b
  Secret randomness;                  // r of each, 32 bytes, in the same order
};
struct OpenableBallot {
  Bytes bytes;
  BallotOpening opening;
};
Result<OpenableBallot> encrypt_to_open(const BallotContext& context,
                                       std::span<const std::uint8_t> columns, const Random& random);

// For the second device: that the ballot's ciphertexts are the opening's. Fails with
// `group_element` or `opening_differs`, the column as `where`; b is the last.
Result<void> check_opening(const BallotContext& context, ByteView ballot,
                           const BallotOpening& opening);

}  // namespace hp::crypto
