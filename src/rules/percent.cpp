#include "rules/percent.h"

namespace hp::rules {

std::string percent_of(Votes votes, Base base, const Rounding& rounding) {
  const std::uint64_t divisor = base.value == 0 ? 1 : base.value;
  const std::uint64_t hundredfold = base.value == 0 ? 0 : votes.value * 100;
  std::uint64_t whole = hundredfold / divisor;
  std::uint64_t rest = hundredfold % divisor;
  std::uint64_t fraction = 0;
  std::uint64_t unit = 1;
  for (int i = 0; i < rounding.decimals; ++i) {  // long division, digit by digit
    rest *= 10;
    fraction = fraction * 10 + rest / divisor;
    rest %= divisor;
    unit *= 10;
  }
  if (rounding.mode == RoundingMode::kHalfUp && rest * 2 >= divisor) ++fraction;
  if (fraction >= unit) {
    fraction -= unit;
    ++whole;
  }
  std::string out = std::to_string(whole);
  if (rounding.decimals > 0) {
    const std::string digits = std::to_string(fraction);
    out += '.';
    out.append(static_cast<std::size_t>(rounding.decimals) - digits.size(), '0');
    out += digits;
  }
  return out;
}

}  // namespace hp::rules
