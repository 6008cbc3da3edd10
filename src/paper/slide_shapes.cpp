#include "paper/slide_shapes.h"

#include <algorithm>

#include "paper/codes.h"
#include "pdf/make.h"

namespace hp::paper::slide {
namespace {

constexpr Length kTop = mm(7);
constexpr Length kWide = kSlideWidth - kMargin * 2;
constexpr Length kStep = pt(2);
constexpr int kLeading = 115;

struct Fitted {
  pdf::Paragraph paragraph;
  Length height{};
};

// On one line in letters of `look.size` or, where that is too wide, in smaller ones; what doesn't
// fit one line of the smallest takes as many lines as it needs.
Result<Fitted> fitted(const std::string& text, Look look, Length width, const pdf::Fonts& fonts) {
  look.leading_percent = kLeading;
  for (;; look.size = std::max(look.size - kStep, kSmallestOnSlide)) {
    HP_ASSIGN(const Length one_line, fonts.width(text, look.face, look.size));
    if (one_line <= width || look.size <= kSmallestOnSlide) break;
  }
  Fitted out{paragraph(text, look), {}};
  HP_ASSIGN(out.height, pdf::height_of(out.paragraph, width, fonts));
  return out;
}

Result<Length> widest(std::span<const SlideRow> rows, std::string SlideRow::* text, Face face,
                      Length size, const pdf::Fonts& fonts) {
  Length out{};
  for (const SlideRow& row : rows) {
    HP_ASSIGN(const Length width, fonts.width(row.*text, face, size));
    out = std::max(out, width);
  }
  // What breaks lines counts in thousandths of the size: a hair more, so that none is broken.
  return out == Length{} ? out : out + pt(1);
}

// What an election, or another ballot, is on: "Bầu Ban Chấp hành …".
std::string ballot_on(const Heading& heading) {
  std::string out = heading.kind == Kind::kElection  ? "Bầu "
                    : heading.kind == Kind::kOpinion ? "Lấy phiếu xin ý kiến: "
                                                     : "Phiếu giới thiệu: ";
  return out + heading.office + (heading.body.empty() ? "" : " (" + heading.body + ")");
}

}  // namespace

Length column_width(int columns) {
  return (kWide - kGap * (columns - 1)) / columns;
}

void put(Sheet& sheet, const Block& block, Length x, Length y) {
  for (pdf::TextBox text : block.texts) {
    text.x += x;
    text.y += y;
    sheet.marks.emplace_back(std::move(text));
  }
}

Result<Head> head_of(const Heading& heading, const std::string& title, const std::string& about,
                     const pdf::Fonts& fonts) {
  const Look plain{.size = pt(26), .align = Align::kCentre};
  Look bold = plain;
  bold.face = Face::kBold;
  bold.size = pt(30);
  Look large = bold;
  large.size = pt(38);
  large.role = Role::kTitle;
  const std::string which = "Lần bầu thứ " + std::to_string(heading.ballot);
  Head out{{}, kTop};
  for (const auto& [text, look] :
       {std::pair{heading.congress + " " + heading.organisation + ", nhiệm kỳ " + heading.term,
                  plain},
        {title, large},
        {ballot_on(heading), bold},
        {which + (about.empty() ? "" : " – " + about), plain}}) {
    HP_ASSIGN(Fitted line, fitted(text, look, kWide, fonts));
    out.marks.emplace_back(pdf::TextBox{kMargin, out.bottom, kWide, std::move(line.paragraph)});
    out.bottom += line.height;
  }
  out.bottom += mm(4);
  if (out.bottom > kSlideHeight / 2) return fail(codes::kPaperHeadingLong, "heading", title);
  return out;
}

Result<void> put_foot(Sheet& sheet, const Heading& heading, std::size_t page, std::size_t pages,
                      const pdf::Fonts& fonts) {
  constexpr Length kHeight = mm(14);
  constexpr Length kNumber = mm(40);
  const Place place{kMargin, kSlideHeight - kHeight - mm(3), kWide - kNumber, kHeight};
  if (heading.rehearsal) HP_TRY(put_rehearsal(sheet, place, fonts));
  put_line(sheet, {place.right(), place.y, kNumber, kHeight},
           std::to_string(page) + "/" + std::to_string(pages),
           {.size = kSmallestOnSlide, .align = Align::kRight});
  return {};
}

Result<std::vector<Block>> rows(std::span<const SlideRow> rows, Length size, Length width,
                                const pdf::Fonts& fonts) {
  const Look number{size, Face::kRegular, Align::kRight, Role::kText, kLeading};
  const Look figures = number;
  HP_ASSIGN(const Length left, widest(rows, &SlideRow::number, number.face, size, fonts));
  HP_ASSIGN(const Length right, widest(rows, &SlideRow::figures, figures.face, size, fonts));
  const bool plain = right == Length{};
  // In a list of names they are all there is to read; beside figures they need the room.
  const Look name{size, plain ? Face::kBold : Face::kRegular, Align::kLeft, Role::kText, kLeading};
  const Length gap = size / 2;
  const Length start = left == Length{} ? left : left + gap;
  const Length room = width - start - (plain ? Length{} : right + gap);
  if (room <= Length{}) return fail(codes::kPaperNameLong, "figures");
  std::vector<Block> out;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    auto line = fitted(rows[i].name, name, room, fonts);
    if (!line) return std::unexpected(under("rows[" + std::to_string(i) + "]", line.error()));
    const Length height = std::max(line->height, size * kLeading / 100);
    // A name in smaller letters stands in the middle of its number's line.
    const Length down = (height - line->height) / 2;
    Block& block = out.emplace_back();
    block.height = height + size / 10;
    block.texts.push_back({{}, {}, left, paragraph(rows[i].number, number)});
    block.texts.push_back({start, down, room, std::move(line->paragraph)});
    if (plain) continue;
    block.texts.push_back({width - right, {}, right, paragraph(rows[i].figures, figures)});
  }
  return out;
}

Result<std::vector<Block>> sentences(std::span<const std::string> sentences, Length size,
                                     Length width, const pdf::Fonts& fonts) {
  const Look look{size, Face::kRegular, Align::kLeft, Role::kText, kLeading};
  const std::string last = std::to_string(sentences.size()) + ".";
  HP_ASSIGN(const Length number, fonts.width(last, look.face, size));
  const Length left = number + size / 2;
  std::vector<Block> out;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    pdf::Paragraph words = paragraph(sentences[i], look);
    auto height = pdf::height_of(words, width - left, fonts);
    if (!height) {
      return std::unexpected(under("sentences[" + std::to_string(i) + "]", height.error()));
    }
    Block& block = out.emplace_back();
    block.height = *height + size / 3;
    block.texts.push_back({{}, {}, left, paragraph(std::to_string(i + 1) + ".", look)});
    block.texts.push_back({left, {}, width - left, std::move(words)});
  }
  return out;
}

}  // namespace hp::paper::slide
