#include "base/time.h"

#include <gtest/gtest.h>

namespace hp {
namespace {

TEST(Time, IsPrintedInVietnamsZone) {
  const UnixMs time{1595898300000};  // 2020-07-28 01:05:00 UTC
  EXPECT_EQ(iso_vietnam(time), "2020-07-28T08:05:00+07:00");
  EXPECT_EQ(words_vietnam(time), "08 giờ 05 phút, ngày 28 tháng 7 năm 2020");
}

TEST(Time, IsReadBackFromTheOneWriting) {
  const UnixMs time{1595898300000};
  EXPECT_EQ(time_from_iso_vietnam(iso_vietnam(time)), time);
  EXPECT_EQ(time_from_iso_vietnam("1970-01-01T07:00:00+07:00"), UnixMs{0});
  for (const char* text : {"", "2020-07-28", "2020-07-28T08:05:00Z", "2020-07-28 08:05:00+07:00",
                           "2020-02-30T08:05:00+07:00", "2020-07-28T24:05:00+07:00",
                           "2020-07-28T08:05:00+08:00", "1970-01-01T06:59:59+07:00"}) {
    EXPECT_EQ(time_from_iso_vietnam(text), std::nullopt) << text;
  }
}

TEST(Time, ADayThatDoesNotExistIsNoDay) {
  EXPECT_FALSE(day_from_vietnamese("31/02/1980"));
  EXPECT_FALSE(day_from_iso("2020-13-01"));
  EXPECT_FALSE(day_from_vietnamese("1/2/1980"));
  EXPECT_EQ(day_from_vietnamese("29/02/1980"), (Day{1980, 2, 29}));
}

}  // namespace
}  // namespace hp
