// The day on which the demonstration's congresses meet: today, in Vietnam.
#pragma once

#include <string>

#include "base/time.h"

namespace hp::demo {

inline std::string today_iso() {
  return iso_vietnam(SystemClock().now()).substr(0, 10);
}

}  // namespace hp::demo
