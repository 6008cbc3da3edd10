#include "http/connect/query.h"

#include <charconv>

namespace hp::http::connect {
namespace {

std::optional<std::string> unescape(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+') {
      out += ' ';
    } else if (text[i] != '%') {
      out += text[i];
    } else {
      unsigned char byte = 0;
      if (text.size() - i < 3) return std::nullopt;
      const char* const from = text.data() + i + 1;
      const auto [end, error] = std::from_chars(from, from + 2, byte, 16);
      if (error != std::errc() || end != from + 2) return std::nullopt;
      out += static_cast<char>(byte);
      i += 2;
    }
  }
  return out;
}

}  // namespace

std::optional<Query> read_query(std::string_view text) {
  Query out;
  while (!text.empty()) {
    const std::string_view pair = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(pair.size() + 1, text.size()));
    if (pair.empty()) continue;
    const auto equals = pair.find('=');
    auto name = unescape(pair.substr(0, equals));
    auto value = unescape(equals == std::string_view::npos ? "" : pair.substr(equals + 1));
    if (!name || !value || !out.emplace(std::move(*name), std::move(*value)).second) {
      return std::nullopt;
    }
  }
  return out;
}

}  // namespace hp::http::connect
