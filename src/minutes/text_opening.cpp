// Sections 1 to 6 of the text: who votes for what, on which base.
#include <algorithm>

#include "minutes/text_parts.h"

namespace hp::minutes::parts {
namespace {

std::string numeral(Count value) {
  return std::to_string(value);
}

Day day_of(UnixMs at) {
  return *day_from_iso(iso_vietnam(at).substr(0, 10));
}

std::string object_of(const Contest& contest) {
  const std::string office(word(contest.office).text);
  const bool is_body = contest.office == Office::kCommittee ||
                       contest.office == Office::kStandingCommittee ||
                       contest.office == Office::kInspectionCommittee;
  if (is_poll(contest.office)) return office + ": " + contest.body;
  if (is_body && !contest.body.empty()) return "Bầu " + contest.body;
  return "Bầu " + office + (contest.body.empty() ? "" : " (" + contest.body + ")");
}

std::string days_of(const Congress& congress) {
  if (congress.days.size() == 1) return words(congress.days.front());
  return "từ " + words(congress.days.front()) + " đến " + words(congress.days.back());
}

std::string hands_text(const char* what, const std::optional<Count>& hands) {
  if (!hands) return "";
  return std::string(what) + ": " + numeral(*hands) + " người biểu quyết đồng ý bằng giơ tay.";
}

}  // namespace

void heading(Outline& page, const Model& model) {
  const Congress& congress = model.congress;
  page.head(
      {{congress.organisation},
       {congress.congress + ", nhiệm kỳ " + congress.term},
       {"BAN KIỂM PHIẾU", Look::kBold},
       {"*"}},
      {{"ĐẢNG CỘNG SẢN VIỆT NAM", Look::kBold},
       {"", Look::kRule},
       {congress.place + ", " + words(day_of(model.completion.completed_at)), Look::kItalic}});
  page.blank();
  page.title("BIÊN BẢN KIỂM PHIẾU");
  page.centred(object_of(model.contest) + ", nhiệm kỳ " + congress.term);
  page.centred("(lần thứ " + numeral(model.contest.ballot) + ")");
  if (model.contest.tie_ballot) page.centred("Bầu lại trong số người có số phiếu ngang nhau");
  if (model.annulled) page.centred("LẦN BẦU NÀY ĐÃ BỊ HỦY, KHÔNG CÓ KẾT QUẢ TRÚNG CỬ");
  page.blank();
  page.paragraph("Căn cứ: " + std::string(legal_basis(model.counting.profile)) + ".");
  page.paragraph(congress.congress + " " + congress.organisation + ", nhiệm kỳ " + congress.term +
                 ", họp " + days_of(congress) + " tại " + congress.place + ".");
}

void contest_and_counters(Outline& page, const Model& model) {
  const Contest& contest = model.contest;
  page.blank();
  page.section("SỐ LƯỢNG VÀ DANH SÁCH BẦU CỬ", "1. ");
  std::string seats = is_poll(contest.office)
                          ? "Số người được lựa chọn nhiều nhất: " + numeral(contest.seats)
                          : "Số lượng bầu: " + numeral(contest.seats);
  if (contest.office == Office::kUpperDelegates && !contest.tie_ballot) {
    seats += " đại biểu " + std::string(word(contest.places).text);
  }
  if (contest.alternates > 0) seats += ", " + numeral(contest.alternates) + " đại biểu dự khuyết";
  page.paragraph(seats + ". Danh sách: " + numeral(Count(contest.candidates.size())) + " người.",
                 "- ");
  page.paragraph("Hình thức phiếu: " + std::string(word(contest.form).text) + ".", "- ");
  for (const std::string& hands : {hands_text("Thông qua số lượng", contest.hands_for_seats),
                                   hands_text("Thông qua danh sách", contest.hands_for_list)}) {
    if (!hands.empty()) page.paragraph(hands, "- ");
  }
  Count position = 0;
  for (const Person& person : contest.candidates) {
    const std::string number = numeral(++position);
    page.paragraph(person.name,
                   std::string(number.size() < 5 ? 5 - number.size() : 0, ' ') + number + ". ");
  }
  page.blank();
  page.section("BAN KIỂM PHIẾU", "2. ");
  page.paragraph(model.counters.head.name, "- Trưởng ban: ");
  for (const Person& member : model.counters.members) page.paragraph(member.name, "- Ủy viên: ");
  for (const Replacement& change : model.counters.replacements) {
    std::string text = "Thay đổi: " + change.leaving.name + " thôi tham gia";
    if (change.coming) text += ", " + change.coming->name + " thay";
    if (change.new_head) text += ", " + change.new_head->name + " làm Trưởng ban";
    page.paragraph(text + ". Lý do: " + change.reason, "- ");
  }
}

void base(Outline& page, const Model& model) {
  const Base& base = model.base;
  const bool delegates = model.congress.meeting == Meeting::kDelegateCongress;
  const std::string who = delegates ? "đại biểu chính thức"
                          : model.congress.meeting == Meeting::kMemberCongress
                              ? "đảng viên chính thức"
                              : "thành viên";
  page.blank();
  page.section("SỐ NGƯỜI LÀM CĂN CỨ TÍNH KẾT QUẢ", "3. ");
  page.paragraph("Số " + who + " được triệu tập: " + numeral(base.convened) + ".", "- ");
  for (const Deduction& row : base.deductions) {
    page.paragraph("Trừ " + numeral(row.count) + ": " + std::string(word(row.kind).text) + ".",
                   "- ");
  }
  page.paragraph("Số làm căn cứ tính: " + numeral(base.base) + ". Cần quá một nửa: từ " +
                     numeral(base.needed) + " phiếu trở lên.",
                 "- ");
  page.paragraph("Có mặt khi bỏ phiếu: " + numeral(base.present) + "; vắng mặt: " +
                     numeral(base.convened - std::min(base.convened, base.present)) + ".",
                 "- ");
}

}  // namespace hp::minutes::parts
