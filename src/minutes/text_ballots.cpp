// Sections 7 and 8 of the text: the ballots as papers, and what was said about them.
#include "minutes/text_parts.h"

namespace hp::minutes::parts {
namespace {

using Field = Count Part::*;

struct Line {
  const char* title;
  Field field;
};

constexpr Line kLines[] = {
    {"Số phiếu in (thẻ cấp)", &Part::prepared}, {"Số phiếu phát ra", &Part::issued},
    {"Số phiếu không dùng", &Part::unused},     {"Số phiếu hỏng, đổi lại", &Part::spoiled},
    {"Số phiếu thu về", &Part::collected},      {"Số phiếu hợp lệ", &Part::valid},
    {"Số phiếu không hợp lệ", &Part::invalid},
};

// The columns that there are: electronic, paper, total; the total alone where one way was used.
std::vector<const Part*> ways(const Ballots& ballots) {
  if (!ballots.electronic || !ballots.paper) return {&ballots.total};
  return {&*ballots.electronic, &*ballots.paper, &ballots.total};
}

Count count_of(const Part& part, const std::string& reason) {
  for (const InvalidReason& row : part.reasons) {
    if (row.reason == reason) return row.count;
  }
  return 0;
}

const char* way_text(const Ballots& ballots) {
  if (!ballots.paper) return "Bỏ phiếu điện tử.";
  if (!ballots.electronic) return "Bỏ phiếu giấy.";
  return "Bỏ phiếu điện tử và phiếu giấy trong cùng một lần bầu.";
}

void ballots_table(Outline& page, const Ballots& ballots) {
  const auto parts = ways(ballots);
  std::vector<Column> columns{{"Phiếu", 0}};
  if (parts.size() > 1) {
    columns.push_back({"Điện tử", 8, true});
    columns.push_back({"Giấy", 8, true});
  }
  columns.push_back({"Tổng số", 8, true});
  std::vector<Row> rows;
  for (const Line& line : kLines) {
    Row& row = rows.emplace_back(Row{line.title});
    for (const Part* part : parts) row.push_back(std::to_string(part->*line.field));
  }
  for (const InvalidReason& reason : ballots.total.reasons) {
    Row& row = rows.emplace_back(Row{"– " + std::string(*reason_text(reason.reason))});
    for (const Part* part : parts) row.push_back(std::to_string(count_of(*part, reason.reason)));
  }
  page.table(std::move(columns), rows);
}

}  // namespace

void ballots(Outline& page, const Model& model) {
  const Ballots& ballots = model.ballots;
  page.blank();
  page.section("PHIẾU BẦU", "4. ");
  page.paragraph(way_text(ballots), "- ");
  page.paragraph("Mở lúc " + words_vietnam(model.completion.opened_at) + "; đóng lúc " +
                     words_vietnam(model.completion.closed_at) + ".",
                 "- ");
  if (model.cards_taken_away > 0) {
    page.paragraph(
        "Số thẻ do người đã rời đại hội mang theo: " + std::to_string(model.cards_taken_away) + ".",
        "- ");
  }
  if (model.move_to_paper) {
    page.paragraph("Dừng bỏ phiếu điện tử, chuyển sang phiếu giấy lúc " +
                       words_vietnam(model.move_to_paper->at) + "; số phiếu giấy được phát: " +
                       std::to_string(model.move_to_paper->papers_to_issue) + ". " +
                       (model.move_to_paper->ballots_stand
                            ? "Các phiếu điện tử đã bỏ được giữ nguyên."
                            : "Các phiếu điện tử đã bỏ bị hủy, không tính ở bất kỳ mục nào: " +
                                  std::to_string(ballots.total.annulled) + " phiếu."),
                   "- ");
  }
  ballots_table(page, ballots);
}

void doubts(Outline& page, const Model& model) {
  page.blank();
  page.section("PHIẾU CHỜ KẾT LUẬN, KHIẾU NẠI, Ý KIẾN", "5. ");
  if (model.doubtful.empty()) page.paragraph("Không có phiếu phải kết luận.", "- ");
  for (const Doubtful& row : model.doubtful) {
    page.paragraph(row.paper + ": " + std::string(*reason_text(row.reason)) +
                       ". Kết luận: " + (row.valid ? "hợp lệ" : "không hợp lệ") +
                       (row.conclusion.empty() ? "." : ". " + row.conclusion),
                   "- ");
  }
  if (model.remarks.empty()) page.paragraph("Không có khiếu nại, ý kiến.", "- ");
  for (const Remark& remark : model.remarks) {
    page.paragraph(remark.by.name + " (" + words_vietnam(remark.at) + "): " + remark.text, "- ");
  }
}

}  // namespace hp::minutes::parts
