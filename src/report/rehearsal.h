// A rehearsal held against its known votes: figure by figure, and paper by paper. Only where both
// are alike to the last paper does a rehearsal show that the hall counts right.
//
//   HP_ASSIGN(const KnownVotes known, read_known_votes(json, state, round));
//   HP_ASSIGN(const Rehearsal rehearsal, compare_rehearsal(state, round, known));
//   rehearsal.matches()
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "report/known_votes.h"

namespace hp::report {

// What is counted, by the rules or by the record. `name` with [i] is of candidate i + 1:
// "collected", "valid", "invalid", "invalid.too_many" (a reason of the rules), "votes[0]", and in
// box form "disagree[0]", "not_counted[0]".
struct ComparedFigure {
  std::string name;
  std::uint64_t expected = 0;
  std::uint64_t counted = 0;
  bool alike() const { return expected == counted; }
};

enum class BallotPart { kElectronic, kPaper, kTotal };
std::string_view word(BallotPart part);  // "electronic", "paper", "total"

struct ComparedPart {
  BallotPart part = BallotPart::kTotal;
  std::vector<ComparedFigure> figures;
};

// A paper as the record has it, or as it was known.
struct SeenPaper {
  congress::SheetContent content;
  std::optional<bool> conclusion;  // of a paper that the rules hold
};
struct KeyedPlace {
  congress::SheetPlace place;
  SeenPaper seen;
};
// Papers that are not alike. Which known paper a keyed one was can't be known, since papers are
// mixed and bear no number that is keyed: those most alike are put beside each other.
struct PaperDifference {
  std::optional<KnownPaper> known;  // nothing: a paper more was counted
  std::optional<KeyedPlace> keyed;  // nothing: a paper less
};

struct Rehearsal {
  std::vector<ComparedPart> parts;  // those that there are; the total where both are
  std::vector<PaperDifference> papers;
  std::uint32_t papers_alike = 0;
  bool matches() const;
};

// Of a round of a rehearsal that is counted. Fails with `not_rehearsal`, `contest_phase` before it
// is counted, `known_votes_other`, `known_votes_bad`.
Result<Rehearsal> compare_rehearsal(const congress::State& state, const congress::Round& round,
                                    const KnownVotes& known);

// "Số phiếu bầu của 3. Nguyễn Văn C"; for people, in Vietnamese.
std::string figure_text(const std::string& name, const congress::Definition& definition);

}  // namespace hp::report
