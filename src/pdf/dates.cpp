#include "pdf/dates.h"

#include <chrono>

namespace hp::pdf {
namespace {

// `count` digits from the front, which are taken away; -1 where there are none.
int digits(std::string_view& text, std::size_t count) {
  if (text.size() < count) return -1;
  int out = 0;
  for (const char c : text.substr(0, count)) {
    if (c < '0' || c > '9') return -1;
    out = out * 10 + (c - '0');
  }
  text.remove_prefix(count);
  return out;
}

// Minutes east of UTC.
std::optional<int> zone(std::string_view text) {
  if (text.empty() || text == "Z" || text == "Z00'00'") return 0;
  const int sign = text.front() == '-' ? -1 : 1;
  if (text.front() != '+' && text.front() != '-') return std::nullopt;
  text.remove_prefix(1);
  const int hours = digits(text, 2);
  if (hours < 0 || hours > 23) return std::nullopt;
  if (text.empty() || text == "'") return sign * hours * 60;
  text.remove_prefix(1);
  const int minutes = digits(text, 2);
  if (minutes < 0 || minutes > 59 || !(text.empty() || text == "'")) return std::nullopt;
  return sign * (hours * 60 + minutes);
}

}  // namespace

std::optional<UnixMs> unix_from_pdf_date(std::string_view text) {
  namespace c = std::chrono;
  if (!text.starts_with("D:")) return std::nullopt;
  text.remove_prefix(2);
  const int year = digits(text, 4);
  const int month = digits(text, 2);
  const int day = digits(text, 2);
  const int hour = digits(text, 2);
  const int minute = digits(text, 2);
  const int second = digits(text, 2);
  const auto east = zone(text);
  if (year < 1970 || month < 1 || day < 1 || hour < 0 || hour > 23 || minute < 0 || minute > 59 ||
      second < 0 || second > 59 || !east) {
    return std::nullopt;
  }
  const c::year_month_day date(c::year(year), c::month(static_cast<unsigned>(month)),
                               c::day(static_cast<unsigned>(day)));
  if (!date.ok()) return std::nullopt;
  const c::sys_seconds local =
      c::sys_days(date) + c::hours(hour) + c::minutes(minute) + c::seconds(second);
  const auto utc = (local - c::minutes(*east)).time_since_epoch().count();
  if (utc < 0) return std::nullopt;
  return UnixMs{static_cast<std::uint64_t>(utc) * 1000};
}

}  // namespace hp::pdf
