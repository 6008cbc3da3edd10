// The papers of a round counted by simulated keyers, as the committee does it: figures, batches,
// two blind counts, a third look where they differ, conclusions on doubtful papers.
#pragma once

#include <string>

#include "demo/paper_truth.h"
#include "demo/stage.h"

namespace hp::demo {

struct PaperRound {
  std::string contest;
  std::uint32_t round = 0;
  std::uint32_t names = 0;
  std::uint32_t seats = 0;
  std::uint32_t issued = 0;  // as many as are collected
  const PaperPile& pile;
};

// Everything from RecordPaper to the last CloseBatch. One laptop is lost in the middle of a batch,
// one paper lies under the table. Fails with `demo_differs` where a slip was not found.
Result<void> count_papers(Stage& stage, const PaperRound& round);

}  // namespace hp::demo
