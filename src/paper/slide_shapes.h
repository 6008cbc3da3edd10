// What stands on a slide, measured: its head and foot, rows of a list, sentences. slides.cpp puts
// them on pages.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "paper/drawing.h"
#include "paper/slides.h"

namespace hp::paper::slide {

inline constexpr Length kMargin = mm(12);
inline constexpr Length kGap = mm(10);      // between two columns
inline constexpr Length kBottom = mm(172);  // where a page's blocks end; the foot is below

Length column_width(int columns);

// Marks from a block's own top left corner.
struct Block {
  std::vector<pdf::TextBox> texts;
  Length height{};  // with the space below
};
void put(Sheet& sheet, const Block& block, Length x, Length y);

// In the middle of the page's top; the blocks begin at `bottom`.
struct Head {
  std::vector<pdf::Mark> marks;
  Length bottom{};
};
// Fails with `paper_heading_long` where it would leave less than half the page, and as
// pdf::Fonts::glyphs does.
Result<Head> head_of(const Heading& heading, const std::string& title, const std::string& about,
                     const pdf::Fonts& fonts);

// "2/7", and the words of a rehearsal.
Result<void> put_foot(Sheet& sheet, const Heading& heading, std::size_t page, std::size_t pages,
                      const pdf::Fonts& fonts);

// Numbers at the left, figures at the right, in columns as wide as the widest of them. `where` of
// an error names the row.
Result<std::vector<Block>> rows(std::span<const SlideRow> rows, Length size, Length width,
                                const pdf::Fonts& fonts);

Result<std::vector<Block>> sentences(std::span<const std::string> sentences, Length size,
                                     Length width, const pdf::Fonts& fonts);

}  // namespace hp::paper::slide
