// The hashes of docs/design/ballot.md section 1.
#pragma once

#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "crypto/secret.h"

namespace hp::crypto {

Hash sha256(ByteView bytes);

// T(tag, fields): length and bytes of the tag and of each field.
Bytes transcript(std::string_view tag, const std::vector<ByteView>& fields);

// H(tag, fields): SHA-256 of the transcript. S is `challenge` of scalar.h.
Hash hash_of(std::string_view tag, const std::vector<ByteView>& fields);

// HKDF with SHA-256 (RFC 5869), up to 8160 bytes. An empty salt is the RFC's zero salt.
Secret hkdf(ByteView secret, ByteView salt, ByteView info, std::size_t size);

}  // namespace hp::crypto
