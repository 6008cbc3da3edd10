// Base 64 of RFC 4648 section 4, with its padding, in one form only.
#pragma once

#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/error.h"

namespace hp::crypto {

std::string to_base64(ByteView bytes);

// Strict: no white space, exact padding, unused bits zero; what does not encode again to the same
// text is refused. Fails with `not_base64`.
Result<Bytes> from_base64(std::string_view text);

}  // namespace hp::crypto
