#include "client/sheet_words.h"

#include <array>

namespace hp::client {
namespace {

struct DefectRow {
  char letter;  // of a defect; 0: of none
  std::string_view vi, en;
};

// In the order of rules::Reason, whose first eleven are the defects.
constexpr std::array<DefectRow, 16> kReasons{{
    {'k', "phiếu không do ban kiểm phiếu phát", "not issued by the committee"},
    {'n', "ghi tên người ngoài danh sách", "a name outside the list"},
    {'d', "có dấu hiệu riêng", "a private mark"},
    {'m', "nhiều màu mực", "several inks"},
    {'y', "có ký tên", "signed"},
    {'v', "viết thêm", "extra writing"},
    {'g', "gạch không rõ, không hết họ tên", "a name struck in part"},
    {'o', "không đóng dấu", "no seal"},
    {'r', "phiếu rách", "torn"},
    {'b', "phiếu của cuộc bầu khác", "of another contest"},
    {'x', "gạch tên trên phiếu có ô", "names struck on a box ballot"},
    {0, "bầu quá số lượng", "more names left than seats"},
    {0, "không bầu ai", "for nobody"},
    {0, "đánh dấu cả hai ô", "both boxes marked"},
    {0, "không đánh dấu ô nào", "no box marked"},
    {0, "ban kiểm phiếu đã kết luận", "concluded by the committee"},
}};
static_assert(rules::Words<rules::Reason>::of.size() == kReasons.size());

constexpr std::array<std::array<std::string_view, 2>, 4> kMarks{{
    {"đồng ý", "agree"},
    {"không đồng ý", "disagree"},
    {"cả hai ô", "both boxes"},
    {"không ô nào", "no box"},
}};

const DefectRow& row_of(rules::Reason reason) {
  return kReasons.at(static_cast<std::size_t>(reason));
}

}  // namespace

char letter_of(rules::Defect defect) {
  return row_of(rules::reason_of(defect)).letter;
}

std::optional<rules::Defect> defect_of(char letter) {
  if (letter == 0) return std::nullopt;
  for (std::size_t i = 0; i < kReasons.size(); ++i) {
    if (kReasons[i].letter == letter) return static_cast<rules::Defect>(i);
  }
  return std::nullopt;
}

std::string_view reason_words(rules::Reason reason, Language language) {
  const DefectRow& row = row_of(reason);
  return language == Language::kVietnamese ? row.vi : row.en;
}

std::string_view defect_words(rules::Defect defect, Language language) {
  return reason_words(rules::reason_of(defect), language);
}

std::string_view mark_words(rules::Mark mark, Language language) {
  return kMarks.at(static_cast<std::size_t>(mark))[language == Language::kVietnamese ? 0 : 1];
}

std::string verdict_words(const rules::Verdict& verdict, bool doubtful, Language language) {
  const bool vi = language == Language::kVietnamese;
  if (doubtful) {
    return vi ? "NGHI NGỜ: chuyển ban kiểm phiếu kết luận" : "DOUBTFUL: for the committee";
  }
  std::string out;
  switch (verdict.ballot_class) {
    case rules::BallotClass::kValid:
      return (vi ? "HỢP LỆ, " : "VALID, ") + std::to_string(verdict.votes.size()) +
             (vi ? " phiếu bầu" : " votes");
    case rules::BallotClass::kInvalid:
      out = vi ? "KHÔNG HỢP LỆ" : "INVALID";
      break;
    case rules::BallotClass::kHeld:
      out = vi ? "CHỜ BAN KIỂM PHIẾU KẾT LUẬN" : "HELD FOR THE COMMITTEE";
      break;
  }
  for (std::size_t i = 0; i < verdict.reasons.size(); ++i) {
    out += (i == 0 ? ": " : ", ") + std::string(reason_words(verdict.reasons[i], language));
  }
  return out;
}

}  // namespace hp::client
