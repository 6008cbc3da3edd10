// A second opinion: counts plain ballots by hand's arithmetic, without the rules room. What the
// record says must be the same.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "demo/plain_vote.h"

namespace hp::demo {

struct CountBy {
  std::uint32_t base = 0;
  std::uint32_t seats = 0;
  std::uint32_t alternates = 0;
  bool tie_ballot = false;  // the most votes win, half of the base is not asked for
};

struct PlainTie {
  std::vector<std::uint32_t> names;  // positions from 1, ballot order
  std::uint32_t seats = 0;
  bool operator==(const PlainTie&) const = default;
};

struct PlainResult {
  std::uint32_t collected = 0;
  std::uint32_t valid = 0;
  std::uint32_t invalid = 0;
  std::vector<std::uint32_t> votes;       // in ballot order
  std::vector<std::uint32_t> elected;     // positions from 1, most votes first
  std::vector<std::uint32_t> alternates;  // likewise
  std::optional<PlainTie> tie;
  std::uint32_t unfilled = 0;
  std::uint32_t unfilled_alternates = 0;
};

PlainResult count_plain(const std::vector<PlainBallot>& ballots, std::uint32_t names, CountBy by);

}  // namespace hp::demo
