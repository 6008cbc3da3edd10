// What the committee's sheets have in common: heading, warning of a rehearsal, signatures.
#pragma once

#include "paper/committee.h"
#include "paper/drawing.h"

namespace hp::paper::parts {

inline constexpr Length kLeft = mm(20);
inline constexpr Length kWidth = mm(170);

// A4 with the heading at its top, `title` under it; a rehearsal's says so at its foot.
Result<Sheet> sheet_of(const Heading& heading, const std::string& title, const pdf::Fonts& fonts);
// Where the heading ends.
inline constexpr Length kBody = mm(66);

struct Cell {
  std::string text;
  Look look{.size = pt(12)};
};
using Row = std::vector<Cell>;

// A table from `top`: each row as high as given, texts in the middle of their cells.
Result<void> put_table(Sheet& sheet, Length top, const std::vector<Length>& columns,
                       const std::vector<Length>& heights, const std::vector<Row>& rows,
                       const pdf::Fonts& fonts);

// Two places to sign beside each other.
void put_signatures(Sheet& sheet, Length top, const std::string& left, const std::string& right);

// "Chữ đậm" for titles of columns.
Cell title(std::string text);

pdf::Document document_of(const Heading& heading, const std::string& title);

}  // namespace hp::paper::parts
