#include "pdf/flow.h"

#include <algorithm>

#include "pdf/codes.h"

namespace hp::pdf {
namespace {

std::string place_name(const char* list, std::size_t i) {
  return std::string(list) + "[" + std::to_string(i) + "]";
}

class Flow {
 public:
  Flow(const Document& document, const Fonts& fonts, Laid& laid)
      : blocks_(document.flow), fonts_(fonts), cursor_(document.paper, laid) {}

  Result<void> run() {
    cursor_.new_page();
    for (at_ = 0; at_ < blocks_.size(); ++at_) {
      auto done = std::visit(*this, blocks_[at_]);
      if (!done) return std::unexpected(under(place_name("flow", at_), std::move(done).error()));
    }
    return {};
  }

  // Neither one line alone at the end of a page nor one alone at the top of the next.
  Result<void> operator()(const Paragraph& paragraph) {
    HP_ASSIGN(const auto lines, break_lines(paragraph, cursor_.span().width, fonts_));
    cursor_.space(paragraph.before);
    if (lines.empty()) return {};
    if (paragraph.keep_with_next) {
      HP_ASSIGN(const Length next, start_of(at_ + 1));
      need(line_height(paragraph) * count(lines) + paragraph.after + next);
    }
    const Tag tag = cursor_.tree().add(tag_of(paragraph.role), Tag::kDocument);
    for (std::int64_t done = 0; done < count(lines);) {
      const std::int64_t take = fitting(count(lines) - done, line_height(paragraph));
      for (const std::int64_t end = done + take; done < end; ++done) {
        const Line& line = lines[static_cast<std::size_t>(done)];
        cursor_.put(tag, set_line(line, paragraph, cursor_.span(), Length{}, done == 0));
        cursor_.down(line_height(paragraph));
      }
      if (done < count(lines)) cursor_.new_page();
    }
    cursor_.space(paragraph.after);
    return {};
  }

  Result<void> operator()(const Rule& rule) { return whole({Column{1, {rule}}}); }
  Result<void> operator()(const Field& field) { return whole({Column{1, {field}}}); }
  Result<void> operator()(const Space& space) {
    cursor_.space(space.height);
    return {};
  }
  Result<void> operator()(const PageBreak& /*unused*/) {
    if (!cursor_.at_top()) cursor_.new_page();
    return {};
  }
  Result<void> operator()(const Columns& columns) {
    cursor_.space(columns.before);
    HP_ASSIGN(Placed placed, beside(columns, cursor_.tree()));
    Length needed = placed.height;
    if (columns.keep_with_next) {
      HP_ASSIGN(const Length next, start_of(at_ + 1));
      needed += columns.after + next;
    }
    need(needed);
    if (placed.height > cursor_.room()) return fail(codes::kPdfDoesNotFit);
    cursor_.put(std::move(placed));
    cursor_.space(columns.after);
    return {};
  }
  Result<void> operator()(const Table& table) {
    cursor_.space(table.before);
    HP_ASSIGN(const Length start, table_start(table, fonts_, cursor_.span()));
    need(start);
    HP_TRY(lay_table(table, fonts_, cursor_));
    cursor_.space(table.after);
    return {};
  }

 private:
  static std::int64_t count(const std::vector<Line>& lines) {
    return static_cast<std::int64_t>(lines.size());
  }

  void need(Length height) {
    if (height > cursor_.room() && !cursor_.at_top()) cursor_.new_page();
  }

  std::int64_t fitting(std::int64_t lines, Length height) const {
    const std::int64_t room =
        cursor_.room().millipoints / std::max<std::int64_t>(height.millipoints, 1);
    if (lines <= room) return lines;
    const std::int64_t take = lines - room == 1 ? room - 1 : room;
    if (take >= 2) return take;
    return cursor_.at_top() ? 1 : 0;
  }

  // How much of the block must follow a block that is kept with it.
  Result<Length> start_of(std::size_t i) const {
    if (i >= blocks_.size()) return Length{};
    const Block& block = blocks_[i];
    const Length width = cursor_.span().width;
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      HP_ASSIGN(const auto lines, break_lines(*paragraph, width, fonts_));
      const bool all = paragraph->keep_with_next || count(lines) <= 3;
      const Length own = line_height(*paragraph) * (all ? count(lines) : 2);
      if (!paragraph->keep_with_next) return paragraph->before + own;
      HP_ASSIGN(const Length next, start_of(i + 1));
      return paragraph->before + own + paragraph->after + next;
    }
    if (const auto* table = std::get_if<Table>(&block)) {
      HP_ASSIGN(const Length start, table_start(*table, fonts_, cursor_.span()));
      return table->before + start;
    }
    if (const auto* columns = std::get_if<Columns>(&block)) {
      Tree unused;
      HP_ASSIGN(const Placed placed, beside(*columns, unused));
      if (!columns->keep_with_next) return columns->before + placed.height;
      HP_ASSIGN(const Length next, start_of(i + 1));
      return columns->before + placed.height + columns->after + next;
    }
    if (const auto* space = std::get_if<Space>(&block)) {
      HP_ASSIGN(const Length next, start_of(i + 1));
      return space->height + next;
    }
    return Length{};
  }

