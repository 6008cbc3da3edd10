// The measures of a ballot paper, of each size; plan.cpp sets the names on them.
#pragma once

#include <array>

#include "paper/ballot.h"

namespace hp::paper {

inline constexpr Length kRow = mm(8.6);
inline constexpr Length kBox = mm(6);
inline constexpr Length kBoxLine = mm(0.35);
inline constexpr Length kColumn = mm(30);  // from box to box
inline constexpr Length kSealDistance = mm(15);

struct Frame {
  Length width, height;
  std::array<Point, 4> marks;
  Place seal;
  Place head;    // right of the seal: party, organisation, congress, term
  Place titles;  // over the whole width: title, office, how to vote
  Place qr;
  Place page;     // "Trang 1/2"
  Place warning;  // of a rehearsal
  Place table;    // from the row of titles to the last row that may be
  Length title_row;
  Length number;  // width of the column of numbers
  int rows = 0;
  Length head_size, name_size, title_size;  // of letters
};
const Frame& frame_of(Size size);

// The sides of one paper: where its marks, codes and people are. The ballot has been checked.
Layout plan(const Ballot& ballot);

// The cell of the table that a person's name has, lines included; PersonPlace::name is inside.
Place row_of(const Frame& frame, int row);

}  // namespace hp::paper
