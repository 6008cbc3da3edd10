// Looking up contests and rounds, and the checks that many commands share.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>

#include "base/error.h"
#include "congress/contest_state.h"

namespace hp::congress {

struct State;

// Nothing where there is no such contest.
const ContestState* find_contest(const State& state, const ContestId& id);

// The contest's current round, which a command names. Fails with `contest_unknown` ("contest")
// or `round_not_current` ("round").
Result<const Round*> current_round(const State& state, const ContestId& id, std::uint32_t round);

// The same for a contest that is named alone.
Result<const Round*> current_round(const State& state, const ContestId& id);

// Fails with `contest_phase` ("contest") unless the round is in one of these.
Result<void> require(const Round& round, std::initializer_list<Phase> phases);

// A show of hands as a command carries it: `votes` is nothing where the message is absent.
// Due, it must be there, at most those present and more than half of them; else it must be absent.
Result<void> check_hands(std::optional<std::uint32_t> votes, bool due, std::uint32_t present,
                         const char* where);

// Whether the hall votes by hands on what concerns the contest: not on polls and rehearsals.
bool hands_due(const Definition& definition);

// For apply: the round that check has found.
Round& round_to_change(State& state, const ContestId& id);
ContestState& contest_to_change(State& state, const ContestId& id);

// After a change that the minutes must show: what was declared or signed must be declared again.
void lapse_declaration(Round& round);

// Any round of any contest that is electronic and open, or not decrypted yet.
bool electronic_round_open(const State& state);
bool electronic_round_undecrypted(const State& state);

// The tree just after an entry: of an opening, a closing, a declaration, an annulment.
Head head_after(const State& state, const Stamp& entry);

}  // namespace hp::congress
