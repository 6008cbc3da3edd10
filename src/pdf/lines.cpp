#include "pdf/lines.h"

#include "pdf/codes.h"
#include "pdf/make.h"

namespace hp::pdf {
namespace {

bool is_space(const Letter& letter) {
  return letter.glyph.letter == U' ';
}

Line line_of(const std::vector<Letter>& letters, std::size_t begin, std::size_t end) {
  Line line;
  const auto at = [&](std::size_t i) { return letters.begin() + static_cast<std::ptrdiff_t>(i); };
  line.letters.assign(at(begin), at(end));
  line.ends_paragraph = end == letters.size();
  std::size_t visible = line.letters.size();
  while (visible > 0 && is_space(line.letters[visible - 1])) --visible;
  for (std::size_t i = 0; i < visible; ++i) {
    line.width += line.letters[i].glyph.advance;
    if (is_space(line.letters[i])) ++line.spaces;
  }
  return line;
}

// Where the line that begins at `begin` ends; `limit` in thousandths of the font size.
std::size_t end_of_line(const std::vector<Letter>& letters, std::size_t begin, std::int64_t limit) {
  std::int64_t sum = 0;
  std::size_t after_space = begin;
  for (std::size_t i = begin; i < letters.size(); ++i) {
    sum += letters[i].glyph.advance;
    if (is_space(letters[i])) {
      after_space = i + 1;
    } else if (sum > limit) {
      if (after_space > begin) return after_space;
      return std::max(i, begin + 1);
    }
  }
  return letters.size();
}

}  // namespace

Result<std::vector<Line>> break_lines(const Paragraph& paragraph, Length width,
                                      const Fonts& fonts) {
  std::vector<Letter> letters;
  for (const Run& run : paragraph.runs) {
    HP_ASSIGN(const auto glyphs, fonts.glyphs(run.text, run.face));
    for (const Glyph& glyph : glyphs) letters.push_back({glyph, run.face});
  }
  std::vector<Line> lines;
  for (std::size_t begin = 0; begin < letters.size();) {
    const Length room = width - paragraph.indent - (begin == 0 ? paragraph.first : Length{});
    if (room <= Length{} || paragraph.size <= Length{}) return fail(codes::kPdfDoesNotFit);
    const std::int64_t limit = room.millipoints * 1000 / paragraph.size.millipoints;
    const std::size_t end = end_of_line(letters, begin, limit);
    lines.push_back(line_of(letters, begin, end));
    begin = end;
  }
  return lines;
}

Length line_height(const Paragraph& paragraph) {
  return paragraph.size * paragraph.leading_percent / 100;
}

Result<Length> height_of(const Paragraph& paragraph, Length width, const Fonts& fonts) {
  HP_ASSIGN(const auto lines, break_lines(paragraph, width, fonts));
  return line_height(paragraph) * static_cast<std::int64_t>(lines.size());
}

}  // namespace hp::pdf
