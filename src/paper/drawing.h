// Texts, lines and tables on a sheet, for everything that this room prints.
#pragma once

#include <string>
#include <vector>

#include "paper/layout.h"
#include "pdf/document.h"
#include "pdf/fonts.h"

namespace hp::paper {

using pdf::Align;
using pdf::Face;
using pdf::Role;
using pdf::Sheet;

inline constexpr Length kHairline = mm(0.2);

pdf::Box filled(const Place& place);
pdf::Box outlined(const Place& place, Length line);  // drawn inside the place

struct Look {
  Length size = pt(13);
  Face face = Face::kRegular;
  Align align = Align::kLeft;
  Role role = Role::kText;
  int leading_percent = 115;
};
pdf::Paragraph paragraph(std::string text, const Look& look);

// A paragraph with the space above it.
struct Line {
  std::string text;
  Look look;
  Length before{};
};

// Lines under each other, in the middle of the place's height. Where they are too high, all are
// made smaller, down to `smallest` per cent. Fails with `paper_heading_long`, and as
// pdf::Fonts::glyphs does. Gives where the last ends.
Result<Length> put_lines(Sheet& sheet, const Place& place, std::vector<Line> lines,
                         const pdf::Fonts& fonts, int smallest = 60);

// One line in the middle of the place's height, not measured: for words of the program's own.
void put_line(Sheet& sheet, const Place& place, std::string text, const Look& look);

// A table of empty cells: lines around and between columns and rows.
void put_grid(Sheet& sheet, const Place& place, const std::vector<Length>& columns,
              const std::vector<Length>& rows);

// The words that a rehearsal's papers bear, as large as they fit, in a frame.
inline constexpr const char* kRehearsalWords = "DIỄN TẬP – KHÔNG CÓ GIÁ TRỊ BẦU CỬ";
Result<void> put_rehearsal(Sheet& sheet, const Place& place, const pdf::Fonts& fonts,
                           const std::string& words = kRehearsalWords);

}  // namespace hp::paper
