#include "report/count_words.h"

#include "homphieu/v1/outcome.pb.h"
#include "report/paper_words.h"

namespace hp::report {
namespace {

std::string n(std::uint64_t number) {
  return std::to_string(number);
}

}  // namespace

std::string content_text(const v1::SheetContent& content) {
  std::string out;
  const auto add = [&](std::string_view text) {
    out += out.empty() ? "" : "; ";
    out += text;
  };
  if (content.struck_size() > 0) add("gạch " + listed(content.struck()));
  for (int i = 0; i < content.marks_size(); ++i) {
    // The record takes no mark and no defect without a word.
    const auto mark = static_cast<rules::Mark>(content.marks(i) - v1::BOX_MARK_AGREE);
    add(n(static_cast<std::uint64_t>(i) + 1) + " " + std::string(mark_word(mark)));
  }
  for (const int defect : content.defects()) {
    add(defect_word(static_cast<rules::Defect>(defect - v1::SHEET_DEFECT_NOT_ISSUED)));
  }
  if (content.doubtful()) add("chưa rõ, chờ kết luận");
  return out.empty() ? "không gạch ai" : out;
}

namespace {

std::string figures_of(const v1::RecordPaper& body) {
  return "in " + n(body.prepared()) + ", phát " + n(body.issued()) + ", hỏng " + n(body.spoiled()) +
         ", không dùng " + n(body.unused()) + ", thu về " + n(body.collected());
}

std::string batch_of(const auto& body) {
  return "lô " + n(body.batch()) +
         (body.opening() > 1 ? " (mở lần " + n(body.opening()) + ")" : std::string());
}

std::string keyed(const v1::KeySheets& body) {
  std::string out = "Nhập " + batch_of(body) + ", lần đếm " + n(body.count()) + ":";
  for (const v1::KeyedSheet& one : body.sheets()) {
    out += " tờ " + n(one.sheet()) + (one.again() ? " (nhập lại)" : "") + ": " +
           content_text(one.content()) + ".";
  }
  return out;
}

std::string opened(const v1::OpenContest& body) {
  std::string out = "Mở bỏ phiếu";
  if (body.papers_to_issue() > 0) out += ", phát " + n(body.papers_to_issue()) + " phiếu giấy";
  if (body.void_keys_size() > 0) {
    out += "; " + n(static_cast<std::uint64_t>(body.void_keys_size())) + " thẻ không dùng lần này";
  }
  return out;
}

std::string declared(const v1::DeclareResult& body) {
  v1::Outcome outcome;
  if (!outcome.ParseFromString(body.outcome())) return "Xác nhận kết quả";
  return "Xác nhận kết quả: thu về " + n(outcome.total().collected()) + ", hợp lệ " +
         n(outcome.total().valid()) + ", không hợp lệ " + n(outcome.total().invalid());
}

std::string sampled(const v1::CheckSample& body) {
  std::string out = "Rút mẫu " + n(body.papers()) + " tờ theo số gieo " + body.seed() + ": ";
  if (body.differing().empty()) return out + "không tờ nào khác";
  out += n(static_cast<std::uint64_t>(body.differing_size())) + " tờ khác:";
  for (const auto& one : body.differing()) {
    out += " lô " + n(one.batch()) + " tờ " + n(one.sheet()) + ";";
  }
  out.pop_back();
  return out;
}

template <class Body>
CountLine line(const Body& body, std::string text) {
  return {body.contest(), body.round(), std::move(text)};
}

}  // namespace

std::optional<CountLine> count_line(const v1::Command& c) {
  switch (c.body_case()) {
    case v1::Command::kOpenContest:
      return line(c.open_contest(), opened(c.open_contest()));
    case v1::Command::kMoveToPaper:
      return line(c.move_to_paper(),
                  std::string("Chuyển sang phiếu giấy; phiếu điện tử ") +
                      (c.move_to_paper().ballots_stand() ? "được giữ" : "bị hủy") + "; phát " +
                      n(c.move_to_paper().papers_to_issue()) + " phiếu");
    case v1::Command::kCloseContest:
      return line(c.close_contest(), "Đóng bỏ phiếu");
    case v1::Command::kRecordPaper:
      return line(c.record_paper(), "Số phiếu giấy: " + figures_of(c.record_paper()));
    case v1::Command::kCorrectPaper:
      return line(c.correct_paper().figures(),
                  "Sửa số phiếu giấy: " + figures_of(c.correct_paper().figures()) +
                      ". Lý do: " + c.correct_paper().reason());
    case v1::Command::kOpenBatch:
      return line(c.open_batch(),
                  "Mở lô " + n(c.open_batch().batch()) + ": " + n(c.open_batch().papers()) + " tờ");
    case v1::Command::kKeySheets:
      return line(c.key_sheets(), keyed(c.key_sheets()));
    case v1::Command::kSettleSheet:
      return line(c.settle_sheet(), "Người thứ ba xem " + batch_of(c.settle_sheet()) + ", tờ " +
                                        n(c.settle_sheet().sheet()) + ": " +
                                        content_text(c.settle_sheet().content()));
    case v1::Command::kConcludeSheet:
      return line(c.conclude_sheet(),
                  "Ban kiểm phiếu kết luận " + batch_of(c.conclude_sheet()) + ", tờ " +
                      n(c.conclude_sheet().sheet()) + ": " +
                      (c.conclude_sheet().valid() ? "hợp lệ; " : "không hợp lệ; ") +
                      content_text(c.conclude_sheet().content()) + ". " +
                      c.conclude_sheet().reason());
    case v1::Command::kCloseBatch:
      return line(c.close_batch(), "Đóng " + batch_of(c.close_batch()));
    case v1::Command::kReopenBatch:
      return line(c.reopen_batch(), "Đếm lại lô " + n(c.reopen_batch().batch()) + ": " +
                                        n(c.reopen_batch().papers()) +
                                        " tờ. Lý do: " + c.reopen_batch().reason());
    case v1::Command::kCheckSample:
      return line(c.check_sample(), sampled(c.check_sample()));
    case v1::Command::kAcceptClosing:
      return line(c.accept_closing(), "Người giữ khóa đối chiếu gốc sổ ghi lúc đóng");
    case v1::Command::kDecryptTally:
      return line(c.decrypt_tally(), "Người giữ khóa mở tổng số phần phiếu điện tử");
    case v1::Command::kDeclareResult:
      return line(c.declare_result(), declared(c.declare_result()));
    case v1::Command::kAnnulContest:
      return line(c.annul_contest(), "Hủy lần bầu. Lý do: " + c.annul_contest().reason());
    case v1::Command::kAnnounceResult:
      return line(c.announce_result(), "Công bố kết quả");
    default:
      return std::nullopt;
  }
}

}  // namespace hp::report
