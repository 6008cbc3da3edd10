// The part of a request's target behind "?".
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace hp::http::connect {

using Query = std::map<std::string, std::string, std::less<>>;

// "a=1&b=%20" with percent signs and plus signs resolved. Nothing where an escape is broken or a
// name comes twice.
std::optional<Query> read_query(std::string_view text);

}  // namespace hp::http::connect
