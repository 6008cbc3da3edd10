// What the counting committee writes on: covers of batches, keying sheets, the account of papers.
// A4, one side each. Source: docs/design/paper.md section 2.
#pragma once

#include "paper/ballot.h"

namespace hp::paper {

inline constexpr std::uint32_t kMostBatches = 1'000;
inline constexpr int kMostInBatch = 50;

// A cover for each of the batches 1 … `batches`: how many papers, who numbered them, who keyed them
// in each count, who looked at the differing ones, and the signatures at closing.
// Fails with `paper_count`, `paper_heading_long`, and as pdf::make does.
Result<Bytes> make_covers(const Heading& heading, std::uint32_t batches, const pdf::Fonts& fonts);

// The account of the round's papers (prepared, issued, spoiled, unused, collected), then `sheets`
// keying sheets with lines 1 … 50 for a keyer's notes. Fails as above.
Result<Bytes> make_keying(const Heading& heading, std::uint32_t sheets, const pdf::Fonts& fonts);

}  // namespace hp::paper
