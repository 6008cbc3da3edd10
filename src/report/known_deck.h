// A set of known votes made for a rehearsal, and the papers they are printed on.
//
//   HP_ASSIGN(const KnownVotes known, make_known_votes(state, round, {.papers = 40, .seed = 7}));
//   HP_ASSIGN(const Bytes deck, paper::make_deck(ballot, deck_papers(known, definition), fonts));
#pragma once

#include <cstdint>
#include <vector>

#include "paper/deck.h"
#include "pdf/fonts.h"
#include "report/known_votes.h"

namespace hp::report {

struct DeckPlan {
  std::uint32_t papers = 0;   // 0: every case once, and ten more
  std::uint32_t ballots = 0;  // electronic
  std::uint64_t seed = 1;
};

// Among the papers is each of these at least once: every name voted for and every name not, as
// valid votes; as many votes as seats; the paper as it was printed; nobody; in strike-out form too
// many votes by one; in box form both boxes and none at a name; each defect that the form can have,
// held papers with either conclusion; two defects on one paper. The others are drawn by the seed,
// earlier names with more votes, and all are in an order drawn by it. The same plan gives the same
// votes, on every machine. Fails with `known_votes_few`: "papers" below the cases or above
// kMostKnownVotes, "ballots" above it or, where there are any, below the round's minimum; the two
// numbers as detail.
Result<KnownVotes> make_known_votes(const congress::State& state, const congress::Round& round,
                                    const DeckPlan& plan);

// As they are printed: strikes and crosses, and in words what ink can't show.
std::vector<paper::DeckPaper> deck_papers(const KnownVotes& known,
                                          const congress::Definition& definition);

// The list of the papers for the head of the committee alone: what is on each, what it counts as,
// what the committee is to conclude, and what the count must come to. Fails as pdf::make does.
Result<Bytes> deck_list(const congress::State& state, const congress::Round& round,
                        const KnownVotes& known, const pdf::Fonts& fonts);

}  // namespace hp::report
