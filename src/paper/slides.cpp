#include "paper/slides.h"

#include <algorithm>

#include "paper/codes.h"
#include "paper/slide_shapes.h"
#include "pdf/make.h"

namespace hp::paper {
namespace {

using slide::Block;

// How letters and columns are tried, the largest first; the last holds on several pages what none
// holds on one.
struct Shape {
  Length size;
  int columns;
};
constexpr Shape kNames[] = {{pt(40), 1}, {pt(34), 1}, {pt(30), 2}, {pt(28), 2}};
constexpr Shape kFigures[] = {{pt(40), 1}, {pt(34), 1}, {pt(28), 1}, {pt(26), 2}};
constexpr Shape kSentences[] = {{pt(36), 1}, {pt(32), 1}, {pt(28), 1}, {pt(26), 1}};

std::string part_title(const SlidePart& part) {
  return std::visit([](const auto& it) { return it.title; }, part);
}
std::string part_about(const SlidePart& part) {
  return std::visit([](const auto& it) { return it.about; }, part);
}

std::span<const Shape> shapes_of(const SlidePart& part) {
  const auto* list = std::get_if<SlideList>(&part);
  if (list == nullptr) return kSentences;
  if (!list->rows.empty() && !list->rows.front().figures.empty()) return kFigures;
  return kNames;
}

Result<std::vector<Block>> blocks_of(const SlidePart& part, const Shape& shape,
                                     const pdf::Fonts& fonts) {
  const Length width = slide::column_width(shape.columns);
  if (const auto* list = std::get_if<SlideList>(&part)) {
    return slide::rows(list->rows, shape.size, width, fonts);
  }
  return slide::sentences(std::get<SlideText>(part).sentences, shape.size, width, fonts);
}

// The blocks of a page's columns, each column as far as it goes.
using Column = std::vector<Block>;
using Page = std::vector<Column>;

Length height_of_column(const Column& column) {
  Length out{};
  for (const Block& one : column) out += one.height;
  return out;
}

// At most `rows` blocks a column.
std::vector<Page> paged(const std::vector<Block>& blocks, int columns, Length height,
                        std::size_t rows) {
  std::vector<Page> out;
  for (const Block& block : blocks) {
    const bool full = out.empty() || out.back().back().size() == rows ||
                      height_of_column(out.back().back()) + block.height > height;
    if (full && (out.empty() || out.back().size() == static_cast<std::size_t>(columns))) {
      out.emplace_back();
    }
    if (full) out.back().emplace_back();
    out.back().back().push_back(block);
  }
  return out;
}

// As few pages as hold the blocks, and about as many on each.
std::vector<Page> spread(const std::vector<Block>& blocks, int columns, Length height) {
  const std::size_t pages = paged(blocks, columns, height, blocks.size()).size();
  const std::size_t places = pages * static_cast<std::size_t>(columns);
  return paged(blocks, columns, height, (blocks.size() + places - 1) / places);
}

class Maker {
 public:
  Maker(const Heading& heading, const pdf::Fonts& fonts) : heading_(heading), fonts_(fonts) {}

  Result<void> add(const SlidePart& part) {
    HP_ASSIGN(const slide::Head head,
              slide::head_of(heading_, part_title(part), part_about(part), fonts_));
    const Length height = slide::kBottom - head.bottom;
    std::vector<Page> pages;
    int columns = 1;
    for (const Shape& shape : shapes_of(part)) {
      HP_ASSIGN(const std::vector<Block> blocks, blocks_of(part, shape, fonts_));
      if (blocks.empty()) return {};
      const auto tall = std::ranges::find_if(blocks, [&](auto& it) { return it.height > height; });
      if (tall != blocks.end()) return fail(too_long(part), part_title(part));
      columns = shape.columns;
      pages = spread(blocks, columns, height);
      if (pages.size() == 1) break;
    }
    for (const Page& page : pages) put(head, page, columns);
    return {};
  }

  // With the numbers of the pages, which are known now.
  Result<std::vector<Sheet>> done() && {
    for (std::size_t i = 0; i < sheets_.size(); ++i) {
      HP_TRY(slide::put_foot(sheets_[i], heading_, i + 1, sheets_.size(), fonts_));
    }
    return std::move(sheets_);
  }

 private:
  static const ErrorCode& too_long(const SlidePart& part) {
    return std::holds_alternative<SlideList>(part) ? codes::kPaperNameLong
                                                   : codes::kPaperHeadingLong;
  }

  void put(const slide::Head& head, const Page& page, int columns) {
    Sheet& sheet = sheets_.emplace_back(Sheet{kSlideWidth, kSlideHeight, head.marks});
    Length x = slide::kMargin;
    for (const Column& column : page) {
      Length y = head.bottom;
      for (const Block& block : column) {
        slide::put(sheet, block, x, y);
        y += block.height;
      }
      x += slide::column_width(columns) + slide::kGap;
    }
  }

  const Heading& heading_;
  const pdf::Fonts& fonts_;
  std::vector<Sheet> sheets_;
};

}  // namespace

Result<Bytes> make_slides(const Slides& slides, const pdf::Fonts& fonts) {
  Maker maker(slides.heading, fonts);
  for (const SlidePart& part : slides.parts) HP_TRY(maker.add(part));
  pdf::Document document;
  document.title = "Trình chiếu: " + slides.heading.office;
  document.author = slides.heading.congress + " " + slides.heading.organisation;
  document.program = slides.heading.program;
  document.at = slides.heading.at;
  HP_ASSIGN(document.sheets, std::move(maker).done());
  if (document.sheets.empty()) return fail(codes::kPaperNames, "parts", "0");
  return pdf::make(document, fonts);
}

}  // namespace hp::paper
