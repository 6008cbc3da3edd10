// Where in the record something stands, and whose it is.
#pragma once

#include <cstdint>
#include <string>

#include "base/time.h"

namespace hp::congress {

using PersonId = std::string;

// Where in the record, and when by its signer's clock.
struct Stamp {
  std::uint64_t index = 0;
  UnixMs at;
};

}  // namespace hp::congress
