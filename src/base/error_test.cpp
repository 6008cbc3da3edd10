#include "base/error.h"

#include <gtest/gtest.h>

#include "base/codes.h"
#include "base/text.h"

namespace hp {
namespace {

Error quoting(std::string text) {
  return fail(codes::kNotUtf8, text, text).error();
}

TEST(Error, VietnameseTextStandsAsItIs) {
  EXPECT_EQ(quoting("roll[3].name: Đỗ Thị Ngọc Ánh").detail, "roll[3].name: Đỗ Thị Ngọc Ánh");
}

TEST(Error, WhatIsNoUtf8IsShownAsNumbers) {
  const Error error = quoting("a\xf9z");
  EXPECT_EQ(error.where, "a\\xf9z");
  EXPECT_EQ(error.detail, "a\\xf9z");
}

TEST(Error, NothingQuotedSteersATerminalOrBeginsALine) {
  EXPECT_EQ(quoting("\x1b[2J\n").detail, "\\x1b[2J\\x0a");
  EXPECT_EQ(quoting("\u202eabc").detail, "\\xe2\\x80\\xaeabc");
  EXPECT_EQ(quoting("\u0085").detail, "\\xc2\\x85");
}

TEST(Error, AnyBytesMakeAnErrorThatIsUtf8) {
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      const std::string bytes{static_cast<char>(first), static_cast<char>(second)};
      EXPECT_TRUE(is_utf8(quoting(bytes).where)) << first << " " << second;
    }
  }
}

}  // namespace
}  // namespace hp
