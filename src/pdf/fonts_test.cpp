#include "pdf/fonts.h"

#include <gtest/gtest.h>

#include "base/codes.h"
#include "pdf/codes.h"
#include "pdf/test_support.h"
#include "pdf/utf8.h"

namespace hp::pdf {
namespace {

using testing::fonts;

TEST(FontsTest, RefusesAFileThatIsNotTheProgramsOwn) {
  const Bytes junk(1000, 7);
  const auto made = Fonts::liberation_serif({junk, junk, junk, junk});
  ASSERT_FALSE(made.has_value());
  EXPECT_TRUE(made.error().is(codes::kPdfFont));
  EXPECT_EQ(made.error().where, "LiberationSerif-Regular.ttf");
}

TEST(FontsTest, EveryFaceHasEveryVietnameseLetter) {
  for (const Face face : kFaces) {
    const auto glyphs = fonts().glyphs(vietnamese_alphabet(), face);
    ASSERT_TRUE(glyphs.has_value()) << describe(glyphs.error(), Language::kEnglish);
    std::set<std::uint16_t> ids;
    for (const Glyph& glyph : *glyphs) {
      EXPECT_GT(glyph.advance, 0) << static_cast<unsigned>(glyph.letter);
      ids.insert(glyph.id);
    }
    EXPECT_EQ(ids.size(), glyphs->size()) << "two letters with one glyph";
  }
}

// 12 vowels with 6 tones, and the consonants, in both cases.
TEST(FontsTest, TheAlphabetIsTheWholeAlphabet) {
  const auto all = letters(vietnamese_alphabet());
  const std::set<char32_t> set(all.begin(), all.end());
  EXPECT_EQ(set.size(), all.size());
  std::size_t vietnamese = 0;
  for (const char32_t letter : all) {
    if (letter >= 0xC0 && letter < 0x2000 && letter != 0xD7) ++vietnamese;
  }
  EXPECT_EQ(vietnamese, 2U * (12 * 6 - 6 + 1));  // without a, e, i, o, u, y; with đ
}

struct RefusedFile {
  std::string text;
  const ErrorCode* code;
  std::string detail;
};

TEST(FontsTest, RefusesWhatWouldBePrintedWrong) {
  const RefusedFile cases[] = {
      {"字", &codes::kPdfGlyphMissing, "U+5B57"},
      {"Nguyễn 😀", &codes::kPdfGlyphMissing, "U+1F600"},
      {"một\nhai", &codes::kPdfGlyphMissing, "U+000A"},
      {"x\u0323", &codes::kPdfGlyphMissing, "U+0323"},   // a mark that NFC can't join
      {"שלום", &codes::kPdfGlyphMissing, "U+05E9"},      // would run the wrong way
      {"a\u202Eb", &codes::kPdfGlyphMissing, "U+202E"},  // turns the text around
      {"Nguye\u0302\u0303n", &codes::kNotNfc, ""},
      {"\xFF", &codes::kNotUtf8, ""},
  };
  for (const RefusedFile& it : cases) {
    const auto made = fonts().glyphs(it.text, Face::kRegular);
    ASSERT_FALSE(made.has_value()) << it.text;
    EXPECT_TRUE(made.error().is(*it.code)) << it.text;
    EXPECT_EQ(made.error().detail, it.detail) << it.text;
  }
}

TEST(FontsTest, AWidthIsTheSumOfTheAdvances) {
  // From the font's hmtx table: N 1479, g 1024, of 2048 units.
  EXPECT_EQ(fonts().width("Ng", Face::kRegular, pt(10)), Length{12220});
  EXPECT_EQ(fonts().width("", Face::kBold, pt(10)), Length{});
}

TEST(FontsTest, ASubsetIsSmallAndTheSameEachTime) {
  const Bytes once = fonts().subset(Face::kItalic, {3, 36, 68});
  EXPECT_EQ(once, fonts().subset(Face::kItalic, {3, 36, 68}));
  EXPECT_LT(once.size(), 40'000U);
}

}  // namespace
}  // namespace hp::pdf
