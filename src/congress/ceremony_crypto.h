// The ceremony's mathematics on the bytes that the record keeps.
#pragma once

#include "base/error.h"
#include "congress/ceremony_state.h"

namespace hp::congress {

// That a reveal gives trustee `i`'s commitment again and proves possession of every secret.
Result<void> check_reveal(const Hash& congress, const Ceremony& ceremony, std::uint32_t i,
                          const Reveal& reveal);

// Length and ephemeral point of one encrypted share; its content only the receiver can check.
Result<void> check_share_bytes(ByteView share);

// K, all V and the ceremony hash, from every reveal. Fails where one is at infinity.
Result<CeremonyKeys> keys_of(const Hash& congress, std::uint32_t n, std::uint32_t k,
                             const std::vector<const Reveal*>& reveals);

// The ciphertext of 1 that every ceremony rehearses with.
struct Ciphertext;
Ciphertext rehearsal_of(const CeremonyKeys& keys);

// Trustee `i`'s partial decryption of the rehearsal ciphertext.
Result<void> check_rehearsal(const CeremonyKeys& keys, std::uint32_t i, ByteView partial);

// That every set of k of the n partial decryptions opens the rehearsal to 1.
Result<void> check_rehearsal_opens(const CeremonyKeys& keys, std::uint32_t k,
                                   const std::vector<ByteView>& partials);

}  // namespace hp::congress
