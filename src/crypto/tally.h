// Partial decryptions and the opening of sums (ballot.md section 7), for rehearsals too.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "crypto/ballot.h"
#include "crypto/secret_scalar.h"
#include "crypto/sums.h"

namespace hp::crypto {

inline constexpr std::size_t kPartialBytes = 227;  // M‖A‖B‖z

// The record's tree just after closing: the head that trustees sign before they decrypt.
struct ClosingHead {
  std::uint64_t size = 0;
  Hash root{};
};

// What a partial decryption's proof is bound to.
struct PartialStatement {
  Hash ctx{};
  ClosingHead closing;
  std::uint32_t trustee = 0;
  std::uint32_t column = 0;
  Bytes share;  // V of the trustee, 65
};

// Of one column: M‖A‖B‖z. Fails with `group_element` for a sum at infinity.
Result<Bytes> make_partial(const PartialStatement& statement, const Ciphertext& sum,
                           const SecretScalar& secret, const Random& random);

// M, where the proof holds. Fails with `group_element` or `proof_wrong`.
Result<Point> check_partial(const PartialStatement& statement, const Ciphertext& sum,
                            ByteView partial);

// Of all columns, one after another; `statement.column` doesn't count. The check takes all
// equations at once, then one by one where that fails; fails with the column as `where`.
Result<Bytes> make_partials(PartialStatement statement, const std::vector<Ciphertext>& sums,
                            const SecretScalar& secret, const Random& random);
Result<void> check_partials(PartialStatement statement, const std::vector<Ciphertext>& sums,
                            ByteView partials, const Random& random = system_random());

// M of one that was checked before.
Point factor_of(ByteView partial);

// K^count, from different trustees' numbers and factors: β·D^(−1).
Point opened(const Ciphertext& sum, const std::vector<std::uint32_t>& trustees,
             const std::vector<Point>& factors);

// The x of 0 … most with K^x = power. Fails with `tally_fails`.
Result<std::uint32_t> count_of(const Point& key, const Point& power, std::uint32_t most);

// That these are exactly k different trustees. Fails with `tally_fails`.
Result<void> check_trustees(const std::vector<std::uint32_t>& trustees, std::uint32_t k);

struct PartialsOf {
  std::uint32_t trustee = 0;
  ByteView partials;  // of all columns, checked
};

// The counts of the columns and of b, from exactly k trustees. Fails with `tally_fails`: where no
// count in 0 … ballots fits, and where they are not k different ones.
Result<std::vector<std::uint32_t>> open_tally(const Sums& sums, ByteView key, std::uint32_t k,
                                              const std::vector<PartialsOf>& partials);

}  // namespace hp::crypto
