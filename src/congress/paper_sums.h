// The sums of paper.md section 2.5, on plain numbers.
#pragma once

#include <cstdint>
#include <vector>

#include "base/error.h"
#include "congress/paper_state.h"
#include "rules/tally.h"

namespace hp::congress {

struct PaperSums {
  PaperFigures figures;
  std::uint32_t to_issue = 0;
  std::uint64_t in_batches = 0;
  rules::Tally tally;
  std::uint32_t seats = 0;
};

// Every sum that the committee's own figures, and the batches beside them, don't fit.
std::vector<Error> figure_problems(const PaperFigures& figures, std::uint32_t to_issue);
// Every sum that does not fit, those among them.
std::vector<Error> sum_problems(const PaperSums& sums);

}  // namespace hp::congress
