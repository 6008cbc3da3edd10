// A trustee's secrets, derived from the seed, and what they make (ballot.md section 6).
#pragma once

#include <vector>

#include "congress/ceremony_state.h"
#include "congress/partial.h"
#include "congress/trustee.h"

namespace hp::congress {

struct TrusteeSecrets {
  group::Scalar agreement;                        // e
  std::vector<group::Scalar> coefficients;        // a_0 … a_(k−1)
  group::Scalar value_at(std::uint32_t l) const;  // f(l)
};
TrusteeSecrets secrets_of(const Seed& seed, const Hash& congress, std::uint32_t k);

// E and all C, without proofs.
Reveal points_of(const TrusteeSecrets& secrets);
Hash commitment_of(const Hash& congress, const Ceremony& ceremony, std::uint32_t i,
                   const Reveal& reveal);
// Proofs of possession for C_0 … C_(k−1), then E.
std::vector<Bytes> prove_possession(const Hash& congress, const Ceremony& ceremony, std::uint32_t i,
                                    const TrusteeSecrets& secrets, const Random& random);

// f_i(l) sealed for trustee l, 113 bytes; opened by l. Fails with `share_wrong`.
Bytes seal_share(const Hash& congress, const Ceremony& ceremony, std::uint32_t i, std::uint32_t l,
                 const group::Scalar& share, const Random& random);
Result<group::Scalar> open_share(const Hash& congress, const Ceremony& ceremony, std::uint32_t i,
                                 std::uint32_t l, const TrusteeSecrets& mine);

// x_l of trustee l from all shares. Fails with `share_wrong`, the sender's number as `where`.
Result<group::Scalar> secret_share(const Hash& congress, const Ceremony& ceremony, std::uint32_t l,
                                   const TrusteeSecrets& mine);

// M‖A‖B‖z, 227 bytes.
Result<Bytes> make_partial(const PartialStatement& statement, const Ciphertext& sum,
                           const group::Scalar& secret, const Random& random);

}  // namespace hp::congress
