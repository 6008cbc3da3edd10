// Bytes as people type and compare them: Crockford base 32 (docs/design/ballot.md section 5).
#pragma once

#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/error.h"

namespace hp::crypto {

// With two check characters, in groups of four: "ZADK-41KQ-071A-4NDM-ZRAD-XC1M-JR01".
std::string text_form(ByteView bytes);

// The bytes of a text form of just so many. Case, hyphens and spaces don't count; I and L are 1,
// O is 0. Fails with `text_form`, the detail one of "character", "length", "padding", "check".
Result<Bytes> read_text_form(std::string_view text, std::size_t bytes);

// What a delegate compares: the first ten bytes of the hash of the signed payload, without check.
std::string tracker(const Hash& payload_hash);

}  // namespace hp::crypto
