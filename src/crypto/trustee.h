// A trustee's secrets, derived from the seed on paper, and what they make (ballot.md section 6).
#pragma once

#include <vector>

#include "crypto/ceremony.h"
#include "crypto/secret_scalar.h"

namespace hp::crypto {

using TrusteeSeed = std::array<std::uint8_t, 32>;

struct TrusteeSecrets {
  SecretScalar agreement;                        // e
  std::vector<SecretScalar> coefficients;        // a_0 … a_(k−1)
  SecretScalar value_at(std::uint32_t l) const;  // f(l)
};
TrusteeSecrets secrets_of(const TrusteeSeed& seed, const Hash& congress, std::uint32_t k);

// E and all C, without proofs.
Reveal points_of(const TrusteeSecrets& secrets);

// Proofs of possession for C_0 … C_(k−1), then E, by trustee `i`.
std::vector<Bytes> prove_possession(const CeremonyFrame& frame, std::span<const Hash> commitments,
                                    std::uint32_t i, const TrusteeSecrets& secrets,
                                    const Random& random);

// The way of a share from trustee to trustee.
struct ShareRoute {
  Hash congress{};
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  Bytes agreement;  // E of the receiver
};

// f_from(to) for the receiver's eyes, 113 bytes.
Result<Bytes> seal_share(const ShareRoute& route, const SecretScalar& share, const Random& random);

// The share, opened with the receiver's `agreement` secret and compared with what its sender
// revealed. Fails with `share_wrong`, the sender's number as `where`.
Result<SecretScalar> open_share(const ShareRoute& route, ByteView sealed,
                                const SecretScalar& agreement,
                                const std::vector<Bytes>& sender_coefficients);

// That g^share is what the sender's coefficients give at `to`: for a trustee's own share too.
Result<void> check_share(std::uint32_t from, std::uint32_t to, const SecretScalar& share,
                         const std::vector<Bytes>& sender_coefficients);

}  // namespace hp::crypto
