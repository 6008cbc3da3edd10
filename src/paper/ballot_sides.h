// The sides of one ballot paper as sheets: for what prints them as they are (ballot.cpp), and for
// what draws marks on them (deck.cpp).
#pragma once

#include "paper/ballot.h"
#include "pdf/document.h"

namespace hp::paper {

// A paper whose votes are known beforehand: where the seal would be stand its number and what is
// to be taken for seen on it.
struct Specimen {
  std::uint32_t number = 1;
  std::vector<std::string> taken_for;  // "phiếu rách"
};

// Each side with heading, names, marks and code; with `specimen`, of a rehearsal's paper, every
// side says "DIỄN TẬP – PHIẾU MẪU SỐ n". The ballot has been checked. Fails as make_ballots does
// with lengths.
Result<std::vector<pdf::Sheet>> sides_of(const Ballot& ballot, const Layout& layout,
                                         const pdf::Fonts& fonts,
                                         const Specimen* specimen = nullptr);

// An empty document about the ballot, `of` in its title.
pdf::Document document_of(const Ballot& ballot, const std::string& of);

// "PHIẾU BẦU CỬ"
const char* title_of(Kind kind);

// Whether the side after the last must be empty, so that no sheet printed on both sides holds two
// papers.
bool needs_empty_side(const Layout& layout);

}  // namespace hp::paper
