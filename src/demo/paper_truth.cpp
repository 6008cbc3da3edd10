#include "demo/paper_truth.h"

#include <algorithm>
#include <set>

namespace hp::demo {
namespace {

constexpr std::size_t kBatch = 50;

std::set<std::uint32_t> struck_of(const v1::SheetContent& content) {
  return {content.struck().begin(), content.struck().end()};
}

v1::SheetContent with_struck(v1::SheetContent content, const std::set<std::uint32_t>& struck) {
  content.clear_struck();
  for (const std::uint32_t one : struck) content.add_struck(one);
  return content;
}

// The names that this keyer gets wrong on this paper.
std::set<std::uint32_t> slips_on(std::size_t names, std::uint32_t per_million, Dice& dice) {
  std::set<std::uint32_t> out;
  for (std::uint32_t name = 1; name <= names; ++name) {
    if (roll_between(dice, 1, 1'000'000) <= per_million) out.insert(name);
  }
  return out;
}

v1::SheetContent keyed_wrong(const v1::SheetContent& truth, const std::set<std::uint32_t>& slips) {
  std::set<std::uint32_t> struck = struck_of(truth);
  for (const std::uint32_t name : slips) {
    if (!struck.erase(name)) struck.insert(name);
  }
  return with_struck(truth, struck);
}

}  // namespace

v1::SheetContent paper_of(const PlainBallot& ballot) {
  v1::SheetContent out;
  for (std::size_t i = 0; i < ballot.size(); ++i) {
    if (ballot[i] != Choice::kFor) out.add_struck(static_cast<std::uint32_t>(i + 1));
  }
  return out;
}

PaperPile pile_of(const std::vector<PlainBallot>& ballots, std::uint32_t counts,
                  std::uint32_t slip_per_million, Dice& dice) {
  std::vector<PlainBallot> mixed = ballots;
  shuffle(mixed, dice);
  PaperPile out;
  for (std::size_t i = 0; i < mixed.size(); ++i) {
    if (i % kBatch == 0) out.batches.emplace_back();
    TruePaper paper;
    paper.content = paper_of(mixed[i]);
    paper.torn_strike = i == 3;
    paper.hard_to_read = i == 7;
    if (paper.torn_strike) paper.content.add_defects(v1::SHEET_DEFECT_PARTIAL_STRIKE);
    std::set<std::uint32_t> before;
    for (std::uint32_t count = 0; count < counts; ++count) {
      std::set<std::uint32_t> slips = slips_on(mixed[i].size(), slip_per_million, dice);
      std::erase_if(slips, [&](std::uint32_t name) { return before.contains(name); });
      out.slips += static_cast<std::uint32_t>(slips.size());
      before.insert(slips.begin(), slips.end());
      paper.keyed.push_back(keyed_wrong(paper.content, slips));
    }
    if (paper.hard_to_read) paper.keyed.front().set_doubtful(true);
    if (!before.empty()) ++out.differing;
    if (paper.torn_strike || paper.hard_to_read) ++out.doubtful;
    out.batches.back().push_back(std::move(paper));
  }
  return out;
}

}  // namespace hp::demo
