#include "base/error.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace hp {
namespace {

constexpr std::string_view kDigits = "0123456789abcdef";

bool plain(char c) {
  return c >= 0x20 && c < 0x7f;
}

// C0, DEL and C1, the two that begin a line, and those that turn the direction of one.
bool steers(UChar32 letter) {
  return letter < 0x20 || (letter >= 0x7f && letter <= 0x9f) || letter == 0x2028 ||
         letter == 0x2029 || (letter >= 0x202a && letter <= 0x202e) ||
         (letter >= 0x2066 && letter <= 0x2069);
}

std::string showable(std::string text) {
  if (std::ranges::all_of(text, plain)) return text;
  std::string out;
  const auto* units = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t start = at;
    UChar32 letter = 0;
    U8_NEXT(units, at, size, letter);
    const std::string_view bytes = std::string_view(text).substr(
        static_cast<std::size_t>(start), static_cast<std::size_t>(at - start));
    if (letter >= 0 && !steers(letter)) {
      out += bytes;
      continue;
    }
    for (const char byte : bytes) {
      const auto value = static_cast<unsigned char>(byte);
      out += {'\\', 'x', kDigits[value >> 4], kDigits[value & 15]};
    }
  }
  return out;
}

}  // namespace

Error::Error(const ErrorCode* what, std::string place, std::string figures)
    : code(what), where(showable(std::move(place))), detail(showable(std::move(figures))) {}

Error under(std::string_view outer, Error inner) {
  if (inner.where.empty()) {
    inner.where = outer;
  } else if (inner.where.front() == '[') {
    inner.where.insert(0, outer);
  } else {
    inner.where.insert(0, std::string(outer) + ".");
  }
  return inner;
}

std::string describe(const Error& error, Language language) {
  std::string out(language == Language::kVietnamese ? error.code->vi : error.code->en);
  out += " [";
  out += error.code->name;
  out += "]";
  if (!error.where.empty()) out += " " + error.where;
  if (!error.detail.empty()) out += ": " + error.detail;
  return out;
}

}  // namespace hp
