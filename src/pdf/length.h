// Lengths on paper, in whole thousandths of a point: the layout adds and compares integers, so that
// every machine breaks lines and writes coordinates alike.
#pragma once

#include <compare>
#include <cstdint>

namespace hp::pdf {

struct Length {
  std::int64_t millipoints = 0;

  constexpr auto operator<=>(const Length&) const = default;
  constexpr Length& operator+=(Length b) {
    millipoints += b.millipoints;
    return *this;
  }
  constexpr Length& operator-=(Length b) {
    millipoints -= b.millipoints;
    return *this;
  }
  friend constexpr Length operator+(Length a, Length b) { return {a.millipoints + b.millipoints}; }
  friend constexpr Length operator-(Length a, Length b) { return {a.millipoints - b.millipoints}; }
  friend constexpr Length operator-(Length a) { return {-a.millipoints}; }
  friend constexpr Length operator*(Length a, std::int64_t n) { return {a.millipoints * n}; }
  friend constexpr Length operator/(Length a, std::int64_t n) { return {a.millipoints / n}; }
};

constexpr Length pt(double points) {
  return {static_cast<std::int64_t>(points * 1000 + (points < 0 ? -0.5 : 0.5))};
}
constexpr Length mm(double millimetres) {
  return pt(millimetres * 72 / 25.4);
}

}  // namespace hp::pdf
