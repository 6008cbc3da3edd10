#include <algorithm>

#include "pdf/codes.h"
#include "pdf/flow.h"

namespace hp::pdf {

using namespace std::string_literals;

namespace {

constexpr Length kBeside = mm(1.6);  // between a cell's text and its lines
constexpr Length kTableAbove = mm(0.7);
constexpr Length kLine = pt(0.5);

struct Cell {
  Paragraph paragraph;
  std::vector<Line> lines;
  Tag tag = Tag::kDecoration;
  std::size_t done = 0;  // lines that stand on the pages already
};
using Cells = std::vector<Cell>;

std::int64_t most_lines(const Cells& cells) {
  std::size_t most = 1;
  for (const Cell& cell : cells) most = std::max(most, cell.lines.size() - cell.done);
  return static_cast<std::int64_t>(most);
}

class Tabler {
 public:
  Tabler(const Table& table, const Fonts& fonts, Span span)
      : table_(table), fonts_(fonts), span_(span) {}

  // The columns' widths. To be called first.
  Result<void> measure() {
    Length left = span_.width;
    std::int64_t equal = 0;
    for (const TableColumn& column : table_.columns) {
      left -= column.width;
      if (column.width == Length{}) ++equal;
    }
    if (left < Length{} || (equal > 0 && left / equal <= kBeside * 2)) {
      return fail(codes::kPdfDoesNotFit);
    }
    Length x = span_.x;
    for (const TableColumn& column : table_.columns) {
      const Length width = column.width == Length{} ? left / equal : column.width;
      spans_.push_back({x, width});
      x += width;
    }
    return {};
  }

  Result<Cells> titles() const {
    Cells cells;
    for (const TableColumn& column : table_.columns) {
      HP_TRY(add(cells, {{column.title, Face::kBold}}, Align::kCentre));
    }
    return cells;
  }

  Result<Cells> row(std::size_t i) const {
    const auto& texts = table_.rows[i];
    if (texts.size() != table_.columns.size()) return fail(codes::kPdfDoesNotFit, "", "columns");
    Cells cells;
    for (std::size_t c = 0; c < texts.size(); ++c) {
      HP_TRY(add(cells, texts[c], table_.columns[c].align));
    }
    return cells;
  }

  Length height(std::int64_t lines) const { return text_height() * lines + kTableAbove * 2; }
  Length height(const Cells& cells) const { return height(most_lines(cells)); }

  // How many lines of each cell fit into that height.
  std::int64_t lines_in(Length room) const {
    return (room - kTableAbove * 2).millipoints /
           std::max<std::int64_t>(text_height().millipoints, 1);
  }

  // The next `lines` lines of each cell, and the lines around them.
  void put(Cells& cells, std::int64_t lines, Cursor& cursor) const {
    const Length bottom = height(lines);
    for (std::size_t c = 0; c < cells.size(); ++c) {
      Cell& cell = cells[c];
      Length y = kTableAbove;
      // Short cells stand in the middle of their row's height.
      const auto own = static_cast<std::int64_t>(cell.lines.size());
      if (cell.done == 0 && own < lines) y += text_height() * (lines - own) / 2;
      for (std::int64_t i = 0; i < lines && cell.done < cell.lines.size(); ++i, ++cell.done) {
        cursor.put(cell.tag, set_line(cell.lines[cell.done], cell.paragraph, inner(spans_[c]), y,
                                      cell.done == 0));
        y += text_height();
      }
    }
    const Length right = spans_.back().x + spans_.back().width;
    const auto stroke = [&](Length x1, Length y1, Length x2, Length y2) {
      cursor.put(Tag::kDecoration, Stroke{x1, y1, x2, y2, kLine});
    };
    stroke(span_.x, Length{}, right, Length{});
    stroke(span_.x, bottom, right, bottom);
    for (const Span& span : spans_) stroke(span.x, Length{}, span.x, bottom);
    stroke(right, Length{}, right, bottom);
    cursor.down(bottom);
  }

 private:
  static Span inner(Span span) { return {span.x + kBeside, span.width - kBeside * 2}; }

  Length text_height() const { return line_height(paragraph()); }

  Paragraph paragraph() const {
    Paragraph out;
    out.size = table_.size;
    return out;
  }

  Result<void> add(Cells& cells, const std::vector<Run>& runs, Align align) const {
    Cell cell{.paragraph = paragraph(), .lines = {}};
    cell.paragraph.runs = runs;
    cell.paragraph.align = align;
    HP_ASSIGN(cell.lines, break_lines(cell.paragraph, inner(spans_[cells.size()]).width, fonts_));
    cells.push_back(std::move(cell));
    return {};
  }

  const Table& table_;
  const Fonts& fonts_;
  Span span_;
  std::vector<Span> spans_;
};

void tag_cells(Cells& cells, const char* type, const char* attributes, Tag table, Tree& tree) {
  const Tag row = tree.add("TR", table);
  for (Cell& cell : cells) cell.tag = tree.add(type, row, attributes);
}

void put_titles(const Tabler& tabler, Cells titles, Cursor& cursor) {
  const std::int64_t lines = most_lines(titles);
  tabler.put(titles, lines, cursor);
}

std::string row_name(std::size_t i) {
  return "rows["s + std::to_string(i) + "]";
}

}  // namespace

Result<Length> table_start(const Table& table, const Fonts& fonts, Span span) {
  Tabler tabler(table, fonts, span);
  HP_TRY(tabler.measure());
  HP_ASSIGN(const Cells titles, tabler.titles());
  if (table.rows.empty()) return tabler.height(titles);
  HP_ASSIGN(const Cells first, tabler.row(0));
  return tabler.height(titles) + tabler.height(first);
}

Result<void> lay_table(const Table& table, const Fonts& fonts, Cursor& cursor) {
  Tabler tabler(table, fonts, cursor.span());
  HP_TRY(tabler.measure());
  HP_ASSIGN(Cells titles, tabler.titles());
  if (tabler.height(titles) + tabler.height(1) > cursor.full()) {
    return fail(codes::kPdfDoesNotFit);
  }
  const Tag tag = cursor.tree().add("Table", Tag::kDocument);
  Cells first_titles = titles;
  tag_cells(first_titles, "TH", "/A << /O /Table /Scope /Column >>", tag, cursor.tree());
  put_titles(tabler, std::move(first_titles), cursor);
  for (Cell& cell : titles) cell.tag = Tag::kPagination;  // as they stand again on later pages
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    auto row = tabler.row(i);
    if (!row) return std::unexpected(under(row_name(i), std::move(row).error()));
    Cells cells = std::move(row).value();
    tag_cells(cells, "TD", "", tag, cursor.tree());
    const bool fits_a_page = tabler.height(titles) + tabler.height(cells) <= cursor.full();
    for (bool first = true;
         first ||
         std::ranges::any_of(cells, [](const Cell& cell) { return cell.done < cell.lines.size(); });
         first = false) {
      const std::int64_t lines = most_lines(cells);
      std::int64_t take = std::min(lines, tabler.lines_in(cursor.room()));
      if (take < 1 || (take < lines && fits_a_page)) {
        cursor.new_page();
        put_titles(tabler, titles, cursor);
        take = std::min(lines, tabler.lines_in(cursor.room()));
      }
      tabler.put(cells, take, cursor);
    }
  }
  return {};
}

}  // namespace hp::pdf
