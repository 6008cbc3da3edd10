// Base64 (RFC 4648), as Connect writes details of errors and messages in a query.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace hp::http::connect {

// The standard alphabet without padding.
std::string base64(ByteView bytes);

// Either alphabet, standard or for URLs, with padding or without. Nothing where it is not base64.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace hp::http::connect
