// Percentages as minutes print them. For reading only: nothing is decided by one.
#pragma once

#include <string>

#include "rules/settings.h"
#include "rules/units.h"

namespace hp::rules {

// "98.85": votes on the base, with the decimals and the mode of `rounding`, a point, no sign.
// On a base of 0 it is zero. Exact for up to 10^13 votes: no floating point.
std::string percent_of(Votes votes, Base base, const Rounding& rounding);

}  // namespace hp::rules
