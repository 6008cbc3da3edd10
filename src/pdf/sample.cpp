#include "pdf/sample.h"

namespace hp::pdf::testing {
namespace {

Paragraph centred(std::string text, Face face, Length size = pt(13)) {
  return {.runs = {{std::move(text), face}}, .align = Align::kCentre, .size = size};
}

Paragraph text(std::string words, Length first = mm(10)) {
  return {.runs = {{std::move(words)}}, .first = first, .before = pt(3), .after = pt(3)};
}

Paragraph heading(std::string words) {
  return {.runs = {{std::move(words), Face::kBold}},
          .role = Role::kHeading,
          .align = Align::kLeft,
          .before = pt(8),
          .after = pt(3),
          .keep_with_next = true};
}

const char* const kNames[] = {
    "Nguyễn Thị Ngọc Ánh", "Trương Vĩnh Ký",
    "Đặng Đình Ý",         "Hồ Nguyễn Phương Thảo",
    "Bùi Thị Xuân",        "Công Tằng Tôn Nữ Hoàng Phương Quỳnh Như Ý Đoan Trang",
    "Lê Hữu Trác",         "Vũ Ngọc Phượng"};

Table table(int names) {
  Table out{.columns = {{"TT", mm(12), Align::kRight},
                        {"Họ và tên", {}, Align::kLeft},
                        {"Số phiếu", mm(25), Align::kRight},
                        {"Tỷ lệ %", mm(25), Align::kRight}},
            .rows = {}};
  for (int i = 0; i < names; ++i) {
    out.rows.push_back({{{std::to_string(i + 1)}},
                        {{kNames[static_cast<std::size_t>(i) % std::size(kNames)]}},
                        {{std::to_string(242 - i % 200)}},
                        {{std::to_string(98 - i % 90) + ",78"}}});
  }
  return out;
}

}  // namespace

Document sample(int names, int fields) {
  Document out;
  out.title = "Biên bản kiểm phiếu";
  out.author = "Ban Kiểm phiếu";
  out.program = "homphieu 0.1.0";
  out.at = {1595900100000};  // 2020-07-28 08:35 in Vietnam
  Columns head{.columns = {{2, {}}, {3, {}}}};
  head.columns[0].pieces = {centred("Đảng bộ quận Cẩm Lệ", Face::kRegular),
                            centred("BAN KIỂM PHIẾU", Face::kBold), centred("*", Face::kRegular)};
  head.columns[1].pieces = {centred("ĐẢNG CỘNG SẢN VIỆT NAM", Face::kBold, pt(15)),
                            Rule{.width = mm(62)},
                            centred("Đà Nẵng, ngày 28 tháng 7 năm 2020", Face::kItalic)};
  out.flow.emplace_back(head);
  Paragraph title = centred("BIÊN BẢN KIỂM PHIẾU", Face::kBold, pt(16));
  title.role = Role::kTitle;
  title.before = pt(18);
  out.flow.emplace_back(title);
  out.flow.emplace_back(text(
      "Đại hội đại biểu lần thứ IV Đảng bộ quận Cẩm Lệ, nhiệm kỳ 2020–2025, họp từ ngày 28 tháng 7 "
      "năm 2020 đến ngày 29 tháng 7 năm 2020 tại Đà Nẵng, đã bầu “Ban Chấp hành” khóa mới theo "
      "Quy chế bầu cử trong Đảng."));
  out.flow.emplace_back(heading("1. KẾT QUẢ KIỂM PHIẾU"));
  out.flow.emplace_back(table(names));
  Paragraph mixed = text("Trúng cử: ");
  mixed.runs.push_back({"3 người", Face::kBold});
  mixed.runs.push_back({", ghi theo "});
  mixed.runs.push_back({"số phiếu từ cao xuống thấp", Face::kItalic});
  mixed.runs.push_back({"; mã gốc "});
  mixed.runs.push_back({std::string(64, 'a'), Face::kBoldItalic});
  mixed.runs.push_back({"."});
  out.flow.emplace_back(mixed);
  Columns signing{.columns = {{1, {}}, {1, {}}}, .before = pt(12)};
  signing.columns[0].pieces = {centred("TM. ĐOÀN CHỦ TỊCH", Face::kBold),
                               Field{"chu_tich", "Nguyễn Văn An", mm(60), mm(22)},
                               centred("Nguyễn Văn An", Face::kBold)};
  signing.columns[1].pieces = {centred("TM. BAN KIỂM PHIẾU", Face::kBold),
                               Field{"truong_ban", "Lê Thị Hạnh", mm(60), mm(22)},
                               centred("Lê Thị Hạnh", Face::kBold)};
  out.flow.emplace_back(signing);
  for (int i = 1; i <= fields; ++i) {
    out.flow.emplace_back(Field{.name = "uy_vien_" + std::to_string(i),
                                .description = "Ủy viên " + std::to_string(i)});
  }
  out.attachments.push_back({"bien_ban.json", "application/json", "Dữ liệu của biên bản",
                             to_bytes(view("{\"votes\":[200,130,242]}\n")), out.at});
  return out;
}

Document ballot_sample() {
  Document out;
  out.title = "Phiếu bầu";
  out.program = "homphieu 0.1.0";
  out.at = {1595900100000};
  Sheet sheet{.width = mm(148), .height = mm(210)};
  for (const double x : {13.0, 135.0}) {
    for (const double y : {13.0, 197.0}) {
      sheet.marks.emplace_back(Box{mm(x - 3), mm(y - 3), mm(6), mm(6)});
    }
  }
  sheet.marks.emplace_back(
      TextBox{mm(30), mm(20), mm(88), centred("PHIẾU BẦU CỬ", Face::kBold, pt(16))});
  for (int i = 0; i < 8; ++i) {
    const Length y = mm(50 + 8.6 * i);
    Paragraph name = text(std::to_string(i + 1) + ". " + kNames[i], {});
    name.before = {};
    sheet.marks.emplace_back(TextBox{mm(22), y, mm(70), name});
    sheet.marks.emplace_back(Box{mm(97), y, mm(6), mm(6), mm(0.35)});
    sheet.marks.emplace_back(Stroke{mm(22), y + mm(7.5), mm(126), y + mm(7.5), pt(0.3)});
  }
  Picture picture{.words = "Mã của phiếu"};
  for (int i = 0; i < 5; ++i) {
    picture.boxes.push_back({mm(100 + 2 * i), mm(170 + 2 * (i % 3)), mm(2), mm(2)});
  }
  sheet.marks.emplace_back(picture);
  out.sheets.push_back(sheet);
  return out;
}

}  // namespace hp::pdf::testing
