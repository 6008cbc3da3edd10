#include "minutes/words.h"

#include <array>
#include <cstddef>
#include <span>

namespace hp::minutes {
namespace {

constexpr std::array<Word, 3> kMeetings{{
    {"delegate_congress", "đại hội đại biểu"},
    {"member_congress", "đại hội đảng viên"},
    {"committee_conference", "hội nghị"},
}};

constexpr std::array<Word, 9> kOffices{{
    {"committee", "Ban Chấp hành"},
    {"standing_committee", "Ban Thường vụ"},
    {"secretary", "Bí thư"},
    {"deputy_secretary", "Phó Bí thư"},
    {"inspection_committee", "Ủy ban Kiểm tra"},
    {"inspection_head", "Chủ nhiệm Ủy ban Kiểm tra"},
    {"upper_delegates", "đại biểu dự đại hội cấp trên"},
    {"opinion", "lấy phiếu xin ý kiến"},
    {"introduction", "phiếu giới thiệu"},
}};

constexpr std::array<Word, 2> kForms{{
    {"strike_out", "phiếu có số dư, gạch tên người không bầu"},
    {"boxes", "phiếu có hai cột đồng ý, không đồng ý, đánh dấu X"},
}};

constexpr std::array<Word, 2> kPlaces{{
    {"official", "chính thức"},
    {"alternate", "dự khuyết"},
}};

constexpr std::array<Word, 7> kDeductions{{
    {"convening_committee_absent", "Cấp ủy viên triệu tập đại hội vắng mặt suốt thời gian đại hội"},
    {"absent_unreplaced",
     "Đại biểu chính thức vắng mặt suốt thời gian đại hội, không có đại biểu dự khuyết thay thế"},
    {"active_elsewhere", "Đảng viên chính thức sinh hoạt tạm thời ở nơi khác"},
    {"exempted_absent", "Đảng viên được miễn công tác và sinh hoạt đảng, không có mặt"},
    {"suspended", "Đảng viên bị đình chỉ sinh hoạt đảng"},
    {"charged", "Đảng viên bị khởi tố, truy tố hoặc tạm giam"},
    {"absent_excused", "Đảng viên vắng mặt suốt thời gian đại hội có lý do chính đáng"},
}};

constexpr std::array<Word, 17> kReasons{{
    {"not_issued", "Không do Ban kiểm phiếu phát ra"},
    {"outside_name", "Ghi thêm tên người ngoài danh sách"},
    {"private_mark", "Có đánh dấu riêng"},
    {"several_inks", "Dùng nhiều loại mực"},
    {"signed", "Ký tên trên phiếu"},
    {"extra_writing", "Viết thêm nội dung khác"},
    {"partial_strike", "Gạch tên không hết họ, chữ đệm và tên"},
    {"seal_missing", "Không có dấu của cấp ủy triệu tập"},
    {"torn", "Phiếu rách"},
    {"wrong_contest", "Phiếu của nội dung bầu khác"},
    {"struck_on_box_form", "Gạch tên trên phiếu có cột đồng ý, không đồng ý"},
    {"too_many", "Bầu thừa số lượng quy định"},
    {"nobody", "Không bầu người nào trong danh sách"},
    {"both_boxes", "Đánh dấu cả hai cột (phiếu bầu một người)"},
    {"no_box", "Không đánh dấu cột nào (phiếu bầu một người)"},
    {"unsure", "Người kiểm không xác định được nội dung phiếu"},
    {"differing", "Mỗi người kiểm đọc phiếu một khác"},
}};
constexpr Word kConcluded{"concluded", "Theo kết luận của Ban kiểm phiếu"};

constexpr std::array<Word, 6> kNext{{
    {"complete", "Đã bầu đủ số lượng."},
    {"tie_ballot",
     "Bầu lại trong số những người có số phiếu ngang nhau; người có số phiếu nhiều hơn trúng cử, "
     "không cần quá một nửa."},
    {"vote_again", "Chưa bầu đủ số lượng; bầu tiếp cho số còn thiếu."},
    {"congress_decides",
     "Chưa bầu đủ số lượng; có bầu tiếp hay không do đại hội (hội nghị) quyết định."},
    {"paused",
     "Người theo phương án nhân sự không nằm trong danh sách của cơ quan được bầu: tạm dừng việc "
     "bầu để báo cáo cấp ủy cấp trên."},
    {"blocked", "Chưa đủ điều kiện xác định kết quả bầu cử."},
}};

constexpr std::array<Word, 18> kProblems{{
    {"no_surplus", "Danh sách bầu cử không có số dư"},
    {"surplus_over_cap", "Số dư của danh sách vượt mức tối đa"},
    {"small_body_surplus", "Số dư vượt mức tối đa đối với cơ quan có số lượng ít"},
    {"several_offices", "Nhiều chức danh trên cùng một phiếu bầu"},
    {"not_in_standing_committee", "Có người trong danh sách không phải ủy viên Ban Thường vụ"},
    {"not_in_committee", "Có người trong danh sách không phải ủy viên Ban Chấp hành"},
    {"not_in_inspection_committee", "Có người trong danh sách không phải ủy viên Ủy ban Kiểm tra"},
    {"branch_too_small", "Chi bộ không đủ số đảng viên chính thức để bầu chi ủy"},
    {"outside_support_too_low", "Người được đề cử thêm không đủ tỷ lệ đồng ý để đưa vào danh sách"},
    {"convening_member_off_list",
     "Có người ngoài danh sách đề cử của cấp ủy triệu tập do cấp ủy viên cấp ủy đó đề cử hoặc "
     "tự ứng cử"},
    {"counter_on_list", "Có thành viên Ban kiểm phiếu trong danh sách bầu cử"},
    {"seats_exceed_approved_size", "Số lượng bầu vượt số lượng đã được phê duyệt"},
    {"fewer_candidates_than_seats", "Danh sách ít hơn số lượng bầu"},
    {"prepared_surplus_outside_range", "Số dư do cấp ủy chuẩn bị nằm ngoài khoảng quy định"},
    {"seats_below_approved_size", "Số lượng bầu ít hơn số lượng đã được phê duyệt"},
    {"collected_exceeds_issued", "Số phiếu thu về nhiều hơn số phiếu phát ra"},
    {"collected_mismatch", "Tổng phiếu hợp lệ và không hợp lệ khác số phiếu thu về"},
    {"prepared_mismatch", "Tổng phiếu phát ra, không dùng và hỏng khác số phiếu đã in"},
}};

constexpr std::array<Word, 3> kBases{{
    {"190-2024",
     "Quy chế bầu cử trong Đảng ban hành kèm theo Quyết định số 190-QĐ/TW, ngày 10/10/2024; "
     "Hướng dẫn số 04-HD/TW, ngày 31/12/2024"},
    {"244-2014",
     "Quy chế bầu cử trong Đảng ban hành kèm theo Quyết định số 244-QĐ/TW, ngày 09/6/2014"},
    {"national", "Quy chế bầu cử do Đại hội đại biểu toàn quốc thông qua"},
}};
constexpr std::string_view kOwnRules = "Quy chế bầu cử riêng của tổ chức";

template <class Enum, std::size_t N>
const Word& row(const std::array<Word, N>& words, Enum value) {
  return words.at(static_cast<std::size_t>(value));
}

std::optional<std::string_view> text_of(std::span<const Word> words, std::string_view json) {
  for (const Word& word : words) {
    if (word.json == json) return word.text;
  }
  return std::nullopt;
}

}  // namespace

const Word& word(Meeting meeting) {
  return row(kMeetings, meeting);
}
const Word& word(Office office) {
  return row(kOffices, office);
}
const Word& word(Form form) {
  return row(kForms, form);
}
const Word& word(Places places) {
  return row(kPlaces, places);
}
const Word& word(DeductionKind kind) {
  return row(kDeductions, kind);
}

std::optional<std::string_view> reason_text(std::string_view reason) {
  if (reason == kConcluded.json) return kConcluded.text;
  return text_of(kReasons, reason);
}

std::optional<std::string_view> next_text(std::string_view next) {
  return text_of(kNext, next);
}

std::optional<std::string_view> problem_text(std::string_view problem) {
  return text_of(kProblems, problem);
}

std::string_view legal_basis(std::string_view profile) {
  return text_of(kBases, profile).value_or(kOwnRules);
}

}  // namespace hp::minutes
