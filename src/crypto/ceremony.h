// The key ceremony of n trustees, of whom any k decrypt: what everybody checks (ballot.md section
// 6). What a trustee's own program makes is in trustee.h.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "crypto/ballot.h"

namespace hp::crypto {

inline constexpr std::size_t kPossessionBytes = 97;  // R‖z
inline constexpr std::size_t kShareBytes = 113;      // D‖ciphertext‖tag

// What the record fixes before the first step.
struct CeremonyFrame {
  Hash congress{};
  std::uint32_t n = 0;
  std::uint32_t k = 0;
};
// 3 ≤ n ≤ 9, 2k > n, k < n; fails with `ceremony_numbers`.
Result<void> check_frame(const CeremonyFrame& frame);

// Step 2.
struct Reveal {
  Bytes agreement;                  // E, 65
  std::vector<Bytes> coefficients;  // k, 65 each
  std::vector<Bytes> proofs;        // k + 1, 97 each
};

// What follows from all reveals, step 5.
struct CeremonyKeys {
  Bytes key;                  // K, 65
  std::vector<Bytes> shares;  // V_1 … V_n, 65 each
  Hash hash{};                // ceremony_hash
};

// Step 1, of trustee `i`.
Hash commitment_of(const CeremonyFrame& frame, std::uint32_t i, const Reveal& reveal);

// That a reveal gives trustee `i`'s commitment again and proves possession of every secret, with
// all n commitments in order. Fails with `ceremony_numbers`, `reveal_differs`, `group_element`,
// `proof_wrong`; `where` is "coefficients[0]", "agreement", "proofs[2]".
Result<void> check_reveal(const CeremonyFrame& frame, std::span<const Hash> commitments,
                          std::uint32_t i, const Reveal& reveal);

// Length and ephemeral point of one encrypted share; its content only the receiver can check.
Result<void> check_share_bytes(ByteView share);

// g^(f_i(l)), from the sender's revealed coefficients.
Result<Point> share_point(const std::vector<Bytes>& coefficients, std::uint32_t l);

// K, all V and the ceremony hash, from every reveal. Fails with `group_element` where K or a V is
// at infinity: the ceremony starts again.
Result<CeremonyKeys> keys_of(const CeremonyFrame& frame, const std::vector<const Reveal*>& reveals);

// The ciphertext of 1 that every ceremony rehearses with.
Ciphertext rehearsal_of(const CeremonyKeys& keys);

// Trustee `i`'s partial decryption of it, made and checked.
Result<Bytes> make_rehearsal(const CeremonyKeys& keys, std::uint32_t i, const SecretScalar& secret,
                             const Random& random);
Result<void> check_rehearsal(const CeremonyKeys& keys, std::uint32_t i, ByteView partial);

// That every set of k of the n partial decryptions opens the rehearsal to 1.
Result<void> check_rehearsal_opens(const CeremonyKeys& keys, std::uint32_t k,
                                   const std::vector<ByteView>& partials);

}  // namespace hp::crypto
