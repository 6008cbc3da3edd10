#include "base/letters.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "base/codes.h"

namespace hp {
namespace {

constexpr auto kLetters = std::to_array<LetterRange>({
    {0x20, 0x7E},     {0xA0, 0xAC},     {0xAE, 0x24F},     // Latin; without the soft hyphen
    {0x384, 0x386},   {0x388, 0x38A},   {0x38C, 0x38C},    // Greek; U+0387 is no NFC
    {0x38E, 0x3A1},   {0x3A3, 0x3CE},   {0x400, 0x45F},    // Cyrillic
    {0x1E00, 0x1E9A}, {0x1E9E, 0x1E9E}, {0x1EA0, 0x1EF9},  // Latin, the Vietnamese letters too
    {0x2010, 0x2010}, {0x2012, 0x2015}, {0x2018, 0x201E},  // dashes, quotation marks
    {0x2020, 0x2022}, {0x2026, 0x2026}, {0x2030, 0x2030}, {0x2032, 0x2033},
    {0x2039, 0x203A}, {0x20AB, 0x20AC}, {0x2116, 0x2116}, {0x2122, 0x2122},
});

bool is_printable(char32_t letter) {
  return std::ranges::any_of(kLetters, [&](const LetterRange& range) {
    return range.first <= letter && letter <= range.last;
  });
}

std::string name_of(char32_t letter) {
  std::array<char, 16> out{};
  std::snprintf(out.data(), out.size(), "U+%04X", static_cast<unsigned>(letter));
  return out.data();
}

}  // namespace

std::span<const LetterRange> printable_letters() {
  return kLetters;
}

Result<void> check_printable(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < size;) {
    UChar32 letter = 0;
    U8_NEXT(bytes, i, size, letter);
    if (letter < 0) return fail(codes::kNotUtf8);
    if (!is_printable(static_cast<char32_t>(letter))) {
      return fail(codes::kTextNotPrintable, "", name_of(static_cast<char32_t>(letter)));
    }
  }
  return {};
}

}  // namespace hp
