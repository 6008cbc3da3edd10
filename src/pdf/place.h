// Pieces laid under each other in a column, and the cursor that walks down the pages.
#pragma once

#include "pdf/laid.h"

namespace hp::pdf {

// Things whose places count from the top of the piece.
struct Placed {
  std::vector<Item> items;
  Length height{};
};

// A column of a page: from `x`, `width` wide.
struct Span {
  Length x, width;
};

// One line of the paragraph, with `y` as the top of the line.
LaidText set_line(const Line& line, const Paragraph& paragraph, Span span, Length y, bool first);

// Pieces under each other; their tags become kids of `parent`. Fails as break_lines does.
Result<Placed> place(const std::vector<Piece>& pieces, Span span, Tag parent, Tree& tree,
                     const Fonts& fonts);

// The tag of a role: "P", "H1", "H2".
const char* tag_of(Role role);

class Cursor {
 public:
  Cursor(const Paper& paper, Laid& laid) : paper_(paper), laid_(laid) {}

  Span span() const { return {paper_.left, paper_.width - paper_.left - paper_.right}; }
  Length room() const { return paper_.height - paper_.bottom - y_; }
  Length full() const { return paper_.height - paper_.bottom - paper_.top; }
  bool at_top() const { return y_ == paper_.top; }
  Tree& tree() { return laid_.tree; }

  void new_page();
  // A thing whose place counts from the cursor.
  void put(Tag tag, Thing thing);
  void put(Placed placed);  // and goes below it
  void down(Length by) { y_ += by; }
  // Empty space, which vanishes at the top and at the end of a page.
  void space(Length height);

 private:
  const Paper& paper_;
  Laid& laid_;
  Length y_{};
};

}  // namespace hp::pdf
