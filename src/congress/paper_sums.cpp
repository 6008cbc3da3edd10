#include "congress/paper_sums.h"

#include "congress/paper_codes.h"

namespace hp::congress {
namespace {

std::string figures_of(std::uint64_t one, std::string_view sign, std::uint64_t other) {
  return std::to_string(one) + " " + std::string(sign) + " " + std::to_string(other);
}

// Of one candidate, `i` from 0.
void add_candidate(std::vector<Error>& out, const rules::Tally& tally, std::size_t i) {
  const std::string where = "votes[" + std::to_string(i) + "]";
  const std::uint64_t valid = tally.valid.value;
  if (tally.votes[i].value > valid) {
    out.push_back({&codes::kSumVotes, where, figures_of(tally.votes[i].value, ">", valid)});
  }
  if (tally.disagree.empty()) return;
  const std::uint64_t boxes =
      tally.votes[i].value + tally.disagree[i].value + tally.not_counted[i].value;
  if (boxes != valid) {
    out.push_back({&codes::kSumBoxes, where, figures_of(boxes, "≠", valid)});
  }
}

}  // namespace

std::vector<Error> figure_problems(const PaperFigures& figures, std::uint32_t to_issue) {
  std::vector<Error> out;
  const std::uint64_t parts = std::uint64_t{figures.issued} + figures.spoiled + figures.unused;
  if (parts != figures.prepared) {
    out.push_back({&codes::kSumPrepared, "prepared", figures_of(figures.prepared, "≠", parts)});
  }
  if (figures.collected > figures.issued) {
    out.push_back(
        {&codes::kSumCollected, "collected", figures_of(figures.collected, ">", figures.issued)});
  }
  if (figures.issued > to_issue) {
    out.push_back({&codes::kSumIssued, "issued", figures_of(figures.issued, ">", to_issue)});
  }
  return out;
}

std::vector<Error> sum_problems(const PaperSums& sums) {
  std::vector<Error> out = figure_problems(sums.figures, sums.to_issue);
  const std::uint64_t collected = sums.figures.collected;
  if (sums.in_batches != collected) {
    out.push_back({&codes::kSumBatches, "collected", figures_of(collected, "≠", sums.in_batches)});
  }
  // Beside the sum of the batches, so that one missing paper is not named twice.
  const std::uint64_t classed = sums.tally.valid.value + sums.tally.invalid.value;
  if (classed != sums.in_batches) {
    out.push_back({&codes::kSumValid, "valid", figures_of(classed, "≠", sums.in_batches)});
  }
  std::uint64_t votes = 0;
  for (std::size_t i = 0; i < sums.tally.votes.size(); ++i) {
    add_candidate(out, sums.tally, i);
    votes += sums.tally.votes[i].value;
  }
  // In box form there are as many names as seats at most, and every name has its own sum.
  const std::uint64_t most = sums.tally.valid.value * sums.seats;
  if (votes > most) out.push_back({&codes::kSumTotal, "votes", figures_of(votes, ">", most)});
  return out;
}

}  // namespace hp::congress
