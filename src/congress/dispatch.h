// From a command's body to the functions of its topic.
#pragma once

#include "base/error.h"
#include "congress/entry.h"

namespace hp::congress {

struct State;

// The content of the command against the state; authority and `seen` are the fold's.
Result<void> check_body(const State& state, const Entry& entry);
void apply_body(State& state, const Entry& entry);

}  // namespace hp::congress
