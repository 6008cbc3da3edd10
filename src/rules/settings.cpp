#include "rules/settings.h"

#include <algorithm>

#include "rules/codes.h"

namespace hp::rules {

ShortageRule Shortage::of(Office office) const {
  const auto found = by_office.find(office);
  return found == by_office.end() ? otherwise : found->second;
}

bool Settings::needs_surplus(Office office) const {
  return std::ranges::find(offices_with_surplus, office) != offices_with_surplus.end();
}

bool Settings::is_small_body(Seats seats) const {
  return small_body && small_body->from <= seats && seats <= small_body->to;
}

Result<void> check(const Settings& settings) {
  for (std::size_t i = 0; i < settings.offices_with_surplus.size(); ++i) {
    const auto before = settings.offices_with_surplus.begin();
    const auto here = before + static_cast<std::ptrdiff_t>(i);
    if (std::find(before, here, *here) != here) {
      return fail(codes::kCaseNamedTwice, "offices_with_surplus[" + std::to_string(i) + "]",
                  std::string(word(*here)));
    }
  }
  if (const auto& range = settings.prepared_surplus_percent; range && range->from > range->to) {
    return fail(codes::kCaseEmptyRange, "prepared_surplus_percent");
  }
  if (const auto& small = settings.small_body; small && small->from > small->to) {
    return fail(codes::kCaseEmptyRange, "small_body");
  }
  if (settings.rounding.decimals < 0 || settings.rounding.decimals > 6) {
    return fail(codes::kCaseOutOfRange, "rounding.decimals", "0-6");
  }
  return {};
}

}  // namespace hp::rules
