// The plain votes of a round, before anybody encrypts them: made at random from a seed, such that
// the round ends as the scenario wants it. The demo keeps them and compares the outcome with them.
#pragma once

#include <cstdint>
#include <random>
#include <utility>
#include <vector>

#include "base/error.h"

namespace hp::demo {

using Dice = std::mt19937_64;

// A number from..to, both included. Not std::uniform_int_distribution: a seed is to mean the same
// with every standard library.
std::uint32_t roll_between(Dice& dice, std::uint32_t from, std::uint32_t to);

// Not std::shuffle either, whose draws each standard library makes in its own way.
template <class T>
void shuffle(std::vector<T>& things, Dice& dice) {
  for (std::size_t i = things.size(); i > 1; --i) {
    std::swap(things[i - 1], things[roll_between(dice, 0, static_cast<std::uint32_t>(i - 1))]);
  }
}

enum class Choice : std::uint8_t { kNothing, kFor, kAgainst };

// One choice a name, in ballot order. A blank ballot has kNothing everywhere.
using PlainBallot = std::vector<Choice>;

// So many names get between `from` and `to` percent of the base. Tiers stand in falling order and
// do not overlap; who belongs to which is drawn.
struct Tier {
  std::uint32_t names = 0;
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  bool equal = false;  // all of them the same number: a tie
};

struct VotePlan {
  std::vector<Tier> tiers;
  std::uint32_t blank = 0;       // of the ballots cast
  std::uint32_t not_voting = 0;  // present, but cast nothing
};

struct BallotPaper {
  std::uint32_t names = 0;
  std::uint32_t seats = 0;
};

// `cast` ballots that keep to the paper. With one seat among several each valid ballot has one
// vote, so the last tier gets what the others leave. With one name the rest of the valid ballots
// are against. Fails with `demo_plan` where there are no such ballots.
Result<std::vector<PlainBallot>> make_ballots(const VotePlan& plan, BallotPaper paper,
                                              std::uint32_t base, std::uint32_t cast, Dice& dice);

}  // namespace hp::demo
