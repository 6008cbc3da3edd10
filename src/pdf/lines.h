// Paragraphs broken into lines.
#pragma once

#include <vector>

#include "base/error.h"
#include "pdf/document.h"

namespace hp::pdf {

struct Letter {
  Glyph glyph;
  Face face = Face::kRegular;
};

// The spaces at which a line was broken stand at its end, so that a reader parts the words; they
// count neither in `width` nor in `spaces`.
struct Line {
  std::vector<Letter> letters;
  std::int64_t width = 0;  // in thousandths of the font size
  std::int64_t spaces = 0;
  bool ends_paragraph = false;
};

// Greedy: as many words as fit. Fails with what Fonts::glyphs fails with, and `kPdfDoesNotFit`
// where the indent leaves no width.
Result<std::vector<Line>> break_lines(const Paragraph& paragraph, Length width, const Fonts& fonts);

Length line_height(const Paragraph& paragraph);

}  // namespace hp::pdf
