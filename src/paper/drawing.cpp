#include "paper/drawing.h"

#include "paper/codes.h"
#include "pdf/make.h"

namespace hp::paper {
namespace {

constexpr int kStepPercent = 4;

struct Scaled {
  std::vector<pdf::Paragraph> paragraphs;
  std::vector<Length> tops;
  Length height{};
};

Result<Scaled> scaled(const std::vector<Line>& lines, int percent, Length width,
                      const pdf::Fonts& fonts) {
  Scaled out;
  for (const Line& line : lines) {
    Look look = line.look;
    look.size = look.size * percent / 100;
    out.paragraphs.push_back(paragraph(line.text, look));
    HP_ASSIGN(const Length height, pdf::height_of(out.paragraphs.back(), width, fonts));
    out.height += line.before * percent / 100;
    out.tops.push_back(out.height);
    out.height += height;
  }
  return out;
}

}  // namespace

pdf::Box filled(const Place& place) {
  return {place.x, place.y, place.width, place.height, {}};
}

pdf::Box outlined(const Place& place, Length line) {
  return {place.x, place.y, place.width, place.height, line};
}

pdf::Paragraph paragraph(std::string text, const Look& look) {
  return {.runs = {{std::move(text), look.face}},
          .role = look.role,
          .align = look.align,
          .size = look.size,
          .leading_percent = look.leading_percent};
}

Result<Length> put_lines(Sheet& sheet, const Place& place, std::vector<Line> lines,
                         const pdf::Fonts& fonts, int smallest) {
  std::erase_if(lines, [](const Line& line) { return line.text.empty(); });
  for (int percent = 100; percent >= smallest; percent -= kStepPercent) {
    HP_ASSIGN(Scaled one, scaled(lines, percent, place.width, fonts));
    if (one.height > place.height) continue;
    const Length top = place.y + (place.height - one.height) / 2;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      sheet.marks.emplace_back(
          pdf::TextBox{place.x, top + one.tops[i], place.width, std::move(one.paragraphs[i])});
    }
    return top + one.height;
  }
  return fail(codes::kPaperHeadingLong, "", lines.empty() ? "" : lines.front().text);
}

void put_line(Sheet& sheet, const Place& place, std::string text, const Look& look) {
  const Length height = look.size * look.leading_percent / 100;
  sheet.marks.emplace_back(pdf::TextBox{place.x, place.y + (place.height - height) / 2, place.width,
                                        paragraph(std::move(text), look)});
}

void put_grid(Sheet& sheet, const Place& place, const std::vector<Length>& columns,
              const std::vector<Length>& rows) {
  Length x = place.x;
  sheet.marks.emplace_back(pdf::Stroke{x, place.y, x, place.bottom(), kHairline});
  for (const Length column : columns) {
    x += column;
    sheet.marks.emplace_back(pdf::Stroke{x, place.y, x, place.bottom(), kHairline});
  }
  // Half a line further on both sides, so that the corners are closed.
  const Length left = place.x - kHairline / 2;
  const Length right = place.right() + kHairline / 2;
  Length y = place.y;
  sheet.marks.emplace_back(pdf::Stroke{left, y, right, y, kHairline});
  for (const Length row : rows) {
    y += row;
    sheet.marks.emplace_back(pdf::Stroke{left, y, right, y, kHairline});
  }
}

Result<void> put_rehearsal(Sheet& sheet, const Place& place, const pdf::Fonts& fonts,
                           const std::string& words) {
  const Look look{.size = place.height, .face = Face::kBold, .align = Align::kCentre};
  sheet.marks.emplace_back(outlined(place, mm(0.8)));
  constexpr Length kInside = mm(1.2);
  const Place inside{place.x + kInside * 2, place.y + kInside, place.width - kInside * 4,
                     place.height - kInside * 2};
  HP_TRY(put_lines(sheet, inside, {{words, look}}, fonts, 20));
  return {};
}

}  // namespace hp::paper
