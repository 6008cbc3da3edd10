// Lower-case hexadecimal, as ids and hashes are shown and read.
#pragma once

#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/error.h"

namespace hp {

// "00ff" for {0, 255}.
std::string to_hex(ByteView bytes);

// The bytes of an even number of hexadecimal digits, either case.
// Fails with `codes::kNotHex`.
Result<Bytes> from_hex(std::string_view hex);

// The same for exactly 32 bytes (a hash, a congress id, a key id).
Result<Hash> hash_from_hex(std::string_view hex);

}  // namespace hp
