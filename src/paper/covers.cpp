// Covers of batches.
#include "paper/codes.h"
#include "paper/committee_parts.h"
#include "pdf/make.h"

namespace hp::paper {
namespace {

using parts::Cell;
using parts::Row;

constexpr const char* kTitle = "BÌA LÔ PHIẾU";

Row row_for(const char* task) {
  return {Cell{task}, {}, {}, {}};
}

Result<Sheet> cover(const Heading& heading, std::uint32_t batch, const pdf::Fonts& fonts) {
  HP_ASSIGN(Sheet sheet, parts::sheet_of(heading, kTitle, fonts));
  const Place number{parts::kLeft, parts::kBody, parts::kWidth, mm(32)};
  sheet.marks.emplace_back(outlined(number, mm(0.5)));
  put_line(sheet, number, "LÔ SỐ " + std::to_string(batch),
           {.size = pt(54), .face = Face::kBold, .align = Align::kCentre, .role = Role::kHeading});
  Length y = number.bottom() + mm(6);
  const auto line = [&](const char* text) {
    put_line(sheet, {parts::kLeft, y, parts::kWidth, mm(8)}, text, {.size = pt(13)});
    y += mm(9);
  };
  line("Số phiếu trong lô (không quá 50): …………… Bằng chữ: …………………………");
  line("Đã trộn phiếu, rồi mới đánh số bằng bút chì, từ 1 đến: ……………");
  y += mm(4);
  HP_TRY(parts::put_table(
      sheet, y, {mm(64), mm(56), mm(20), mm(30)}, {mm(9), mm(12), mm(12), mm(12), mm(12), mm(12)},
      {{parts::title("Việc"), parts::title("Họ và tên"), parts::title("Giờ"), parts::title("Ký")},
       row_for("Đếm, đánh số phiếu"),
       row_for("Nhập lần thứ nhất"),
       row_for("Nhập lần thứ hai (người khác)"),
       row_for("Nhập lần thứ ba (nếu có)"),
       row_for("Xem phiếu hai lần nhập khác nhau")},
      fonts));
  y += mm(9 + 12 * 5 + 6);
  line("Số phiếu hai lần nhập khác nhau: ……………  Số phiếu chờ kết luận: ……………");
  line("Số phiếu khi đóng lô, đếm lại: ……………");
  parts::put_signatures(sheet, y + mm(4), "NGƯỜI ĐÓNG LÔ", "TRƯỞNG BAN KIỂM PHIẾU");
  return sheet;
}

}  // namespace

Result<Bytes> make_covers(const Heading& heading, std::uint32_t batches, const pdf::Fonts& fonts) {
  if (batches == 0 || batches > kMostBatches) {
    return fail(codes::kPaperCount, "batches", std::to_string(batches));
  }
  pdf::Document document = parts::document_of(heading, "Bìa lô phiếu");
  for (std::uint32_t batch = 1; batch <= batches; ++batch) {
    HP_ASSIGN(Sheet sheet, cover(heading, batch, fonts));
    document.sheets.push_back(std::move(sheet));
  }
  return pdf::make(document, fonts);
}

}  // namespace hp::paper
