// Partial decryptions: docs/design/ballot.md section 7.
#pragma once

#include <utility>
#include <vector>

#include "congress/contest_state.h"
#include "congress/group.h"

namespace hp::congress {

inline constexpr std::size_t kPartialBytes = 227;  // M‖A‖B‖z

struct Ciphertext {
  group::Point alpha;
  group::Point beta;
};

// What a partial decryption's proof is bound to.
struct PartialStatement {
  Hash ctx{};
  Head closing;
  std::uint32_t trustee = 0;
  std::uint32_t column = 0;
  Bytes share;  // V of the trustee, 65
};

// The challenge of a proof that begins with M‖A‖B.
Result<group::Scalar> challenge_of(const PartialStatement& statement, const Ciphertext& sum,
                                   ByteView partial);

// M, where the proof holds. Fails with `group_element` or `proof_wrong`.
Result<group::Point> check_partial(const PartialStatement& statement, const Ciphertext& sum,
                                   ByteView partial);

// M of one that was checked before.
group::Point factor_of(ByteView partial);

// K^count, from k trustees' numbers and factors: β·D^(−1).
group::Point opened(const Ciphertext& sum, const std::vector<std::uint32_t>& trustees,
                    const std::vector<group::Point>& factors);

}  // namespace hp::congress
