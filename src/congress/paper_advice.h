// What is to be done where a batch can't be closed or a sum does not fit: two people read it, and
// each can do something else. Who keys has a batch in hand, sees no sum and changes no figure; the
// head of the counting committee has the figures, the covers and the other batches (paper.md
// section 2).
#pragma once

#include "base/error.h"

namespace hp::congress {

struct Advice {
  std::string_view vi;
  std::string_view en;
};
struct PaperAdvice {
  const ErrorCode* code = nullptr;
  Advice keyer;
  Advice head;
};

// Null where the code is none of `can_close`, `paper_problems` or `sum_problems`.
const PaperAdvice* paper_advice(const ErrorCode& code);

}  // namespace hp::congress
