// HKDF-SHA256 and AES-256-GCM as a trustee's shares need them.
#pragma once

#include "base/bytes.h"
#include "base/error.h"

namespace hp::congress {

Bytes hkdf(ByteView secret, ByteView salt, ByteView info, std::size_t size);

// Ciphertext and 16-byte tag; zero nonce: each key is used once (ballot.md section 6).
Bytes seal(ByteView key, ByteView plain);
// Fails with `share_wrong` where the tag does not hold.
Result<Bytes> unseal(ByteView key, ByteView sealed);

}  // namespace hp::congress
