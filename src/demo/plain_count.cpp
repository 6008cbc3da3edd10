#include "demo/plain_count.h"

#include <algorithm>

namespace hp::demo {
namespace {

using Names = std::vector<std::uint32_t>;

// Who of the ranked takes `places`; those who share the votes over the last place take none.
Names take(const Names& ranked, const Names& votes, std::uint32_t places,
           std::optional<PlainTie>& tie) {
  const auto of = [&](std::uint32_t name) { return votes[name - 1]; };
  if (ranked.size() <= places) return ranked;
  Names in(ranked.begin(), ranked.begin() + places);
  if (places == 0 || of(in.back()) != of(ranked[places])) return in;
  PlainTie made;
  const std::uint32_t edge = of(in.back());
  std::erase_if(in, [&](std::uint32_t name) { return of(name) == edge; });
  for (const std::uint32_t name : ranked) {
    if (of(name) == edge) made.names.push_back(name);
  }
  std::ranges::sort(made.names);
  made.seats = places - static_cast<std::uint32_t>(in.size());
  tie = made;
  return in;
}

}  // namespace

PlainResult count_plain(const std::vector<PlainBallot>& ballots, std::uint32_t names, CountBy by) {
  PlainResult out;
  out.collected = static_cast<std::uint32_t>(ballots.size());
  out.votes.assign(names, 0);
  for (const PlainBallot& ballot : ballots) {
    // One name: either box counts. Several: a ballot for nobody is invalid.
    const bool marked = names == 1 ? ballot.front() != Choice::kNothing
                                   : std::ranges::count(ballot, Choice::kFor) > 0;
    if (!marked) {
      ++out.invalid;
      continue;
    }
    ++out.valid;
    for (std::size_t i = 0; i < names; ++i) out.votes[i] += ballot[i] == Choice::kFor ? 1 : 0;
  }

  Names ranked;
  for (std::uint32_t name = 1; name <= names; ++name) {
    if (by.tie_ballot || 2 * out.votes[name - 1] > by.base) ranked.push_back(name);
  }
  std::ranges::stable_sort(ranked, std::ranges::greater{},
                           [&](std::uint32_t name) { return out.votes[name - 1]; });
  out.elected = take(ranked, out.votes, by.seats, out.tie);
  out.unfilled = by.seats - static_cast<std::uint32_t>(out.elected.size());
  if (!out.tie && out.unfilled == 0 && by.alternates > 0) {
    ranked.erase(ranked.begin(), ranked.begin() + by.seats);
    out.alternates = take(ranked, out.votes, by.alternates, out.tie);
  }
  out.unfilled_alternates = by.alternates - static_cast<std::uint32_t>(out.alternates.size());
  return out;
}

}  // namespace hp::demo
