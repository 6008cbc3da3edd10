#include "base/letters.h"

#include <gtest/gtest.h>

#include "base/codes.h"

namespace hp {
namespace {

std::string refused(std::string_view text) {
  const auto checked = check_printable(text);
  return checked ? "" : std::string(checked.error().code->name) + " " + checked.error().detail;
}

TEST(Letters, VietnameseAndItsNeighboursArePrinted) {
  EXPECT_EQ(refused("Đồng chí Nguyễn Ðăng Ỷ, 50.000 ₫ – “khiếu nại” (số 7)…"), "");
  EXPECT_EQ(refused("Владимир Ильич, Ελλάδα, Łódź, Y Moan Ênuôl"), "");
  EXPECT_EQ(refused(""), "");
}

TEST(Letters, WhatNoPaperShowsIsRefusedByName) {
  EXPECT_EQ(refused("ổn 👍"), "text_not_printable U+1F44D");
  EXPECT_EQ(refused("漢"), "text_not_printable U+6F22");
  EXPECT_EQ(refused("a\nb"), "text_not_printable U+000A");
  EXPECT_EQ(refused(std::string_view("a\0b", 3)), "text_not_printable U+0000");
  EXPECT_EQ(refused("An\xE2\x80\x8B"), "text_not_printable U+200B");  // zero width
  EXPECT_EQ(refused("An\xE2\x80\xAE"
                    "Bình"),
            "text_not_printable U+202E");                                // right to left
  EXPECT_EQ(refused("x\xCC\xA3\xCC\x81"), "text_not_printable U+0323");  // marks alone
}

TEST(Letters, TheRangesAreInOrder) {
  char32_t before = 0;
  for (const LetterRange& range : printable_letters()) {
    EXPECT_LT(before, range.first);
    EXPECT_LE(range.first, range.last);
    before = range.last;
  }
}

}  // namespace
}  // namespace hp
