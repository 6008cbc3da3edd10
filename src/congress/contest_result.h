// A contest's result over its announced rounds. Source: docs/design/record.md section 7.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "congress/contest_state.h"

namespace hp::congress {

// Equal votes across the last open place, in ballot order.
struct OpenTie {
  std::vector<PersonId> people;
  std::uint32_t seats = 0;
  Places places = Places::kOfficial;
  std::uint32_t alternates = 0;  // open alternate places that they also compete for
};

struct ContestResult {
  std::vector<PersonId> elected;     // round after round, most votes first in each
  std::vector<PersonId> alternates;  // likewise
  std::uint32_t open_places = 0;
  std::uint32_t open_alternates = 0;
  std::optional<OpenTie> tie;
  bool open() const { return open_places > 0 || open_alternates > 0; }
};

// Of the announced rounds alone; empty before the first. Nobody is elected by a poll.
ContestResult result_of(const ContestState& contest);

// Whether nothing is left to decide: announced, no live round, and every place filled, or the
// last decision is to leave what is open.
bool is_settled(const ContestState& contest);

}  // namespace hp::congress
