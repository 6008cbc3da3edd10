// A delegate's card: sixteen random bytes on paper, and the key that follows from them
// (docs/design/ballot.md section 5).
#pragma once

#include "base/bytes.h"
#include "crypto/signing.h"

namespace hp::crypto {

using CardSeed = std::array<std::uint8_t, 16>;

// The same seed gives another key in another congress.
SigningKey card_key(const CardSeed& seed, const Hash& congress_id);

}  // namespace hp::crypto
