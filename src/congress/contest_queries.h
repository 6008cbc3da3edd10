// What the core of the fold asks about ceremonies and contests, and no more.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"
#include "congress/round_state.h"

namespace hp::congress {

struct State;

// The state of the contest's round; `round` 0: its newest one. `kNone` if there is none.
RoundState round_state(const State& state, const std::string& contest, std::uint32_t round = 0);

// The counting committee that the round has now: empty before AppointCounters.
std::string committee_head(const State& state, const std::string& contest);
std::vector<std::string> committee_members(const State& state, const std::string& contest);  // with head

// Whose signatures the minutes of this round wait for, as declared (or annulled).
std::vector<std::string> signatories(const State& state, const std::string& contest,
                                     std::uint32_t round);

// Trustees of the ceremony in force (last started), trustee 1 first; empty without one.
std::vector<std::string> ceremony_trustees(const State& state);

bool any_unfinished_round(const State& state);             // open … signed
bool any_live_round(const State& state);                   // approved … signed
bool any_electronic_round_open(const State& state);        // way electronic or both, state open
bool any_electronic_round_undecrypted(const State& state); // … or closed and not decrypted yet
bool any_contest_opened(const State& state);               // ever, annulled ones included
// Of a counting committee, or a trustee of the ceremony, of an unfinished round.
bool is_bound_to_unfinished_round(const State& state, const std::string& person);
// The contests whose rounds are open and which this head leads. Empty: none.
bool is_head_of_open_round(const State& state, const std::string& person);
// Whether the card's key has cast in a round that is open.
bool has_cast_in_open_round(const State& state, const Hash& key_id);
// Nothing for CloseCongress to wait for: every open place of every contest decided.
bool every_open_place_decided(const State& state);

}  // namespace hp::congress
