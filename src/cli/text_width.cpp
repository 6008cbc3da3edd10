#include "cli/text_width.h"

#include <cstddef>

namespace hp::cli {
namespace {

struct Letter {
  char32_t code = 0xfffd;
  std::size_t bytes = 1;
};

Letter first_letter(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(0);
  std::size_t more = 0;
  char32_t code = lead;
  if (lead >= 0xf0 && lead < 0xf8) {
    more = 3;
    code = lead & 0x07u;
  } else if (lead >= 0xe0 && lead < 0xf0) {
    more = 2;
    code = lead & 0x0fu;
  } else if (lead >= 0xc0 && lead < 0xe0) {
    more = 1;
    code = lead & 0x1fu;
  } else if (lead >= 0x80) {
    return {};
  }
  if (text.size() <= more) return more == 0 ? Letter{code, 1} : Letter{};
  for (std::size_t i = 1; i <= more; ++i) {
    if ((byte(i) & 0xc0u) != 0x80u) return {};
    code = (code << 6) | (byte(i) & 0x3fu);
  }
  return {code, more + 1};
}

int columns_of(char32_t c) {
  const auto within = [c](char32_t from, char32_t to) { return c >= from && c <= to; };
  if (within(0x300, 0x36f) || within(0x200b, 0x200f) || c == 0xfeff) return 0;
  if (within(0x1100, 0x115f) || within(0x2e80, 0xa4cf) || within(0xac00, 0xd7a3) ||
      within(0xf900, 0xfaff) || within(0xfe30, 0xfe6f) || within(0xff00, 0xff60) ||
      within(0x1f300, 0x1faff) || within(0x20000, 0x3fffd)) {
    return 2;
  }
  return 1;
}

}  // namespace

int width_of(std::string_view text) {
  int out = 0;
  while (!text.empty()) {
    const Letter letter = first_letter(text);
    out += columns_of(letter.code);
    text.remove_prefix(letter.bytes);
  }
  return out;
}

std::string fitted(std::string_view text, int columns) {
  if (columns <= 0) return "";
  const int whole = width_of(text);
  if (whole <= columns)
    return std::string(text) + std::string(static_cast<std::size_t>(columns - whole), ' ');
  std::string out;
  int used = 0;
  while (!text.empty()) {
    const Letter letter = first_letter(text);
    const int width = columns_of(letter.code);
    if (used + width > columns - 1) break;
    out += text.substr(0, letter.bytes);
    used += width;
    text.remove_prefix(letter.bytes);
  }
  return out + "…" + std::string(static_cast<std::size_t>(columns - 1 - used), ' ');
}

}  // namespace hp::cli
