#include "base/time.h"

#include <charconv>
#include <chrono>
#include <cstdio>

namespace hp {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;

struct Local {
  std::chrono::year_month_day day;
  std::chrono::hh_mm_ss<milliseconds> time;
};

Local in_vietnam(UnixMs time) {
  const auto local = std::chrono::sys_time<milliseconds>(milliseconds(time.value)) + hours(7);
  const auto midnight = std::chrono::floor<std::chrono::days>(local);
  return {std::chrono::year_month_day(midnight),
          std::chrono::hh_mm_ss<milliseconds>(local - midnight)};
}

std::string printed(const char* format, auto... values) {
  char buffer[96];
  const int size = std::snprintf(buffer, sizeof buffer, format, values...);
  return std::string(buffer, static_cast<std::size_t>(size));
}

Day day_of(const std::chrono::year_month_day& ymd) {
  return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
          static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size() || value < 0) return {};
  return value;
}

std::optional<Day> checked(std::optional<int> year, std::optional<int> month,
                           std::optional<int> day) {
  if (!year || !month || !day) return {};
  const std::chrono::year_month_day ymd{std::chrono::year(*year),
                                        std::chrono::month(static_cast<unsigned>(*month)),
                                        std::chrono::day(static_cast<unsigned>(*day))};
  if (!ymd.ok()) return {};
  return Day{*year, *month, *day};
}

}  // namespace

UnixMs SystemClock::now() const {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return {static_cast<std::uint64_t>(std::chrono::duration_cast<milliseconds>(since).count())};
}

std::string iso_vietnam(UnixMs time) {
  const auto [ymd, hms] = in_vietnam(time);
  const Day day = day_of(ymd);
  return printed("%04d-%02d-%02dT%02d:%02d:%02d+07:00", day.year, day.month, day.day,
                 static_cast<int>(hms.hours().count()), static_cast<int>(hms.minutes().count()),
                 static_cast<int>(hms.seconds().count()));
}

std::optional<UnixMs> time_from_iso_vietnam(std::string_view text) {
  if (text.size() != 25) return {};
  const auto day = day_from_iso(text.substr(0, 10));
  const auto hour = number(text.substr(11, 2)), minute = number(text.substr(14, 2)),
             second = number(text.substr(17, 2));
  if (!day || !hour || !minute || !second) return {};
  const std::chrono::sys_days midnight = std::chrono::year(day->year) /
                                         std::chrono::month(static_cast<unsigned>(day->month)) /
                                         std::chrono::day(static_cast<unsigned>(day->day));
  const auto local = midnight.time_since_epoch() + hours(*hour) + std::chrono::minutes(*minute) +
                     std::chrono::seconds(*second);
  const auto utc = std::chrono::duration_cast<milliseconds>(local - hours(7)).count();
  if (utc < 0) return {};
  const UnixMs time{static_cast<std::uint64_t>(utc)};
  if (iso_vietnam(time) != text) return {};
  return time;
}

std::string words_vietnam(UnixMs time) {
  const auto [ymd, hms] = in_vietnam(time);
  return printed("%02d giờ %02d phút, ", static_cast<int>(hms.hours().count()),
                 static_cast<int>(hms.minutes().count())) +
         words(day_of(ymd));
}

std::optional<Day> day_from_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
  return checked(number(text.substr(0, 4)), number(text.substr(5, 2)), number(text.substr(8, 2)));
}

std::optional<Day> day_from_vietnamese(std::string_view text) {
  if (text.size() != 10 || text[2] != '/' || text[5] != '/') return {};
  return checked(number(text.substr(6, 4)), number(text.substr(3, 2)), number(text.substr(0, 2)));
}

std::string words(Day day) {
  return printed("ngày %02d tháng %d năm %d", day.day, day.month, day.year);
}

}  // namespace hp
