// A made-up official paper with everything that flow and tables can do, for tests and benchmarks.
#pragma once

#include "pdf/document.h"

namespace hp::pdf::testing {

// `names` rows in its table; two signatories beside each other, `fields` invisible ones.
Document sample(int names, int fields = 3);

// A ballot paper's side: squares, boxes, a picture, names.
Document ballot_sample();

}  // namespace hp::pdf::testing
