// Keying sheets, and the account of the papers.
#include "paper/codes.h"
#include "paper/committee_parts.h"
#include "pdf/make.h"

namespace hp::paper {
namespace {

using parts::Cell;
using parts::Row;

Result<Sheet> account(const Heading& heading, const pdf::Fonts& fonts) {
  HP_ASSIGN(Sheet sheet, parts::sheet_of(heading, "BẢNG SỐ LIỆU PHIẾU", fonts));
  const Look number{.size = pt(12), .align = Align::kCentre};
  const auto row = [&](const char* no, const char* what) {
    return Row{Cell{no, number}, Cell{what}, {}, {}};
  };
  HP_TRY(parts::put_table(sheet, parts::kBody, {mm(12), mm(64), mm(30), mm(64)},
                          {mm(9), mm(13), mm(13), mm(13), mm(13), mm(13)},
                          {{parts::title("TT"), parts::title("Số phiếu"), parts::title("Bằng số"),
                            parts::title("Bằng chữ")},
                           row("1", "In (đóng dấu, chuẩn bị)"),
                           row("2", "Phát ra"),
                           row("3", "Hỏng, đổi phiếu khác"),
                           row("4", "Không dùng"),
                           row("5", "Thu về")},
                          fonts));
  Length y = parts::kBody + mm(9 + 13 * 5 + 6);
  for (const char* text : {"Phải đúng trước khi đếm (đánh dấu vào ô):",
                           "in (1) = phát ra (2) + hỏng (3) + không dùng (4)",
                           "thu về (5) không nhiều hơn phát ra (2)",
                           "thu về (5) = tổng số phiếu trong các lô: ……………, số lô: ……………"}) {
    const bool is_check = text[0] != 'P';
    if (is_check) {
      sheet.marks.emplace_back(
          outlined({parts::kLeft + mm(2), y + mm(1.5), mm(5), mm(5)}, mm(0.35)));
    }
    const Length x = parts::kLeft + (is_check ? mm(11) : Length{});
    put_line(sheet, {x, y, parts::kWidth, mm(8)}, text, {.size = pt(13)});
    y += mm(9);
  }
  put_line(sheet, {parts::kLeft, y, parts::kWidth, mm(8)},
           "Nếu không đúng: dừng, đếm lại từ con số nghi sai, ghi lý do vào biên bản.",
           {.size = pt(13), .face = Face::kItalic});
  parts::put_signatures(sheet, y + mm(14), "NGƯỜI PHÁT, THU PHIẾU", "TRƯỞNG BAN KIỂM PHIẾU");
  return sheet;
}

Result<Sheet> notes(const Heading& heading, const pdf::Fonts& fonts) {
  HP_ASSIGN(Sheet sheet, parts::sheet_of(heading, "PHIẾU GHI CHÚ NHẬP PHIẾU", fonts));
  put_line(sheet, {parts::kLeft, mm(62), parts::kWidth, mm(8)},
           "Lô số: ………  Lần nhập thứ: ………  Người nhập: ……………………………… Ký: ……………", {.size = pt(12)});
  constexpr int kLines = kMostInBatch / 2;
  const Look number{.size = pt(11), .align = Align::kCentre};
  std::vector<Length> heights(kLines + 1, mm(7.6));
  std::vector<Row> rows{{parts::title("Phiếu"), parts::title("Ghi chú"), parts::title("Phiếu"),
                         parts::title("Ghi chú")}};
  for (int i = 1; i <= kLines; ++i) {
    rows.push_back(
        {Cell{std::to_string(i), number}, {}, Cell{std::to_string(i + kLines), number}, {}});
  }
  HP_TRY(parts::put_table(sheet, mm(71.5), {mm(14), mm(71), mm(14), mm(71)}, heights, rows, fonts));
  put_line(
      sheet, {parts::kLeft, mm(270), parts::kWidth, mm(7)},
      "Chỉ ghi điều phải hỏi ban kiểm phiếu (mờ, rách, có dấu lạ…), không ghi tên người được bầu.",
      {.size = pt(11), .face = Face::kItalic});
  return sheet;
}

}  // namespace

Result<Bytes> make_keying(const Heading& heading, std::uint32_t sheets, const pdf::Fonts& fonts) {
  if (sheets == 0 || sheets > kMostBatches) {
    return fail(codes::kPaperCount, "sheets", std::to_string(sheets));
  }
  pdf::Document document = parts::document_of(heading, "Phiếu ghi chú, bảng số liệu phiếu");
  HP_ASSIGN(Sheet first, account(heading, fonts));
  document.sheets.push_back(std::move(first));
  HP_ASSIGN(const Sheet one, notes(heading, fonts));
  document.sheets.insert(document.sheets.end(), sheets, one);
  return pdf::make(document, fonts);
}

}  // namespace hp::paper
