// Order by votes, and who fills places where votes are equal.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "rules/base.h"
#include "rules/units.h"

namespace hp::rules {

// Equal votes across the last of the places: `candidates` (in ballot order) compete for `seats`.
struct Tie {
  std::vector<Candidate> candidates{};
  Seats seats{};
  bool operator==(const Tie&) const = default;
};

// All candidates, most votes first; equal votes in ballot order.
std::vector<Candidate> by_votes(std::span<const Votes> votes);

// Those of them with more than half of the base.
std::vector<Candidate> above_half_by_votes(std::span<const Votes> votes, Base base);

struct Filled {
  std::vector<Candidate> chosen{};  // most votes first; never more than the places
  std::optional<Tie> tie{};
  std::vector<Candidate> rest{};  // who is neither chosen nor tied, in the same order
};

// Gives `places` to the first of `ranked`, who are in the order of by_votes(). A tie across the
// last place chooses none of the tied: no tie is settled by age, lot or order. Equal votes that
// all fit are no tie. 244 Đ.32 (text); the further ballot of the tied: 190 Đ.30 (recalled).
Filled fill(std::span<const Candidate> ranked, std::span<const Votes> votes, Seats places);

}  // namespace hp::rules
