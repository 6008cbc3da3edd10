// AES-256-GCM: a box that only the key opens, and that shows any change.
#pragma once

#include "base/bytes.h"
#include "base/error.h"
#include "crypto/secret.h"

namespace hp::crypto {

using Nonce = std::array<std::uint8_t, 12>;

// Ciphertext and 16-byte tag. The key is 32 bytes; one key never takes the same nonce twice.
Bytes seal(ByteView key, const Nonce& nonce, ByteView associated, ByteView plain);

// Fails with `seal_broken` where the tag does not hold.
Result<Secret> unseal(ByteView key, const Nonce& nonce, ByteView associated, ByteView sealed);

}  // namespace hp::crypto
