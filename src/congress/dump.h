// The whole state as text: two folds of one journal give equal bytes, however they were run.
// One fact a line, in one order; for comparing, for tests, and for a person who looks why two
// programs differ.
#pragma once

#include <string>

namespace hp::congress {

struct State;

std::string dump(const State& state);

}  // namespace hp::congress
