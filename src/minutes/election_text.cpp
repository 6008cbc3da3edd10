#include "minutes/election.h"
#include "minutes/text_parts.h"

namespace hp::minutes {
namespace {

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

void round_text(Outline& page, const ElectionRound& it) {
  page.blank();
  page.section("LẦN BẦU THỨ " + std::to_string(it.ballot) +
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
                    decimal_comma(it.outcome.percent[i])});
  }
  page.table({{"TT", 4, true}, {"Họ và tên", 0}, {"Số phiếu", 8, true}, {"Tỷ lệ %", 10, true}},
             rows);
  if (!it.outcome.next.empty()) page.paragraph(*next_text(it.outcome.next), "- ");
  page.paragraph("Công bố lúc " + words_vietnam(it.announced_at) + ".", "- ");
  page.paragraph("SHA-256 của biên bản kiểm phiếu:", "- ");
  page.digest(it.minutes_hash);
  if (!it.decided) return;
  std::string decision = std::string("Quyết định: ") + step_text(it.decided->step);
  if (it.decided->hands) decision += ", " + std::to_string(*it.decided->hands) + " người đồng ý";
  page.paragraph(decision + ".", "- ");
}

void elected_text(Outline& page, std::string_view title, const std::vector<Elected>& list) {
  page.paragraph(std::string(title) + ": " + std::to_string(list.size()) + " người.", "- ");
  std::vector<Row> rows;
  rows.reserve(list.size());
  for (const Elected& it : list) {
    rows.push_back({std::to_string(rows.size() + 1), it.person.name, std::to_string(it.ballot),
                    std::to_string(it.votes), decimal_comma(it.percent)});
  }
  if (rows.empty()) return;
  page.table({{"TT", 4, true},
              {"Họ và tên", 0},
              {"Lần bầu", 8, true},
              {"Số phiếu", 8, true},
              {"Tỷ lệ %", 10, true}},
             rows);
}

void heading_text(Outline& page, const Election& it) {
  const Congress& congress = it.congress;
  const Day day = *day_from_iso(iso_vietnam(it.completed_at).substr(0, 10));
  page.head({{congress.organisation}, {congress.congress + ", nhiệm kỳ " + congress.term}, {"*"}},
            {{"ĐẢNG CỘNG SẢN VIỆT NAM", Look::kBold},
             {"", Look::kRule},
             {congress.place + ", " + words(day), Look::kItalic}});
  page.blank();
  page.title("BIÊN BẢN BẦU CỬ");
  page.centred(it.body.empty() ? std::string(word(it.office).text)
                               : std::string(word(it.office).text) + " (" + it.body + ")");
  page.blank();
  page.paragraph("Căn cứ: " + std::string(legal_basis(it.profile)) + ".");
  page.paragraph("Số lần bầu đã công bố: " + std::to_string(it.rounds.size()) + ".");
}

}  // namespace

Outline outline_of(const Election& election, const Hash& json_hash) {
  Outline page;
  heading_text(page, election);
  for (const ElectionRound& round : election.rounds) round_text(page, round);
  page.blank();
  page.section("KẾT QUẢ CHUNG");
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
  page.digest(election.head.root);
  page.paragraph("SHA-256 của tệp JSON kèm theo:");
  page.digest(json_hash);
  page.blank();
  page.signing({{"TM. ĐOÀN THƯ KÝ"}, election.secretary.name, "secretary"},
               {{"TM. ĐOÀN CHỦ TỊCH"}, election.presidium.name, "presidium"});
  return page;
}

Result<std::string> make_text(const Election& election, const Hash& json_hash) {
  HP_TRY(check(election));
  return text_of(outline_of(election, json_hash));
}

}  // namespace hp::minutes
