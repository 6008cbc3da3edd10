// Commands about a contest before it opens, and decisions after it, in words.
#include "base/hex.h"
#include "client/words_parts.h"
#include "congress/contest_lookup.h"
#include "congress/contest_result.h"
#include "crypto/hash.h"

namespace hp::client {

std::string office_word(v1::Office office, Language language) {
  const bool vi = language == Language::kVietnamese;
  switch (office) {
    case v1::OFFICE_COMMITTEE:
      return vi ? "cấp ủy" : "committee";
    case v1::OFFICE_STANDING_COMMITTEE:
      return vi ? "ban thường vụ" : "standing committee";
    case v1::OFFICE_SECRETARY:
      return vi ? "bí thư" : "secretary";
    case v1::OFFICE_DEPUTY_SECRETARY:
      return vi ? "phó bí thư" : "deputy secretary";
    case v1::OFFICE_INSPECTION_COMMITTEE:
      return vi ? "ủy ban kiểm tra" : "inspection committee";
    case v1::OFFICE_INSPECTION_HEAD:
      return vi ? "chủ nhiệm ủy ban kiểm tra" : "head of the inspection committee";
    case v1::OFFICE_UPPER_DELEGATES:
      return vi ? "đoàn đại biểu dự đại hội cấp trên" : "delegates to the upper congress";
    case v1::OFFICE_OPINION:
      return vi ? "lấy phiếu xin ý kiến" : "poll of opinion";
    case v1::OFFICE_INTRODUCTION:
      return vi ? "lấy phiếu giới thiệu" : "poll of introduction";
    default:
      return "?";
  }
}

namespace {

void approve(Wording& w, const v1::ApproveContest& body) {
  v1::ContestDefinition d;
  if (!d.ParseFromString(body.definition())) {
    w.title("Thông qua cuộc bầu", "Approve a contest", "?");
    w.warn("không đọc được nội dung", "its definition can't be read");
    return;
  }
  w.title("Thông qua cuộc bầu", "Approve a contest",
          d.contest() + ", " + w.say("lần bầu ", "ballot ") + std::to_string(d.ballot()));
  w.line("Bầu", "Electing", office_word(d.office(), w.language()) + " – " + d.body());
  w.line("Lượt mở", "Round", d.round());
  w.line("Số lượng bầu", "Seats", d.seats());
  w.line("Dự khuyết", "Alternates", d.alternates());
  w.line("Loại", "Places", places_word(d.places(), w.language()));
  for (int i = 0; i < d.candidates_size(); ++i) {
    w.out.lines.push_back(std::to_string(i + 1) + ". " + d.candidates(i).name() + " (" +
                          d.candidates(i).person() + ")");
  }
  const auto number = [&](const char* vi, const char* en, bool has, const v1::Number& n) {
    if (has) w.line(vi, en, n.value());
  };
  number("Số lượng được duyệt", "Approved size", d.has_approved_size(), d.approved_size());
  number("Số người được chuẩn bị", "Prepared candidates", d.has_prepared_candidates(),
         d.prepared_candidates());
  number("Đảng viên chính thức", "Official members", d.has_official_members(),
         d.official_members());
  for (const auto& one : d.outside_nominees()) {
    w.line("Đề cử thêm", "Outside nominee",
           std::to_string(one.candidate()) + ": " + std::to_string(one.support()) + "/" +
               std::to_string(one.attending()));
  }
  for (const auto position : d.convening_member_off_list()) {
    w.line("Cấp ủy viên triệu tập đề cử ngoài danh sách", "Nominated off the prepared list",
           position);
  }
  w.line("Từ kết quả cuộc bầu", "From contest", d.from_contest());
  if (!d.planned_person().empty()) {
    w.line("Người theo đề án", "Planned person", w.person(d.planned_person()));
  }
  w.line("Số phiếu điện tử tối thiểu", "Least electronic ballots", d.minimum());
  if (d.paper_counts() != 0) {
    w.line("Số lần đếm mỗi phiếu giấy", "Counts of each paper", d.paper_counts());
  }
  w.line("Quy chế", "Profile", d.profile());
  for (const auto& one : d.settings()) w.line("  " + one.name(), "  " + one.name(), one.value());
  w.line("SHA-256 của nội dung", "SHA-256 of the definition",
         to_hex(crypto::sha256(view(body.definition()))));
  w.hands("Biểu quyết số lượng", "Hands for seats", body.has_hands_for_seats(),
          body.hands_for_seats());
  w.hands("Biểu quyết danh sách", "Hands for the list", body.has_hands_for_list(),
          body.hands_for_list());
  w.effect("phiếu bầu sẽ in đúng danh sách này, theo thứ tự này",
           "the ballot will hold this list, in this order");
}

void appoint(Wording& w, const v1::AppointCounters& body) {
  w.title("Cử ban kiểm phiếu", "Appoint the counting committee", body.contest());
  w.line("Nội dung cuộc bầu", "Definition", w.hash(body.definition_hash()));
  w.line("Trưởng ban", "Head", w.person(body.head()));
  for (const auto& one : body.members()) w.line("Thành viên", "Member", w.person(one));
  w.hands("Biểu quyết", "Hands", body.has_hands(), body.hands());
  const congress::ContestState* contest = congress::find_contest(w.state, body.contest());
  if (contest == nullptr ||
      !equal(contest->current().definition.hash, view(body.definition_hash()))) {
    w.warn("không phải nội dung đang được thông qua", "not the definition that is approved");
  }
}

void replace(Wording& w, const v1::ReplaceCounter& body) {
  w.title("Thay thành viên ban kiểm phiếu", "Replace a counter", body.contest());
  w.round_of(body.contest(), body.round());
  w.line("Thôi", "Leaving", w.person(body.leaving()));
  w.line("Thay vào", "Coming", w.person(body.coming()));
  if (!body.new_head().empty()) w.line("Trưởng ban mới", "New head", w.person(body.new_head()));
  w.line("Lý do", "Reason", body.reason());
  w.hands("Biểu quyết", "Hands", body.has_hands(), body.hands());
  w.effect("kết quả đã công bố nội bộ phải xác nhận lại, chữ ký biên bản hết hiệu lực",
           "a declared result must be declared again; signatures on minutes lapse");
}

void decide(Wording& w, const v1::DecideNext& body) {
  w.title("Quyết định bầu tiếp", "Decide what comes next", body.contest());
  w.line("Sau lượt mở", "After round", body.round());
  w.line("Quyết định", "Decision",
         body.decision() == v1::DECISION_TIE_BALLOT
             ? w.say("bầu lại giữa những người bằng phiếu", "a ballot among the tied")
         : body.decision() == v1::DECISION_FURTHER_BALLOT ? w.say("bầu thêm", "a further ballot")
                                                          : w.say("không bầu nữa", "none"));
  for (const auto& one : body.people()) w.line("Người", "Person", w.person(one));
  w.line("Số lượng", "Seats", body.seats());
  w.line("Dự khuyết", "Alternates", body.alternates());
  w.line("Loại", "Places", places_word(body.places(), w.language()));
  w.hands("Biểu quyết", "Hands", body.has_hands(), body.hands());
  const congress::ContestState* contest = congress::find_contest(w.state, body.contest());
  if (contest == nullptr) return;
  const congress::ContestResult result = congress::result_of(*contest);
  w.effect("còn khuyết", "places still open", std::to_string(result.open_places));
  if (body.decision() == v1::DECISION_TIE_BALLOT && result.tie) {
    for (const auto& one : result.tie->people) w.effect("bầu lại", "on the ballot", w.person(one));
  }
}

}  // namespace

bool contest_words(Wording& w, const v1::Command& command) {
  switch (command.body_case()) {
    case v1::Command::kApproveContest:
      approve(w, command.approve_contest());
      return true;
    case v1::Command::kWithdrawContest:
      w.title("Rút cuộc bầu đã thông qua", "Withdraw a contest",
              command.withdraw_contest().contest());
      w.line("Lý do", "Reason", command.withdraw_contest().reason());
      return true;
    case v1::Command::kAppointCounters:
      appoint(w, command.appoint_counters());
      return true;
    case v1::Command::kReplaceCounter:
      replace(w, command.replace_counter());
      return true;
    case v1::Command::kDecideNext:
      decide(w, command.decide_next());
      return true;
    default:
      return false;
  }
}

}  // namespace hp::client
