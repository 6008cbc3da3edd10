#include <algorithm>

#include "base/hex.h"
#include "minutes/election.h"
#include "minutes/text_parts.h"

namespace hp::minutes {
namespace {

std::string printed(std::string percent) {
  std::ranges::replace(percent, '.', ',');
  return percent;
}

const char* step_text(NextStep step) {
  switch (step) {
    case NextStep::kTieBallot:
      return "bầu lại trong số người có số phiếu ngang nhau";
    case NextStep::kFurtherBallot:
      return "bầu tiếp cho số còn thiếu";
    case NextStep::kNone:
      break;
  }
  return "không bầu tiếp";
}

void round_text(Layout& page, const ElectionRound& it) {
  page.blank();
  page.paragraph("LẦN BẦU THỨ " + std::to_string(it.ballot) +
                 (it.tie_ballot ? " (bầu lại trong số người có số phiếu ngang nhau)" : ""));
  std::string seats = "Số lượng bầu: " + std::to_string(it.seats);
  if (it.alternates > 0) seats += ", dự khuyết: " + std::to_string(it.alternates);
  page.paragraph(seats + "; danh sách: " + std::to_string(it.candidates.size()) + " người.", "- ");
  page.paragraph("Số làm căn cứ tính: " + std::to_string(it.base.base) + ", quá một nửa từ " +
                     std::to_string(it.base.needed) +
                     " phiếu; có mặt: " + std::to_string(it.base.present) + ".",
                 "- ");
  page.paragraph("Phiếu phát ra: " + std::to_string(it.issued) + "; thu về: " +
                     std::to_string(it.collected) + "; hợp lệ: " + std::to_string(it.valid) +
                     "; không hợp lệ: " + std::to_string(it.invalid) + ".",
                 "- ");
  std::vector<Row> rows;
  rows.reserve(it.candidates.size());
  for (std::size_t i = 0; i < it.candidates.size(); ++i) {
    rows.push_back({std::to_string(i + 1), it.candidates[i].name, std::to_string(it.votes[i]),
                    printed(it.outcome.percent[i])});
  }
  page.table({{"TT", 4, true}, {"Họ và tên", 0}, {"Số phiếu", 8, true}, {"Tỷ lệ %", 10, true}},
             rows);
  if (!it.outcome.next.empty()) page.paragraph(*next_text(it.outcome.next), "- ");
  page.paragraph("Công bố lúc " + words_vietnam(it.announced_at) + ".", "- ");
  page.paragraph("SHA-256 của biên bản kiểm phiếu:", "- ");
  page.paragraph(to_hex(it.minutes_hash).substr(0, 32), "    ");
  page.paragraph(to_hex(it.minutes_hash).substr(32), "    ");
  if (!it.decided) return;
  std::string decision = std::string("Quyết định: ") + step_text(it.decided->step);
  if (it.decided->hands) decision += ", " + std::to_string(*it.decided->hands) + " người đồng ý";
  page.paragraph(decision + ".", "- ");
}

void elected_text(Layout& page, std::string_view title, const std::vector<Elected>& list) {
  page.paragraph(std::string(title) + ": " + std::to_string(list.size()) + " người.", "- ");
  std::vector<Row> rows;
  rows.reserve(list.size());
  for (const Elected& it : list) {
    rows.push_back({std::to_string(rows.size() + 1), it.person.name, std::to_string(it.ballot),
                    std::to_string(it.votes), printed(it.percent)});
  }
  if (rows.empty()) return;
  page.table({{"TT", 4, true},
              {"Họ và tên", 0},
              {"Lần bầu", 8, true},
              {"Số phiếu", 8, true},
              {"Tỷ lệ %", 10, true}},
             rows);
}

void heading_text(Layout& page, const Election& it) {
  const Congress& congress = it.congress;
  const Day day = *day_from_iso(iso_vietnam(it.completed_at).substr(0, 10));
  page.two_columns(congress.organisation, "ĐẢNG CỘNG SẢN VIỆT NAM");
  page.two_columns(congress.congress + ", nhiệm kỳ " + congress.term, "----------------------");
  page.two_columns("*", congress.place + ", " + words(day));
  page.blank();
  page.centred("BIÊN BẢN BẦU CỬ");
  page.centred(it.body.empty() ? std::string(word(it.office).text)
                               : std::string(word(it.office).text) + " (" + it.body + ")");
  page.blank();
  page.paragraph("Căn cứ: " + std::string(legal_basis(it.profile)) + ".");
  page.paragraph("Số lần bầu đã công bố: " + std::to_string(it.rounds.size()) + ".");
}

}  // namespace

Result<std::string> make_text(const Election& election, const Hash& json_hash) {
  HP_TRY(check(election));
  Layout page;
  heading_text(page, election);
  for (const ElectionRound& round : election.rounds) round_text(page, round);
  page.blank();
  page.paragraph("KẾT QUẢ CHUNG");
  const bool delegates = election.office == Office::kUpperDelegates;
  elected_text(page, delegates ? "Trúng cử đại biểu chính thức" : "Trúng cử", election.elected);
  if (delegates) elected_text(page, "Trúng cử đại biểu dự khuyết", election.alternates);
  if (election.open_seats > 0) {
    page.paragraph("Số lượng còn thiếu: " + std::to_string(election.open_seats) + ".", "- ");
  }
  if (election.open_alternates > 0) {
    page.paragraph("Số dự khuyết còn thiếu: " + std::to_string(election.open_alternates) + ".",
                   "- ");
  }
  page.blank();
  page.paragraph("Phiên bản chương trình: " + election.program_version +
                 ". Bộ quy tắc: " + election.profile + ". Sổ ghi sau " +
                 std::to_string(election.head.size) + " mục, mã gốc:");
  page.paragraph(to_hex(election.head.root).substr(0, 32), "    ");
  page.paragraph(to_hex(election.head.root).substr(32), "    ");
  page.paragraph("SHA-256 của tệp JSON kèm theo:");
  page.paragraph(to_hex(json_hash).substr(0, 32), "    ");
  page.paragraph(to_hex(json_hash).substr(32), "    ");
  page.blank();
  page.two_columns("TM. ĐOÀN THƯ KÝ", "TM. ĐOÀN CHỦ TỊCH");
  for (int i = 0; i < 3; ++i) page.blank();
  page.two_columns(election.secretary.name, election.presidium.name);
  return std::move(page).text();
}

}  // namespace hp::minutes
