// The report for people, in either language.
#include <map>

#include "base/hex.h"
#include "verify/verify.h"

namespace hp::verify {
namespace {

class Writer {
 public:
  explicit Writer(Language language) : language_(language) {}

  std::string say(std::string_view vi, std::string_view en) const {
    return std::string(language_ == Language::kVietnamese ? vi : en);
  }
  void line(std::string_view text) { (out_ += text) += '\n'; }
  std::string take() { return std::move(out_); }
  Language language() const { return language_; }

 private:
  Language language_;
  std::string out_;
};

std::string number(std::uint64_t value) {
  return std::to_string(value);
}

std::string standing(const Writer& writer, Standing standing) {
  switch (standing) {
    case Standing::kGood:
      return writer.say("tốt", "good");
    case Standing::kWrong:
      return writer.say("SAI", "WRONG");
    case Standing::kNotDone:
      break;
  }
  return writer.say("chưa kiểm", "not checked");
}

void heading(Writer& out, const Report& report) {
  if (!report.name.empty()) out.line(report.name);
  if (report.verdict == Verdict::kUnreadable) return;
  if (!report.organisation.empty()) {
    out.line(report.organisation + ", " + report.congress_name);
    out.line(out.say("Mã đại hội: ", "Congress id: ") + to_hex(report.congress));
  }
}

void finding(Writer& out, const Finding& one) {
  std::string text = one.note ? out.say("      lưu ý", "      note") : std::string("      !");
  if (one.index) text += out.say(" mục ", " entry ") + number(*one.index) + ":";
  text += " " + describe(one.error, out.language());
  out.line(text);
}

void checks(Writer& out, const Report& report) {
  for (std::size_t i = 1; i <= kChecks; ++i) {
    const auto check = static_cast<Check>(i);
    if (check == Check::kPrefixes && report.of(check) == Standing::kNotDone) continue;
    out.line((i < 10 ? " " : "") + number(i) + ". " + std::string(title(check, out.language())) +
             ": " + standing(out, report.of(check)));
    for (const Finding& one : report.findings) {
      if (one.check == check) finding(out, one);
    }
  }
  if (report.folded < report.entries) {
    out.line(out.say("Dừng ở mục ", "Stopped at entry ") + number(report.folded) +
             out.say("; các mục sau chưa kiểm được thẩm quyền và nội dung.",
                     "; what follows could not be checked against the state."));
  }
}

void names(Writer& out, const RoundReport& round, std::string_view title,
           const std::vector<std::uint32_t>& positions) {
  if (positions.empty()) return;
  out.line("  " + std::string(title));
  for (const std::uint32_t position : positions) {
    out.line("    " + number(position) + ". " + round.candidates.at(position - 1).name + ": " +
             number(round.votes.at(position - 1)));
  }
}

std::string phase(const Writer& out, const std::string& state) {
  static const std::map<std::string, const char*> kWords{
      {"approved", "đã thông qua"}, {"open", "đang bỏ phiếu"},      {"closed", "đã đóng"},
      {"counted", "đã kiểm phiếu"}, {"declared", "đã lập kết quả"}, {"signed", "đã ký biên bản"},
      {"announced", "đã công bố"},  {"withdrawn", "đã rút"},        {"annulled", "đã hủy"},
  };
  const auto found = kWords.find(state);
  return out.say(found == kWords.end() ? state : found->second, state);
}

void round(Writer& out, const RoundReport& one) {
  out.line("");
  out.line((one.rehearsal ? out.say("DIỄN TẬP – ", "REHEARSAL – ") : "") + one.contest + ", " +
           one.body + out.say(", lần bầu ", ", ballot ") + number(one.ballot) +
           out.say(" (lượt ", " (round ") + number(one.round) + "): " + phase(out, one.state));
  if (one.votes.empty()) return;
  out.line(out.say("  Phiếu: ", "  Ballots: ") + number(one.ballots) +
           (one.papers == 0 ? "" : out.say("; phiếu giấy: ", "; papers: ") + number(one.papers)) +
           out.say("; hợp lệ: ", "; valid: ") + number(one.valid) +
           out.say("; số căn cứ: ", "; base: ") + number(one.base) +
           out.say("; cần: ", "; needed: ") + number(one.needed));
  names(out, one, out.say("Trúng cử:", "Elected:"), one.elected);
  names(out, one, out.say("Dự khuyết:", "Alternates:"), one.alternates);
  names(out, one, out.say("Ngang phiếu:", "Tied:"), one.tied);
  if (!one.minutes_sha256.empty()) {
    out.line(out.say("  SHA-256 của biên bản: ", "  SHA-256 of the minutes: ") +
             one.minutes_sha256);
  }
}

void conclusion(Writer& out, const Report& report) {
  out.line("");
  if (report.verdict == Verdict::kUnreadable) {
    out.line(out.say("KHÔNG ĐỌC ĐƯỢC.", "UNREADABLE."));
    return;
  }
  out.line(out.say("Sổ ghi: ", "Head: ") + number(report.entries) +
           out.say(" mục, mã gốc ", " entries, root ") + to_hex(report.root));
  if (report.verdict == Verdict::kWrong) {
    out.line(out.say("HỒ SƠ CÓ SAI SÓT.", "THE RECORD IS WRONG."));
    return;
  }
  if (!report.congress_known) {
    out.line(
        out.say("Hồ sơ chỉ tự nhất quán: chưa đối chiếu mã đại hội (--congress) và điểm kiểm "
                "(--head) đã thấy tại hội trường, nên chưa thấy được phần cuối bị cắt hay một "
                "đại hội bịa ra.",
                "Consistent in itself only: without the congress id (--congress) and a head "
                "(--head) seen in the hall, a cut tail or an invented congress can't be seen."));
  } else if (!report.tail_known) {
    out.line(
        out.say("Hồ sơ tốt và đúng mã đại hội; chưa có điểm kiểm (--head) nên chưa thấy được "
                "phần cuối bị cắt.",
                "Good, and of this congress; without a head (--head) a cut tail can't be seen."));
  } else {
    out.line(out.say("HỒ SƠ TỐT.", "THE RECORD IS GOOD."));
  }
}

}  // namespace

std::string text_of(const Report& report, Language language) {
  Writer out(language);
  heading(out, report);
  checks(out, report);
  for (const RoundReport& one : report.rounds) round(out, one);
  conclusion(out, report);
  return out.take();
}

}  // namespace hp::verify
