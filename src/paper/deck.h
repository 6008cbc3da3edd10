// A deck of papers whose votes are known beforehand, for a rehearsal: the round's own ballot paper,
// already marked, each saying "DIỄN TẬP – PHIẾU MẪU SỐ n" on every side.
//
//   HP_ASSIGN(const Bytes pdf, make_deck(ballot, {{.number = 1, .struck = {4}}}, fonts));
//
// Strikes go through the name in the middle of the place that the layout gives for it, crosses from
// corner to corner of their box. What ink on paper can't show (a torn paper, a second ink) is said
// where the seal would be: "Coi như: phiếu rách". Model: the test decks of VxSuite.
#pragma once

#include "paper/ballot.h"

namespace hp::paper {

struct Crosses {
  bool agree = false;
  bool disagree = false;
};

struct DeckPaper {
  std::uint32_t number = 1;
  std::vector<std::uint32_t> struck{};       // positions on the list, from 1; in box form too
  std::vector<std::uint32_t> half_struck{};  // of them, those whose strike ends in the name
  std::vector<Crosses> crosses{};            // box form: one a name; else empty
  std::vector<std::string> taken_for{};      // what is to be taken for seen
};

inline constexpr std::size_t kMostDeckPapers = 1'000;

// The papers in their order, each with all its sides; a paper with an odd number of sides above one
// is followed by an empty side. Fails with `paper_real_contest` where the ballot is no rehearsal's,
// `paper_count` (no paper, or more than kMostDeckPapers), `paper_names` (a position that is not on
// the list, or not a pair of boxes for each name; `where` "papers[3].struck"), and as make_ballots.
Result<Bytes> make_deck(const Ballot& ballot, const std::vector<DeckPaper>& papers,
                        const pdf::Fonts& fonts);

}  // namespace hp::paper
