// The letters that papers can print: those of Vietnamese and every other Latin alphabet, Greek,
// Cyrillic, and common signs, all in the fonts that belong to the program. A record takes no
// others, for its minutes could never be printed; nor control characters, invisible ones, or
// those that turn the direction of a line, which would show something else than what is signed.
#pragma once

#include <span>
#include <string_view>

#include "base/error.h"

namespace hp {

struct LetterRange {
  char32_t first = 0, last = 0;
};
// Ascending, apart from each other.
std::span<const LetterRange> printable_letters();

// Whether papers can print every letter of an NFC text. Fails with `text_not_printable` and the
// letter ("U+1F600") as detail.
Result<void> check_printable(std::string_view text);

}  // namespace hp
