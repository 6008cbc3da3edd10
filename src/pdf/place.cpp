#include "pdf/place.h"

#include <algorithm>

namespace hp::pdf {
namespace {

// Where the letters of Liberation Serif reach, in thousandths of the font size: a line's height is
// spread evenly above and below.
constexpr std::int64_t kAbove = 891;
constexpr std::int64_t kBelow = 216;

Length aligned(Align align, Length room, Length width) {
  if (align == Align::kCentre) return (room - width) / 2;
  if (align == Align::kRight) return room - width;
  return {};
}

class Placer {
 public:
  Placer(Span span, Tag parent, Tree& tree, const Fonts& fonts)
      : span_(span), parent_(parent), tree_(tree), fonts_(fonts) {}

  Result<void> operator()(const Paragraph& paragraph) {
    HP_ASSIGN(const auto lines, break_lines(paragraph, span_.width, fonts_));
    out_.height += paragraph.before;
    if (lines.empty()) return {};
    const Tag tag = tree_.add(tag_of(paragraph.role), parent_);
    for (const Line& line : lines) {
      const bool first = &line == &lines.front();
      out_.items.push_back({tag, set_line(line, paragraph, span_, out_.height, first)});
      out_.height += line_height(paragraph);
    }
    out_.height += paragraph.after;
    return {};
  }

  Result<void> operator()(const Rule& rule) {
    const Length width = rule.width == Length{} ? span_.width : rule.width;
    const Length x = span_.x + aligned(rule.align, span_.width, width);
    const Length y = out_.height + rule.before + rule.thickness / 2;
    out_.items.push_back({Tag::kDecoration, Stroke{x, y, x + width, y, rule.thickness}});
    out_.height += rule.before + rule.thickness + rule.after;
    return {};
  }

  Result<void> operator()(const Space& space) {
    out_.height += space.height;
    return {};
  }

  Result<void> operator()(const Field& field) {
    const Length x = span_.x + aligned(field.align, span_.width, field.width);
    out_.items.push_back(
        {tree_.add("Form", parent_, "", field.description), LaidField{x, out_.height, field}});
    out_.height += field.height;
    return {};
  }

  Placed out() && { return std::move(out_); }

 private:
  Span span_;
  Tag parent_;
  Tree& tree_;
  const Fonts& fonts_;
  Placed out_;
};

}  // namespace

LaidText set_line(const Line& line, const Paragraph& paragraph, Span span, Length y, bool first) {
  const Length indent = paragraph.indent + (first ? paragraph.first : Length{});
  const Length room = span.width - indent;
  const Length width = paragraph.size * line.width / 1000;
  const bool spread = paragraph.align == Align::kJustify && !line.ends_paragraph && line.spaces > 0;
  const Length above = (line_height(paragraph) - paragraph.size * (kAbove + kBelow) / 1000) / 2;
  return {.x = span.x + indent + aligned(paragraph.align, room, width),
          .baseline = y + above + paragraph.size * kAbove / 1000,
          .size = paragraph.size,
          .line = line,
          .slack = spread ? room - width : Length{}};
}

Result<Placed> place(const std::vector<Piece>& pieces, Span span, Tag parent, Tree& tree,
                     const Fonts& fonts) {
  Placer placer(span, parent, tree, fonts);
  for (const Piece& piece : pieces) HP_TRY(std::visit(placer, piece));
  return std::move(placer).out();
}

const char* tag_of(Role role) {
  switch (role) {
    case Role::kTitle:
      return "H1";
    case Role::kHeading:
      return "H2";
    case Role::kText:
      break;
  }
  return "P";
}

void Cursor::new_page() {
  laid_.pages.push_back({paper_.width, paper_.height, {}});
  y_ = paper_.top;
}

void Cursor::put(Tag tag, Thing thing) {
  move_down(thing, y_);
  laid_.pages.back().add(tag, std::move(thing));
}

void Cursor::put(Placed placed) {
  for (Item& item : placed.items) put(item.tag, std::move(item.thing));
  down(placed.height);
}

void Cursor::space(Length height) {
  if (!at_top()) down(std::min(height, std::max(room(), Length{})));
}

}  // namespace hp::pdf
