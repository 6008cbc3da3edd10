// The ceremony's mathematics, of crypto, on what the fold keeps.
#pragma once

#include "congress/ceremony_state.h"
#include "crypto/ceremony.h"

namespace hp::congress {

using crypto::check_rehearsal;
using crypto::check_rehearsal_opens;
using crypto::check_share_bytes;

crypto::CeremonyFrame frame_of(const Hash& congress, const Ceremony& ceremony);

// Of all trustees, in order; each has committed.
std::vector<Hash> commitments_of(const Ceremony& ceremony);

// That a reveal gives trustee `i`'s commitment again and proves possession of every secret.
Result<void> check_reveal(const Hash& congress, const Ceremony& ceremony, std::uint32_t i,
                          const Reveal& reveal);

// K, all V and the ceremony hash, from every reveal. Fails where one is at infinity.
Result<CeremonyKeys> keys_of(const Hash& congress, std::uint32_t n, std::uint32_t k,
                             const std::vector<const Reveal*>& reveals);

}  // namespace hp::congress