  Result<Placed> beside(const Columns& columns, Tree& tree) const {
    const auto gaps = static_cast<std::int64_t>(columns.columns.size()) - 1;
    const Length width = cursor_.span().width - columns.gap * gaps;
    std::int64_t shares = 0;
    for (const Column& column : columns.columns) shares += column.share;
    Placed out;
    Length x = cursor_.span().x;
    for (const Column& column : columns.columns) {
      if (column.share <= 0) return fail(codes::kPdfDoesNotFit);
      const Span span{x, width * column.share / shares};
      HP_ASSIGN(Placed one, place(column.pieces, span, Tag::kDocument, tree, fonts_));
      std::ranges::move(one.items, std::back_inserter(out.items));
      out.height = std::max(out.height, one.height);
      x += span.width + columns.gap;
    }
    return out;
  }

  Result<void> whole(Columns columns) { return (*this)(columns); }
  Result<void> whole(std::vector<Column> columns) {
    return (*this)(Columns{.columns = std::move(columns)});
  }

  const std::vector<Block>& blocks_;
  const Fonts& fonts_;
  Cursor cursor_;
  std::size_t at_ = 0;
};

// "2/3", centred in the upper margin.
Result<void> number_pages(const Paper& paper, const Fonts& fonts, Laid& laid) {
  const std::string total = std::to_string(laid.pages.size());
  std::size_t number = 0;
  for (LaidPage& page : laid.pages) {
    Paragraph text;
    text.align = Align::kCentre;
    text.size = pt(12);
    text.runs.push_back({std::to_string(++number) + "/" + total});
    HP_ASSIGN(const auto lines, break_lines(text, paper.width, fonts));
    const Length y = paper.top / 2 - line_height(text) / 2;
    const Span whole{Length{}, paper.width};
    page.add(Tag::kPagination, set_line(lines.front(), text, whole, y, true));
  }
  return {};
}

class Drawer {
 public:
  Drawer(LaidPage& page, Tree& tree, const Fonts& fonts)
      : page_(page), tree_(tree), fonts_(fonts) {}

  Result<void> operator()(const Box& box) { return put(Tag::kDecoration, box); }
  Result<void> operator()(const Stroke& stroke) { return put(Tag::kDecoration, stroke); }
  Result<void> operator()(const TextBox& box) {
    HP_ASSIGN(Placed placed,
              place({box.paragraph}, {box.x, box.width}, Tag::kDocument, tree_, fonts_));
    for (Item& item : placed.items) {
      move_down(item.thing, box.y);
      page_.add(item.tag, std::move(item.thing));
    }
    return {};
  }
  Result<void> operator()(const Picture& picture) {
    const Tag tag = picture.words.empty() ? Tag::kDecoration
                                          : tree_.add("Figure", Tag::kDocument, "", picture.words);
    if (picture.boxes.empty()) return {};
    return put(tag, LaidPicture{picture.boxes});
  }
  Result<void> operator()(const FieldBox& box) {
    return put(tree_.add("Form", Tag::kDocument, "", box.field.description),
               LaidField{box.x, box.y, box.field});
  }

 private:
  Result<void> put(Tag tag, Thing thing) {
    page_.add(tag, std::move(thing));
    return {};
  }
  LaidPage& page_;
  Tree& tree_;
  const Fonts& fonts_;
};

}  // namespace

Result<void> lay_flow(const Document& document, const Fonts& fonts, Laid& laid) {
  if (document.flow.empty()) return {};
  HP_TRY(Flow(document, fonts, laid).run());
  if (document.numbered) HP_TRY(number_pages(document.paper, fonts, laid));
  return {};
}

Result<void> lay_sheets(const Document& document, const Fonts& fonts, Laid& laid) {
  for (std::size_t i = 0; i < document.sheets.size(); ++i) {
    const Sheet& sheet = document.sheets[i];
    LaidPage page{sheet.width, sheet.height, {}};
    Drawer drawer(page, laid.tree, fonts);
    for (std::size_t mark = 0; mark < sheet.marks.size(); ++mark) {
      auto done = std::visit(drawer, sheet.marks[mark]);
      if (!done) {
        return std::unexpected(under(place_name("sheets", i) + "." + place_name("marks", mark),
                                     std::move(done).error()));
      }
    }
    laid.pages.push_back(std::move(page));
  }
  return {};
}

}  // namespace hp::pdf
