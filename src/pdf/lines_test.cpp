#include "pdf/lines.h"

#include <gtest/gtest.h>

#include "pdf/codes.h"
#include "pdf/make.h"
#include "pdf/test_support.h"
#include "pdf/utf8.h"

namespace hp::pdf {
namespace {

using testing::fonts;

Paragraph paragraph(std::string text) {
  return {.runs = {{std::move(text)}}, .size = pt(10)};
}

std::vector<std::string> texts(const Paragraph& it, Length width) {
  std::vector<std::string> out;
  const auto lines = break_lines(it, width, fonts()).value();
  for (const Line& line : lines) {
    std::string& text = out.emplace_back();
    for (const Letter& letter : line.letters) {
      text += letter.glyph.letter < 0x80 ? static_cast<char>(letter.glyph.letter) : '?';
    }
  }
  return out;
}

using Texts = std::vector<std::string>;

TEST(LinesTest, BreakAtSpacesWhichStandAtTheEnd) {
  EXPECT_EQ(texts(paragraph("aa bb cc"), pt(25)), (Texts{"aa bb ", "cc"}));
  EXPECT_EQ(texts(paragraph("aa  bb"), pt(12)), (Texts{"aa  ", "bb"}));
}

TEST(LinesTest, ATextThatJustFitsStaysWhole) {
  const Length width = fonts().width("aa bb", Face::kRegular, pt(10)).value();
  EXPECT_EQ(texts(paragraph("aa bb"), width), (Texts{"aa bb"}));
  EXPECT_EQ(texts(paragraph("aa bb"), width - Length{10}), (Texts{"aa ", "bb"}));
}

TEST(LinesTest, ALongWordIsCut) {
  EXPECT_EQ(texts(paragraph("aaaaaa"), pt(10)), (Texts{"aa", "aa", "aa"}));
  EXPECT_EQ(texts(paragraph("aaa"), pt(1)), (Texts{"a", "a", "a"}));
}

TEST(LinesTest, ANonBreakingSpaceDoesNotBreak) {
  EXPECT_EQ(texts(paragraph("aa b\u00A0c"), pt(20)), (Texts{"aa ", "b?c"}));
}

TEST(LinesTest, NoTextHasNoLine) {
  EXPECT_EQ(texts(paragraph(""), pt(10)), Texts{});
}

TEST(LinesTest, CountSpacesWithinTheLineAlone) {
  const auto lines = break_lines(paragraph("aa bb cc"), pt(25), fonts()).value();
  EXPECT_EQ(lines[0].spaces, 1);
  EXPECT_FALSE(lines[0].ends_paragraph);
  EXPECT_TRUE(lines[1].ends_paragraph);
}

TEST(LinesTest, AnIndentWithoutRoomIsRefused) {
  Paragraph it = paragraph("a");
  it.indent = pt(10);
  const auto lines = break_lines(it, pt(10), fonts());
  ASSERT_FALSE(lines.has_value());
  EXPECT_TRUE(lines.error().is(codes::kPdfDoesNotFit));
}

TEST(LinesTest, AHeightIsThatOfItsLines) {
  EXPECT_EQ(height_of(paragraph("aa bb cc"), pt(25), fonts()), pt(24));
}

}  // namespace
}  // namespace hp::pdf
