#include "base/text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "base/codes.h"

namespace hp {
namespace {

TEST(Text, DecomposedLettersAreNotNfcAndCanBeComposed) {
  const std::string decomposed = "Nguye\u0302\u0303n";
  EXPECT_TRUE(check_nfc(decomposed).error().is(codes::kNotNfc));
  EXPECT_EQ(to_nfc(decomposed).value(), "Nguyễn");
  EXPECT_TRUE(check_nfc("Nguyễn").has_value());
}

TEST(Text, BrokenUtf8IsNamed) {
  EXPECT_TRUE(check_nfc("\xc3").error().is(codes::kNotUtf8));
  EXPECT_TRUE(check_nfc("\xc0\x80").error().is(codes::kNotUtf8));
}

TEST(Text, NamesAreOrderedByGivenThenMiddleThenFamilyName) {
  std::vector<std::string> names = {"Trần Văn Bình", "Lê Thị An", "Đỗ Văn An", "Đặng Văn An",
                                    "Phan Ánh"};
  std::ranges::sort(names, [](auto& a, auto& b) { return compare_names(a, b) < 0; });
  EXPECT_EQ(names, (std::vector<std::string>{"Lê Thị An", "Đặng Văn An", "Đỗ Văn An", "Phan Ánh",
                                             "Trần Văn Bình"}));
}

TEST(Text, ASlugIsPlainAscii) {
  EXPECT_EQ(slug("Bùi Đức  Ý."), "bui-duc-y");
}

}  // namespace
}  // namespace hp
