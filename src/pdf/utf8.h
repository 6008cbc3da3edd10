// Letters of texts that are known to be UTF-8.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hp::pdf {

std::vector<char32_t> letters(std::string_view text);

// UTF-16, big-endian, as hexadecimal digits: "00C0". For /ToUnicode and text strings.
std::string utf16_hex(char32_t letter);

}  // namespace hp::pdf
