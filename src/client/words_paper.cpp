// Commands about papers, in words.
#include "client/words_parts.h"
#include "congress/contest_lookup.h"
#include "congress/paper_sums.h"
#include "congress/papers.h"
#include "minutes/words.h"

namespace hp::client {
namespace {

std::string defect_word(const Wording& w, int defect) {
  if (w.language() == Language::kEnglish) {
    return v1::SheetDefect_Name(static_cast<v1::SheetDefect>(defect)).substr(13);
  }
  constexpr std::string_view kWords[] = {"",
                                         "not_issued",
                                         "outside_name",
                                         "private_mark",
                                         "several_inks",
                                         "signed",
                                         "extra_writing",
                                         "partial_strike",
                                         "seal_missing",
                                         "torn",
                                         "wrong_contest",
                                         "struck_on_box_form"};
  if (defect < 1 || defect >= static_cast<int>(std::size(kWords))) return std::to_string(defect);
  return std::string(minutes::reason_text(kWords[defect]).value_or("?"));
}

std::string mark_word(const Wording& w, int mark) {
  switch (mark) {
    case v1::BOX_MARK_AGREE:
      return w.say("đồng ý", "agree");
    case v1::BOX_MARK_DISAGREE:
      return w.say("không đồng ý", "disagree");
    case v1::BOX_MARK_BOTH:
      return w.say("cả hai ô", "both");
    case v1::BOX_MARK_NONE:
      return w.say("để trống", "none");
    default:
      return std::to_string(mark);
  }
}

// "gạch 2, 5; Phiếu rách; chưa rõ"
std::string content_words(const Wording& w, const v1::SheetContent& content) {
  std::string out;
  const auto add = [&](const std::string& text, const char* between) {
    out += (out.empty() ? "" : between) + text;
  };
  for (const auto position : content.struck()) add(std::to_string(position), ", ");
  if (content.marks_size() == 0) {
    out = out.empty() ? w.say("không gạch ai", "nobody struck") : w.say("gạch ", "struck ") + out;
  }
  for (int i = 0; i < content.marks_size(); ++i) {
    add(std::to_string(i + 1) + " " + mark_word(w, content.marks(i)), ", ");
  }
  for (const int defect : content.defects()) add(defect_word(w, defect), "; ");
  if (content.doubtful()) {
    add(w.say("chưa rõ, chờ ban kiểm phiếu", "in doubt, for the committee"), "; ");
  }
  return out;
}

void figures(Wording& w, const v1::RecordPaper& body) {
  w.round_of(body.contest(), body.round());
  w.line("Phiếu in", "Prepared", body.prepared());
  w.line("Phát ra", "Issued", body.issued());
  w.line("Hỏng, đổi lại", "Spoiled", body.spoiled());
  w.line("Không dùng", "Unused", body.unused());
  w.line("Thu về", "Collected", body.collected());
  const congress::Round* round = w.current_of(body.contest());
  if (round == nullptr) return;
  const congress::PaperFigures given{body.prepared(), body.issued(), body.spoiled(), body.unused(),
                                     body.collected()};
  for (const Error& one : congress::figure_problems(given, congress::papers_to_issue(*round))) {
    w.warn(one.code->vi, one.code->en, one.detail);
  }
  const auto in_batches = congress::papers_in_batches(*round);
  if (in_batches != 0) {
    w.effect("số phiếu trong các lô đến lúc này", "papers in the batches so far",
             std::to_string(in_batches));
  }
}

void batch_lines(Wording& w, const auto& body) {
  w.round_of(body.contest(), body.round());
  w.line("Lô", "Batch", body.batch());
}

void key(Wording& w, const v1::KeySheets& body) {
  w.title("Nhập phiếu", "Key papers", body.contest());
  batch_lines(w, body);
  w.line("Lần mở lô", "Opening", body.opening());
  w.line("Lần đếm", "Count", body.count());
  for (const v1::KeyedSheet& one : body.sheets()) {
    w.line("Phiếu " + std::to_string(one.sheet()), "Paper " + std::to_string(one.sheet()),
           content_words(w, one.content()) +
               (one.again() ? w.say(" (thay lần nhập trước)", " (in place of the entry before)")
                            : ""));
  }
}

void settle(Wording& w, const v1::SettleSheet& body) {
  w.title("Người thứ ba đọc phiếu", "Read a paper as third person", body.contest());
  batch_lines(w, body);
  w.line("Lần mở lô", "Opening", body.opening());
  w.line("Phiếu", "Paper", body.sheet());
  w.line("Nội dung", "Content", content_words(w, body.content()));
}

void conclude(Wording& w, const v1::ConcludeSheet& body) {
  w.title("Kết luận phiếu chờ kết luận", "Conclude on a doubtful paper", body.contest());
  batch_lines(w, body);
  w.line("Lần mở lô", "Opening", body.opening());
  w.line("Phiếu", "Paper", body.sheet());
  w.line("Nội dung", "Content", content_words(w, body.content()));
  w.line("Kết luận", "Conclusion",
         body.valid() ? w.say("hợp lệ", "valid") : w.say("không hợp lệ", "invalid"));
  w.line("Lý do", "Reason", body.reason());
}

void reopen(Wording& w, const v1::ReopenBatch& body) {
  w.title("Mở lại lô phiếu", "Reopen a batch", body.contest());
  batch_lines(w, body);
  w.line("Số phiếu", "Papers", body.papers());
  w.line("Lý do", "Reason", body.reason());
  w.warn("cả lô phải nhập lại từ phiếu đầu; phần đã nhập vẫn nằm trong hồ sơ",
         "the whole batch is keyed anew; what was keyed stays in the record");
}

void sample(Wording& w, const v1::CheckSample& body) {
  w.title("Ghi kết quả rút mẫu đối chiếu", "Record a sample check", body.contest());
  w.round_of(body.contest(), body.round());
  w.line("Số gieo", "Seed", body.seed());
  w.line("Số phiếu đã rút", "Papers drawn", body.papers());
  w.line("Số phiếu khác", "Papers that differ", static_cast<std::uint64_t>(body.differing_size()));
  for (const v1::SampledSheet& one : body.differing()) {
    w.line("Khác", "Differs",
           w.say("lô ", "batch ") + std::to_string(one.batch()) + w.say(", phiếu ", ", paper ") +
               std::to_string(one.sheet()));
  }
  if (!body.differing().empty()) {
    w.warn("lô có phiếu khác phải mở lại và kiểm từ đầu",
           "the batch of a paper that differs must be reopened and counted anew");
  }
}

}  // namespace

bool paper_words(Wording& w, const v1::Command& command) {
  switch (command.body_case()) {
    case v1::Command::kRecordPaper:
      w.title("Ghi số phiếu giấy", "Record the count of papers", command.record_paper().contest());
      figures(w, command.record_paper());
      return true;
    case v1::Command::kCorrectPaper:
      w.title("Sửa số phiếu giấy", "Correct the count of papers",
              command.correct_paper().figures().contest());
      figures(w, command.correct_paper().figures());
      w.line("Lý do", "Reason", command.correct_paper().reason());
      return true;
    case v1::Command::kOpenBatch:
      w.title("Mở lô phiếu", "Open a batch", command.open_batch().contest());
      batch_lines(w, command.open_batch());
      w.line("Số phiếu", "Papers", command.open_batch().papers());
      return true;
    case v1::Command::kKeySheets:
      key(w, command.key_sheets());
      return true;
    case v1::Command::kSettleSheet:
      settle(w, command.settle_sheet());
      return true;
    case v1::Command::kConcludeSheet:
      conclude(w, command.conclude_sheet());
      return true;
    case v1::Command::kCloseBatch:
      w.title("Đóng lô phiếu", "Close a batch", command.close_batch().contest());
      batch_lines(w, command.close_batch());
      w.line("Lần mở lô", "Opening", command.close_batch().opening());
      return true;
    case v1::Command::kReopenBatch:
      reopen(w, command.reopen_batch());
      return true;
    case v1::Command::kCheckSample:
      sample(w, command.check_sample());
      return true;
    default:
      return false;
  }
}

}  // namespace hp::client
