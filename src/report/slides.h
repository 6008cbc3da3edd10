// What the hall's screen shows of a round: who stands, how to vote, and once it is announced the
// result; before that no figure of any vote. paper/slides.h makes a PDF of it.
#pragma once

#include <cstdint>
#include <string>

#include "base/error.h"
#include "paper/slides.h"

namespace hp::congress {
struct State;
struct Round;
}  // namespace hp::congress

namespace hp::report {

// Of a round that ballot papers can be printed of; `round` 0 is the newest. The file's date is the
// approval's, and then the announcement's. Fails as ballot_paper_of and outcome_for do.
Result<paper::Slides> slides_of(const congress::State& state, const std::string& contest,
                                std::uint32_t round, const std::string& program);

// How to vote, a sentence a rule: of the paper's form (`ballot`), of the round's own settings, and
// of the way that it was opened for; before the opening, of papers.
// Source: docs/design/domain.md section 2.
std::vector<paper::SlidePart> how_to_vote(const congress::Round& round,
                                          const paper::Ballot& ballot);

// The announced result: who is elected, who is an alternate, who is tied, all others, each with
// votes and per cent; then the figures and what follows.
Result<std::vector<paper::SlidePart>> result_slides(const congress::State& state,
                                                    const congress::Round& round);

}  // namespace hp::report
