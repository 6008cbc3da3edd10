#include "pdf/utf8.h"

#include <cstdint>
#include <cstdio>

namespace hp::pdf {

std::vector<char32_t> letters(std::string_view text) {
  std::vector<char32_t> out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i++]);
    char32_t letter = lead;
    int more = 0;
    if (lead >= 0xF0) {
      letter = lead & 0x07U;
      more = 3;
    } else if (lead >= 0xE0) {
      letter = lead & 0x0FU;
      more = 2;
    } else if (lead >= 0xC0) {
      letter = lead & 0x1FU;
      more = 1;
    }
    for (; more > 0 && i < text.size(); --more) {
      letter = letter << 6U | (static_cast<unsigned char>(text[i++]) & 0x3FU);
    }
    out.push_back(letter);
  }
  return out;
}

std::string utf16_hex(char32_t letter) {
  char buffer[16];
  if (letter < 0x10000) {
    std::snprintf(buffer, sizeof buffer, "%04X", static_cast<unsigned>(letter));
  } else {
    const auto rest = static_cast<std::uint32_t>(letter) - 0x10000U;
    std::snprintf(buffer, sizeof buffer, "%04X%04X", 0xD800U + (rest >> 10U),
                  0xDC00U + (rest & 0x3FFU));
  }
  return buffer;
}

}  // namespace hp::pdf
