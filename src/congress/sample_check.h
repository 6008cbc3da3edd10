// The sample check of a paper count: a slip that two keyers made alike is found by no comparison,
// so papers are drawn by a seed and held against what the record has of them (paper.md section 2).
// Which papers a seed draws anybody can work out again; that nobody knew it before the last batch
// was closed is for the hall to see to: dice, or a number called out.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "congress/paper_state.h"

namespace homphieu::v1 {
class CheckSample;
}

namespace hp::congress {

namespace v1 = homphieu::v1;
struct State;
struct Entry;
struct Round;

inline constexpr std::size_t kMostSeedBytes = 64;

// `wanted` of the round's papers, all where there are no more, ascending: those whose SHA-256 of
// "homphieu sample\n<contest> <round>\n<seed>\n<batch>.<sheet>" comes first.
std::vector<SheetPlace> draw_sample(const Round& round, std::string_view seed,
                                    std::uint32_t wanted);

// The same, of a round whose papers are counted: what to look up. A seed that the record would not
// take is refused here already. Fails with `papers_not_counted`, `sample_seed` (none, or too long),
// `not_utf8`, `not_nfc`, `text_not_printable`, `sample_papers`.
Result<std::vector<SheetPlace>> sample_of(const Round& round, std::string_view seed,
                                          std::uint32_t wanted);

// Head and one member, once every batch is closed and the sums fit, before the papers are final.
// Fails as sample_of does, with `sample_seed` also where the seed was used in the round before, and
// with `sample_sheet`. A paper that differs keeps the round from being counted until its batch was
// reopened and is closed again.
Result<void> check_check_sample(const State&, const Entry&, const v1::CheckSample&);
void apply_check_sample(State&, const Entry&, const v1::CheckSample&);

// The papers that a sample check found to differ and whose batches were not reopened since.
std::vector<SheetPlace> differing_in_samples(const PaperCount& paper);

}  // namespace hp::congress
