#include "rules/rank.h"

#include <algorithm>

namespace hp::rules {

std::vector<Candidate> by_votes(std::span<const Votes> votes) {
  std::vector<Candidate> out;
  out.reserve(votes.size());
  for (std::size_t i = 0; i < votes.size(); ++i) out.push_back(Candidate::at_index(i));
  std::ranges::sort(out, [&](Candidate a, Candidate b) {
    const Votes of_a = votes[a.index()];
    const Votes of_b = votes[b.index()];
    return of_a != of_b ? of_a > of_b : a < b;
  });
  return out;
}

std::vector<Candidate> above_half_by_votes(std::span<const Votes> votes, Base base) {
  std::vector<Candidate> out = by_votes(votes);
  std::erase_if(out, [&](Candidate c) { return !above_half(votes[c.index()], base); });
  return out;
}

Filled fill(std::span<const Candidate> ranked, std::span<const Votes> votes, Seats places) {
  const auto of = [&](std::size_t rank) { return votes[ranked[rank].index()]; };
  const std::size_t fit = std::min<std::size_t>(places.value, ranked.size());
  std::size_t tied_from = fit;
  std::size_t tied_to = fit;
  if (fit > 0 && fit < ranked.size() && of(fit - 1) == of(fit)) {
    while (tied_from > 0 && of(tied_from - 1) == of(fit)) --tied_from;
    while (tied_to < ranked.size() && of(tied_to) == of(fit)) ++tied_to;
  }
  const auto at = [&](std::size_t rank) {
    return ranked.begin() + static_cast<std::ptrdiff_t>(rank);
  };
  Filled out;
  out.chosen.assign(ranked.begin(), at(tied_from));
  out.rest.assign(at(tied_to), ranked.end());
  if (tied_to > tied_from) {
    out.tie = Tie{.candidates = {at(tied_from), at(tied_to)}, .seats = Seats{fit - tied_from}};
  }
  return out;
}

}  // namespace hp::rules
