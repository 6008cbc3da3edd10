// Heads and chunks of HTTP/1.1 as they stand on the wire.
#pragma once

#include <string>
#include <string_view>

#include "http/connect/exchange.h"

namespace hp::http::connect {

enum class Framing { kLength, kChunked };

// Status line, the response's fields, those of security, framing and connection, and the empty
// line. The values are the server's own: nothing of a caller stands in them.
std::string head_text(const Response& response, Framing framing, bool keep_alive);

// One chunk of a chunked body; an empty one would end the body.
std::string chunk(std::string_view bytes);
inline constexpr std::string_view kLastChunk = "0\r\n\r\n";

}  // namespace hp::http::connect
