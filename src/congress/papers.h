// Questions about a round's papers: how many there are to be, where each one stands, whether the
// count is complete. Pure; source: docs/design/paper.md section 2, record.md section 5.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "congress/contest_state.h"
#include "rules/tally.h"

namespace hp::congress {

// As opened, or as a MoveToPaper said after it.
std::uint32_t papers_to_issue(const Round& round);
// Whether the round, once opened, has papers to count; and an electronic part.
bool has_paper_part(const Round& round);
bool has_electronic_part(const Round& round);
// Electronic ballots on the board that were not annulled.
std::uint32_t standing_ballots(const Round& round);

// Whether the papers can still be counted, or counted anew. Fails with `contest_phase`,
// `no_paper`, or `papers_fixed` after the first AcceptClosing or once declared.
Result<void> require_counting(const Round& round);

// Where one paper stands.
enum class SheetStand {
  kToKey,      // a count has not read it yet
  kDiffering,  // the counts differ: a third person reads it
  kUndecided,  // for the committee: in doubt, held by the rules, or read in as many ways as people
  kAgreed,
};
SheetStand stand_of(const Sheet& sheet, const Definition& definition);

// Why the committee must conclude, or had to: a word of the rules for held ballots, "unsure" where
// a reader was in doubt, "differing" where no reading was the most frequent. Empty where it need
// not.
std::string doubt_of(const Sheet& sheet, const Definition& definition);

// How an agreed paper came to its content.
enum class Settled { kAlike, kByThird, kByCommittee };
struct Agreed {
  SheetContent content;
  Settled how = Settled::kAlike;
};
// Of an agreed paper; nothing of any other.
std::optional<Agreed> agreed_on(const Sheet& sheet, const Definition& definition);
// Whether two counts read it differently.
bool counts_differ(const Sheet& sheet);

// The ballot as the rules see it, with the committee's conclusion where that is asked for.
rules::BallotGroup ballot_of(const SheetContent& content);
rules::Verdict verdict_of(const Sheet& sheet, const Definition& definition);

// Batch by number, or nullptr.
const Batch* find_batch(const Round& round, std::uint32_t number);
std::uint64_t papers_in_batches(const Round& round);

// Whether every paper of a batch has its content. Fails with `batch_papers_missing`,
// `batch_papers_differ` or `batch_papers_undecided`, the papers' numbers as detail.
Result<void> can_close(const Batch& batch, const Definition& definition);

// The count of the agreed papers of closed batches.
rules::Tally paper_tally(const Round& round);

// What keeps the papers of a round that is closed from being counted, each with its code, the
// figure as `where` and the two numbers as detail; empty once they are. Codes: paper_codes.h.
std::vector<Error> paper_problems(const Round& round);

// Brings the round's phase in line with its papers and its tally: counted when both are done,
// closed otherwise. Says whether anything changed. For apply_….
bool settle(Round& round);

}  // namespace hp::congress
