// Ballot papers, and the heading of everything else that is printed for a round, out of the state
// of a congress: what paper/ballot.h makes a PDF of. Source: docs/design/paper.md section 1.
//
//   HP_ASSIGN(paper::Ballot ballot, report::ballot_paper_of(state, "ban-chap-hanh", 0, program));
//   ballot.size = paper::Size::kA5;
//   HP_ASSIGN(const paper::Printed printed, paper::make_ballots(ballot, fonts));
#pragma once

#include <cstdint>
#include <string>

#include "base/error.h"
#include "paper/ballot.h"

namespace hp::congress {
struct State;
}

namespace hp::report {

// Of a round whose list is approved and that was neither withdrawn nor annulled; `round` 0 is the
// newest. `program` ("homphieu 0.1.0") stands in the file, not on the paper; the file's date is the
// approval's. Fail with `contest_unknown`, `round_not_current`, `contest_phase`.
Result<paper::Heading> paper_heading_of(const congress::State& state, const std::string& contest,
                                        std::uint32_t round, const std::string& program);
Result<paper::Ballot> ballot_paper_of(const congress::State& state, const std::string& contest,
                                      std::uint32_t round, const std::string& program);

// Organisation, congress and term alone, for what belongs to no contest: cards.
paper::Heading congress_heading_of(const congress::State& state, const std::string& program);

// How many ballot papers there must be at the least: people present, where they were counted for
// the round, else official delegates (members) on the roll.
std::uint32_t papers_needed(const congress::State& state, const std::string& contest,
                            std::uint32_t round);

}  // namespace hp::report
