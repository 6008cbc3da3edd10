// Letters of a text that a Vietnamese reader would not expect, or would not see.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hp::client {

struct OddLetter {
  bool visible = true;
  std::string about;  // "U+00D0, Đ?": the code point, and what it looks like where that is known
};

// The first letter that is neither of the Vietnamese alphabet (and F, J, W, Z), a digit, a space
// nor plain punctuation. `text` is NFC.
std::optional<OddLetter> odd_letter(std::string_view text);

}  // namespace hp::client
