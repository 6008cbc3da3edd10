#include "client/name_letters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <utility>

namespace hp::client {
namespace {

// Above ASCII: â ă ê ô ơ ư đ and every vowel with every tone (Latin-1, Extended-A and -B; all of
// U+1EA0 … U+1EF9).
constexpr std::u32string_view kLetters = U"ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư";
constexpr std::u32string_view kPunctuation = U"–—’‘“”…";

bool expected(char32_t c) {
  if (c >= 0x20 && c < 0x7f) return true;
  if (c >= 0x1ea0 && c <= 0x1ef9) return true;
  return kLetters.find(c) != std::u32string_view::npos ||
         kPunctuation.find(c) != std::u32string_view::npos;
}

// What the usual strangers look like.
constexpr std::array<std::pair<char32_t, std::string_view>, 8> kLooks{{{0xd0, "Đ"},
                                                                       {0xf0, "đ"},
                                                                       {0x189, "Đ"},
                                                                       {0x256, "đ"},
                                                                       {0x410, "A"},
                                                                       {0x415, "E"},
                                                                       {0x41e, "O"},
                                                                       {0x430, "a"}}};

bool is_visible(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  switch (u_charType(point)) {
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
    case U_SPACE_SEPARATOR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
    case U_UNASSIGNED:
    case U_PRIVATE_USE_CHAR:
      return false;
    default:
      return !u_hasBinaryProperty(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
  }
}

}  // namespace

std::optional<OddLetter> odd_letter(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 point = 0;
    U8_NEXT(bytes, at, size, point);
    const auto c = static_cast<char32_t>(point);
    if (point >= 0 && expected(c)) continue;
    std::array<char, 16> number{};
    std::snprintf(number.data(), number.size(), "U+%04X", static_cast<unsigned>(point));
    OddLetter out{is_visible(c), number.data()};
    for (const auto& [odd, look] : kLooks) {
      if (odd == c) out.about += ", " + std::string(look) + "?";
    }
    return out;
  }
  return std::nullopt;
}

}  // namespace hp::client
