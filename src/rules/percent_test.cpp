#include "rules/percent.h"

#include <gtest/gtest.h>

namespace hp::rules {
namespace {

std::string half_up(std::uint64_t votes, std::uint64_t base, int decimals = 2) {
  return percent_of(Votes{votes}, Base{base},
                    {.decimals = decimals, .mode = RoundingMode::kHalfUp});
}
std::string truncated(std::uint64_t votes, std::uint64_t base, int decimals = 2) {
  return percent_of(Votes{votes}, Base{base},
                    {.decimals = decimals, .mode = RoundingMode::kTruncate});
}

TEST(Percent, HasTwoDecimalsRoundedHalfUp) {
  EXPECT_EQ(half_up(345, 349), "98.85");  // 98.853…
  EXPECT_EQ(half_up(149, 299), "49.83");  // 49.832…
  EXPECT_EQ(half_up(1, 3), "33.33");
  EXPECT_EQ(half_up(2, 3), "66.67");
  EXPECT_EQ(half_up(1, 800), "0.13");  // 0.125
  EXPECT_EQ(half_up(1, 2000), "0.05");
  EXPECT_EQ(half_up(200, 200), "100.00");
}

TEST(Percent, TruncationNeverShowsMoreThanThereIs) {
  EXPECT_EQ(truncated(2, 3), "66.66");
  EXPECT_EQ(truncated(1, 800), "0.12");
  EXPECT_EQ(truncated(199999, 200000), "99.99");
}

TEST(Percent, RoundingUpCarriesIntoTheWholePart) {
  EXPECT_EQ(half_up(199999, 200000), "100.00");
  EXPECT_EQ(half_up(1999, 20000), "10.00");
  EXPECT_EQ(half_up(199, 200, 0), "100");
}

TEST(Percent, TakesNoneToSixDecimals) {
  EXPECT_EQ(half_up(1, 3, 0), "33");
  EXPECT_EQ(half_up(1, 8, 0), "13");
  EXPECT_EQ(truncated(1, 8, 0), "12");
  EXPECT_EQ(half_up(1, 3, 6), "33.333333");
  EXPECT_EQ(half_up(1, 1000000, 6), "0.000100");
}

TEST(Percent, OnABaseOfZeroIsZero) {
  EXPECT_EQ(half_up(0, 0), "0.00");
  EXPECT_EQ(half_up(7, 0), "0.00");
  EXPECT_EQ(half_up(7, 0, 0), "0");
}

TEST(Percent, IsExactForVeryLargeNumbers) {
  EXPECT_EQ(half_up(10'000'000'000'000, 1, 6), "1000000000000000.000000");
  EXPECT_EQ(half_up(9'999'999'999'999, 10'000'000'000'000, 6), "100.000000");
  EXPECT_EQ(truncated(9'999'999'999'999, 10'000'000'000'000, 6), "99.999999");
}

}  // namespace
}  // namespace hp::rules
