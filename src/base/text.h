// Vietnamese text: normal form, the order of names, letters that look alike.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace hp {

// Whether the bytes are well-formed UTF-8.
bool is_utf8(std::string_view text);

// Whether the text is UTF-8 in normal form NFC; the only form the record takes.
// Fails with `kNotUtf8` or `kNotNfc`.
Result<void> check_nfc(std::string_view text);

// The text in NFC. Fails with `kNotUtf8`.
Result<std::string> to_nfc(std::string_view text);

// Orders two full names (family, middle, given, parted by spaces) by given name, then middle,
// then family name, each by the Vietnamese alphabet (ICU collation `vi`): negative, zero,
// positive. Source: domain.md section 1.
int compare_names(std::string_view a, std::string_view b);

// The text with every Vietnamese letter replaced by its ASCII base letter, lower case, other
// characters by '-': for file names and contest ids. "Bùi Đức Ý" gives "bui-duc-y".
std::string slug(std::string_view text);

}  // namespace hp
