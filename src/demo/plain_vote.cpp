#include "demo/plain_vote.h"

#include <algorithm>
#include <numeric>
#include <string>

#include "demo/codes.h"

namespace hp::demo {
namespace {

using Counts = std::vector<std::uint32_t>;

std::unexpected<Error> impossible(const char* what) {
  return fail(codes::kDemoPlan, "votes", what);
}

// How many votes each name is to have, in ballot order.
Result<Counts> draw_targets(const VotePlan& plan, BallotPaper paper, std::uint32_t base,
                            std::uint32_t valid, Dice& dice) {
  std::vector<std::size_t> order(paper.names);
  std::iota(order.begin(), order.end(), std::size_t{0});
  shuffle(order, dice);
  Counts targets(paper.names, 0);
  std::size_t next = 0;
  for (const Tier& tier : plan.tiers) {
    const std::uint32_t least = (base * tier.from + 99) / 100;
    const std::uint32_t most = std::min(base * tier.to / 100, valid);
    if (least > most) return impossible("a tier is empty");
    const std::uint32_t same = roll_between(dice, least, most);
    for (std::uint32_t i = 0; i < tier.names; ++i, ++next) {
      if (next == order.size()) return impossible("more people than the list has");
      targets[order[next]] = tier.equal ? same : roll_between(dice, least, most);
    }
  }
  if (next != order.size()) return impossible("fewer people than the list has");
  if (paper.seats != 1 || paper.names == 1) return targets;
  // One vote on each valid ballot: the last tier shares what is left.
  const std::size_t last = plan.tiers.back().names;
  std::uint32_t given = 0;
  for (std::size_t i = 0; i + last < order.size(); ++i) given += targets[order[i]];
  if (given > valid) return impossible("more votes than ballots");
  const auto left = static_cast<std::uint32_t>(valid - given);
  for (std::size_t i = 0; i < last; ++i) {
    const auto share = static_cast<std::uint32_t>(left / last + (i < left % last ? 1 : 0));
    targets[order[order.size() - 1 - i]] = share;
  }
  return targets;
}

// Ballots whose columns have these sums. Going round the ballots keeps their own sums equal to
// within one, so that each has at least one vote and none more than the seats.
Result<std::vector<PlainBallot>> spread(const Counts& targets, BallotPaper paper,
                                        std::uint32_t valid) {
  const std::uint64_t sum = std::accumulate(targets.begin(), targets.end(), std::uint64_t{0});
  if (sum < valid || sum > std::uint64_t{valid} * paper.seats) {
    return impossible("too many or too few votes for the seats");
  }
  std::vector<PlainBallot> ballots(valid, PlainBallot(paper.names, Choice::kNothing));
  std::size_t at = 0;
  for (std::size_t name = 0; name < targets.size(); ++name) {
    for (std::uint32_t i = 0; i < targets[name]; ++i, at = (at + 1) % valid) {
      ballots[at][name] = Choice::kFor;
    }
  }
  return ballots;
}

std::uint32_t votes_on(const PlainBallot& ballot) {
  return static_cast<std::uint32_t>(std::ranges::count(ballot, Choice::kFor));
}

// Moves votes between ballots at random; the sums of the names stay.
void mix(std::vector<PlainBallot>& ballots, BallotPaper paper, Dice& dice) {
  const auto most = static_cast<std::uint32_t>(ballots.size() - 1);
  for (std::size_t i = 0; i < ballots.size() * paper.names * 8; ++i) {
    PlainBallot& from = ballots[roll_between(dice, 0, most)];
    PlainBallot& to = ballots[roll_between(dice, 0, most)];
    const std::uint32_t name = roll_between(dice, 0, paper.names - 1);
    if (from[name] != Choice::kFor || to[name] == Choice::kFor) continue;
    if (votes_on(from) > 1 && votes_on(to) < paper.seats) {
      std::swap(from[name], to[name]);
    } else {  // a vote comes back for the one that goes
      const std::uint32_t other = roll_between(dice, 0, paper.names - 1);
      if (to[other] != Choice::kFor || from[other] == Choice::kFor) continue;
      std::swap(from[name], to[name]);
      std::swap(from[other], to[other]);
    }
  }
}

std::vector<PlainBallot> one_name(std::uint32_t agree, std::uint32_t valid) {
  std::vector<PlainBallot> ballots(valid, PlainBallot{Choice::kAgainst});
  std::fill_n(ballots.begin(), agree, PlainBallot{Choice::kFor});
  return ballots;
}

}  // namespace

std::uint32_t roll_between(Dice& dice, std::uint32_t from, std::uint32_t to) {
  return from + static_cast<std::uint32_t>(dice() % (std::uint64_t{to} - from + 1));
}

Result<std::vector<PlainBallot>> make_ballots(const VotePlan& plan, BallotPaper paper,
                                              std::uint32_t base, std::uint32_t cast, Dice& dice) {
  if (paper.names == 0 || paper.seats == 0 || plan.tiers.empty() || plan.blank >= cast) {
    return impossible("nothing to vote on");
  }
  const std::uint32_t valid = cast - plan.blank;
  std::vector<PlainBallot> ballots;
  Result<std::vector<PlainBallot>> drawn = impossible("nothing drawn");
  // In a small congress the tiers leave little room: a draw that does not fit is drawn again.
  for (int draw = 0; draw < 1000 && !drawn; ++draw) {
    HP_ASSIGN(const Counts targets, draw_targets(plan, paper, base, valid, dice));
    if (paper.names == 1) {
      drawn = one_name(targets.front(), valid);
    } else {
      drawn = spread(targets, paper, valid);
    }
  }
  HP_ASSIGN(ballots, std::move(drawn));
  if (paper.names > 1) mix(ballots, paper, dice);
  ballots.insert(ballots.end(), plan.blank, PlainBallot(paper.names, Choice::kNothing));
  shuffle(ballots, dice);
  return ballots;
}

}  // namespace hp::demo
