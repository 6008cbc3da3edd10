// What the core of the fold asks about contests, and no more.
#pragma once

#include <string>
#include <vector>

#include "base/bytes.h"

namespace hp::congress {

struct State;

bool any_unfinished_round(const State& state);  // open … signed
bool any_live_round(const State& state);        // approved … signed
bool any_contest_opened(const State& state);    // ever; annulled ones too, rehearsals not
// Counter of, or trustee for, a round that is unfinished.
bool is_bound_to_unfinished_round(const State& state, const std::string& person);
bool is_head_of_open_round(const State& state, const std::string& person);
// Whether the card's key has cast in a round that is open.
bool has_cast_in_open_round(const State& state, const Hash& key_id);

}  // namespace hp::congress
