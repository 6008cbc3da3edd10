// What contests and ceremonies ask of the rest of the state, in one place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "congress/contest_state.h"

namespace hp::congress {

struct State;
struct Entry;

Stamp stamp_of(const Entry& entry);

// The people whose keys signed, in the order of the envelope.
std::vector<Named> signers_of(const State& state, const Entry& entry);

// The one who signed a command of a single signer.
Named signer_of(const State& state, const Entry& entry);

// The enrolled official with that id, under the name of the enrolment.
std::optional<Named> named(const State& state, const PersonId& person);
bool may_count(const State& state, const PersonId& person);   // role counting
bool is_trustee(const State& state, const PersonId& person);  // role trustee
bool is_presidium(const State& state, const PersonId& person);

enum class CardStanding { kUnknown, kVoid, kLive };
CardStanding card_standing(const State& state, const KeyPoint& key);
std::vector<KeyPoint> live_keys(const State& state);
// Of the live cards, those void for this round.
std::uint32_t void_in(const State& state, const Round& round);

}  // namespace hp::congress
