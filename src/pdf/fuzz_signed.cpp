// libFuzzer: whatever the bytes are, the reader answers, and what it takes it can account for.
#include <cstdlib>

#include "pdf/signed.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto it = hp::pdf::read_signed({data, size});
  if (!it) {
    if (it.error().code == nullptr) std::abort();
    return 0;
  }
  std::size_t end = it->base;
  for (const auto& one : it->signatures) {
    const auto& range = one.range;
    if (range[0] != 0 || range[1] < end || range[2] <= range[1] || range[2] + range[3] != one.end ||
        one.end > size || one.contents.empty()) {
      std::abort();
    }
    end = one.end;
  }
  if (end > size || (!it->signatures.empty() && end != size)) std::abort();
  return 0;
}
