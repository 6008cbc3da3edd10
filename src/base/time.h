// Time as the record keeps it, and the one way to ask for it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hp {

// Milliseconds since 1970-01-01 00:00 UTC.
struct UnixMs {
  std::uint64_t value = 0;
  auto operator<=>(const UnixMs&) const = default;
};

// Where a program asks what time it is: the system's clock, or a test's.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual UnixMs now() const = 0;
};

class SystemClock : public Clock {
 public:
  UnixMs now() const override;
};

// Vietnam has had UTC+7 without summer time since 1975, so no time zone data is needed.
// "2020-07-28T08:05:00+07:00"
std::string iso_vietnam(UnixMs time);

// The time that iso_vietnam would write so; nothing for any other writing, or before 1970.
std::optional<UnixMs> time_from_iso_vietnam(std::string_view text);

// "08 giờ 05 phút, ngày 28 tháng 7 năm 2020"
std::string words_vietnam(UnixMs time);

// A day of the calendar.
struct Day {
  int year = 0;
  int month = 0;
  int day = 0;
  auto operator<=>(const Day&) const = default;
};

// "2020-07-28" as a day, if there is such a day.
std::optional<Day> day_from_iso(std::string_view text);

// "28/07/2020", as rolls write it, if there is such a day.
std::optional<Day> day_from_vietnamese(std::string_view text);

// "ngày 28 tháng 7 năm 2020"
std::string words(Day day);

}  // namespace hp
