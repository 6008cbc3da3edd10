// The papers of a sample check, to be looked up: which ones the seed draws, and what the record has
// of each. Who looks at them has the papers themselves in hand. Source: docs/design/paper.md
// section 2, congress/sample_check.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"
#include "congress/paper_state.h"
#include "pdf/fonts.h"

namespace hp::congress {
struct State;
}

namespace hp::report {

struct SampleAsked {
  std::string contest;
  std::uint32_t round = 0;  // 0: the newest
  std::string seed;
  std::uint32_t papers = 0;
};

struct SampledPaper {
  congress::SheetPlace place;
  congress::SheetContent content;  // as agreed
  std::optional<bool> concluded;   // by the committee: whether it is valid
};

// Ascending by batch and paper. Fails with `contest_unknown`, `round_not_current`, and as
// congress::sample_of does.
Result<std::vector<SampledPaper>> sampled_papers(const congress::State& state,
                                                 const SampleAsked& asked);

// The list to tick them off on: A4, for each paper what was keyed in words, a column to tick and
// one for what differs; the seed, and the signatures of the head and of a member. `program` stands
// in the file. Fails as above, as paper_heading_of and pdf::make do.
Result<Bytes> sample_list(const congress::State& state, const SampleAsked& asked,
                          const std::string& program, const pdf::Fonts& fonts);

}  // namespace hp::report
