// The cards with which delegates vote: registered public keys, some void for ever.
#pragma once

#include <cstdint>
#include <map>
#include <set>

#include "base/bytes.h"
#include "congress/people_state.h"
#include "homphieu/v1/record.pb.h"

namespace hp::congress {

struct CardsState {
  std::map<Hash, PublicKeyBytes> keys;  // registered: key id → point
  std::set<Hash> void_for_ever;         // key ids, of `keys`
};

// Registered and not void for ever.
bool is_live_card(const State& state, const Hash& key_id);
// How many of them there are.
std::uint32_t live_cards(const State& state);

}  // namespace hp::congress
