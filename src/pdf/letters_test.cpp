// What the record takes, papers can print: each letter has a glyph in each face.
#include "base/letters.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "pdf/test_support.h"

namespace hp::pdf {
namespace {

std::string utf8(char32_t letter) {
  std::string out;
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (letter < 0x80) {
    put(letter);
  } else if (letter < 0x800) {
    put(0xC0 | (letter >> 6));
    put(0x80 | (letter & 0x3F));
  } else {
    put(0xE0 | (letter >> 12));
    put(0x80 | ((letter >> 6) & 0x3F));
    put(0x80 | (letter & 0x3F));
  }
  return out;
}

TEST(Letters, EachThatTheRecordTakesHasAGlyphInEachFace) {
  std::size_t tried = 0;
  for (const LetterRange& range : printable_letters()) {
    for (char32_t letter = range.first; letter <= range.last; ++letter) {
      const std::string text = utf8(letter);
      if (!check_nfc(text)) continue;  // the record refuses it before
      ++tried;
      for (const Face face : kFaces) {
        const auto glyphs = testing::fonts().glyphs(text, face);
        ASSERT_TRUE(glyphs.has_value()) << std::hex << static_cast<unsigned>(letter);
        EXPECT_EQ(glyphs->size(), 1u) << std::hex << static_cast<unsigned>(letter);
      }
    }
  }
  EXPECT_GT(tried, 900u);
}

}  // namespace
}  // namespace hp::pdf
