// How to vote, in sentences for the hall's screen.
#include "congress/contest_state.h"
#include "minutes/words.h"
#include "report/slides.h"
#include "rules/classify.h"

namespace hp::report {
namespace {

using rules::Defect;

constexpr Defect kDefects[] = {
    Defect::kNotIssued, Defect::kOutsideName,  Defect::kPrivateMark,    Defect::kSeveralInks,
    Defect::kSigned,    Defect::kExtraWriting, Defect::kPartialStrike,  Defect::kSealMissing,
    Defect::kTorn,      Defect::kWrongContest, Defect::kStruckOnBoxForm};

// A defect that this form of ballot can have.
bool possible(Defect defect, paper::Form form) {
  if (defect == Defect::kPartialStrike) return form == paper::Form::kStrikeOut;
  return defect != Defect::kStruckOnBoxForm || form == paper::Form::kBoxes;
}

// The words of the minutes, each beginning small: their first letters are of ASCII.
std::string defects(bool invalidating, paper::Form form) {
  std::string out;
  for (const Defect one : kDefects) {
    if (rules::invalidates(one) != invalidating || !possible(one, form)) continue;
    std::string words(minutes::reason_text(rules::word(one)).value_or(""));
    if (!words.empty() && words[0] >= 'A' && words[0] <= 'Z') {
      words[0] = static_cast<char>(words[0] - 'A' + 'a');
    }
    out += (out.empty() ? "" : "; ") + words;
  }
  return out;
}

using Sentences = std::vector<std::string>;

// `verb`: "Bầu", of a poll "Chọn"; `small` is the same within a sentence. Source: 244 Đ.17 k.1,
// k.2.
std::string at_most(const paper::Ballot& ballot, const std::string& verb) {
  return verb + " không quá " + std::to_string(ballot.seats) + " trong " +
         std::to_string(ballot.names.size()) + " người.";
}

Sentences striking(const paper::Ballot& ballot, const std::string& verb, const std::string& small) {
  return {at_most(ballot, verb),
          "Gạch ngang qua cả họ, chữ đệm và tên của người mình không " + small + ".",
          "Phiếu để lại quá " + std::to_string(ballot.seats) +
              " người, hoặc gạch hết mọi người, là phiếu không hợp lệ."};
}

std::string one_name(const char* marks, rules::OneNameRule rule) {
  return std::string(marks) + (rule == rules::OneNameRule::kHeld
                                   ? ": ban kiểm phiếu xem xét, kết luận."
                                   : ": phiếu không hợp lệ.");
}

Sentences boxes(const paper::Ballot& ballot, const rules::Settings& settings,
                const std::string& verb) {
  if (ballot.names.size() == 1) {
    Sentences out{"Đánh dấu X vào đúng một trong hai ô: đồng ý hoặc không đồng ý."};
    if (settings.one_name_both_boxes == settings.one_name_no_box) {
      out.push_back(one_name("Đánh dấu cả hai ô, hoặc không ô nào", settings.one_name_no_box));
    } else {
      out.push_back(one_name("Đánh dấu cả hai ô", settings.one_name_both_boxes));
      out.push_back(one_name("Không đánh dấu ô nào", settings.one_name_no_box));
    }
    return out;
  }
  Sentences out{
      verb + " " + std::to_string(ballot.seats) +
          " người: ở hàng của mỗi người, đánh dấu X vào một ô, đồng ý hoặc không đồng ý.",
      "Hàng đánh dấu cả hai ô hoặc bỏ trống: phiếu vẫn hợp lệ, riêng người ở hàng ấy không được "
      "tính phiếu."};
  if (settings.nobody_of_several == rules::NobodyRule::kInvalid) {
    out.emplace_back("Phiếu không đồng ý với một người nào là phiếu không hợp lệ.");
  }
  return out;
}

Sentences on_paper(const congress::Definition& definition, const paper::Ballot& ballot,
                   const std::string& verb, const std::string& small) {
  Sentences out = ballot.form == paper::Form::kStrikeOut ? striking(ballot, verb, small)
                                                         : boxes(ballot, definition.settings, verb);
  out.push_back("Phiếu cũng không hợp lệ khi: " + defects(true, ballot.form) + ".");
  out.push_back("Ban kiểm phiếu xem xét, kết luận khi: " + defects(false, ballot.form) + ".");
  return out;
}

Sentences by_card(const paper::Ballot& ballot, const rules::Settings& settings,
                  const std::string& verb) {
  Sentences out{"Quét mã QR trên thẻ bỏ phiếu, hoặc mở địa chỉ trên thẻ rồi gõ mã chữ."};
  if (ballot.form == paper::Form::kStrikeOut) {
    out.push_back(at_most(ballot, verb));
    out.emplace_back("Phiếu không chọn một người nào là phiếu không hợp lệ.");
  } else {
    out.emplace_back("Với mỗi người, chọn đồng ý hoặc không đồng ý.");
    if (ballot.names.size() > 1 && settings.nobody_of_several == rules::NobodyRule::kInvalid) {
      out.emplace_back("Phiếu không đồng ý với một người nào là phiếu không hợp lệ.");
    }
  }
  out.emplace_back(
      "Không cho ai xem hay chụp mã trên thẻ. Mất thẻ thì báo ngay ban thẩm tra tư cách đại biểu.");
  return out;
}

}  // namespace

std::vector<paper::SlidePart> how_to_vote(const congress::Round& round,
                                          const paper::Ballot& ballot) {
  const bool poll = ballot.heading.kind != paper::Kind::kElection;
  const std::string verb = poll ? "Chọn" : "Bầu";
  const std::string small = poll ? "chọn" : "bầu";
  const congress::Definition& definition = round.definition;
  // Moved to paper, those who vote from then on do so on paper.
  const bool cards = round.opening && congress::has_electronic(round.opening->way) && !round.moved;
  const bool papers = !cards || congress::has_paper(round.opening->way);
  std::vector<paper::SlidePart> out;
  if (papers) {
    out.emplace_back(
        paper::SlideText{"CÁCH GHI PHIẾU", "", on_paper(definition, ballot, verb, small)});
  }
  if (cards) {
    out.emplace_back(
        paper::SlideText{"CÁCH BỎ PHIẾU ĐIỆN TỬ", "", by_card(ballot, definition.settings, verb)});
  }
  return out;
}

}  // namespace hp::report
