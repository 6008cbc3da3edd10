#include "paper/committee_parts.h"

namespace hp::paper::parts {
namespace {

std::string subject_of(const Heading& heading) {
  const std::string office =
      heading.office + (heading.body.empty() ? "" : " (" + heading.body + ")");
  switch (heading.kind) {
    case Kind::kOpinion:
      return "Lấy phiếu xin ý kiến: " + office;
    case Kind::kIntroduction:
      return "Phiếu giới thiệu: " + office;
    case Kind::kElection:
      break;
  }
  return "Nội dung bầu: " + office;
}

}  // namespace

Result<Sheet> sheet_of(const Heading& heading, const std::string& title, const pdf::Fonts& fonts) {
  Sheet sheet{.width = mm(210), .height = mm(297), .marks = {}};
  const Look plain{.size = pt(12), .align = Align::kCentre};
  Look bold = plain;
  bold.face = Face::kBold;
  Look large = bold;
  large.size = pt(18);
  large.role = Role::kTitle;
  HP_TRY(put_lines(sheet, {kLeft, mm(12), kWidth / 2 - mm(4), mm(22)},
                   {{heading.organisation, plain},
                    {heading.congress, plain},
                    {"Nhiệm kỳ " + heading.term, plain},
                    {"BAN KIỂM PHIẾU", bold}},
                   fonts));
  HP_TRY(put_lines(sheet, {kLeft + kWidth / 2 + mm(4), mm(12), kWidth / 2 - mm(4), mm(22)},
                   {{"ĐẢNG CỘNG SẢN VIỆT NAM", bold}, {"ngày …… tháng …… năm ………", plain, pt(8)}},
                   fonts));
  HP_TRY(put_lines(sheet, {kLeft, mm(37), kWidth, mm(26)},
                   {{title, large},
                    {subject_of(heading), bold, pt(4)},
                    {"(lần bầu thứ " + std::to_string(heading.ballot) + ")", plain}},
                   fonts));
  if (heading.rehearsal) HP_TRY(put_rehearsal(sheet, {kLeft, mm(280), kWidth, mm(10)}, fonts));
  return sheet;
}

Result<void> put_table(Sheet& sheet, Length top, const std::vector<Length>& columns,
                       const std::vector<Length>& heights, const std::vector<Row>& rows,
                       const pdf::Fonts& fonts) {
  constexpr Length kIndent = mm(1.5);
  Length height{};
  for (const Length one : heights) height += one;
  Length width{};
  for (const Length one : columns) width += one;
  put_grid(sheet, {kLeft, top, width, height}, columns, heights);
  Length y = top;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Length x = kLeft;
    for (std::size_t j = 0; j < rows[i].size(); ++j) {
      const Cell& cell = rows[i][j];
      HP_TRY(put_lines(sheet, {x + kIndent, y, columns[j] - kIndent * 2, heights[i]},
                       {{cell.text, cell.look}}, fonts));
      x += columns[j];
    }
    y += heights[i];
  }
  return {};
}

void put_signatures(Sheet& sheet, Length top, const std::string& left, const std::string& right) {
  const Look bold{.size = pt(12), .face = Face::kBold, .align = Align::kCentre};
  const Look italic{.size = pt(11), .face = Face::kItalic, .align = Align::kCentre};
  Length x = kLeft;
  for (const std::string& who : {left, right}) {
    put_line(sheet, {x, top, kWidth / 2, mm(6)}, who, bold);
    put_line(sheet, {x, top + mm(6), kWidth / 2, mm(5)}, "(ký, ghi rõ họ tên)", italic);
    x += kWidth / 2;
  }
}

Cell title(std::string text) {
  return {std::move(text), {.size = pt(11.5), .face = Face::kBold, .align = Align::kCentre}};
}

pdf::Document document_of(const Heading& heading, const std::string& title) {
  pdf::Document out;
  out.title = (heading.rehearsal ? "DIỄN TẬP – " : "") + title + ": " + heading.office;
  out.author = heading.congress + " " + heading.organisation;
  out.program = heading.program;
  out.at = heading.at;
  return out;
}

}  // namespace hp::paper::parts
