// Commands from a round's opening to its announcement, in words.
#include <algorithm>

#include "base/hex.h"
#include "client/words_parts.h"
#include "congress/contest_lookup.h"
#include "congress/outcome.h"
#include "congress/papers.h"
#include "homphieu/v1/outcome.pb.h"
#include "report/report.h"

namespace hp::client {
namespace {

void open(Wording& w, const v1::OpenContest& body) {
  w.title("Mở bỏ phiếu", "Open a contest", body.contest());
  w.round_of(body.contest(), body.round());
  w.line("Nội dung cuộc bầu", "Definition", w.hash(body.definition_hash()));
  w.line("Bản xác nhận số đại biểu", "Attendance", w.hash(body.attendance_hash()));
  w.line("Cách bỏ phiếu", "Way", way_word(body.way(), w.language()));
  w.line("Thẻ không dùng lượt này", "Cards void for this round",
         static_cast<std::uint64_t>(body.void_keys_size()));
  w.line("Phiếu giấy sẽ phát", "Papers to issue", body.papers_to_issue());
  w.line("Thẻ do người đã về mang theo", "Cards taken away", body.cards_taken_away());
  w.line("Lễ tạo khóa", "Ceremony", w.hash(body.ceremony_hash()));
  const congress::Round* round = w.current_of(body.contest());
  if (round == nullptr) return;
  if (!equal(round->definition.hash, view(body.definition_hash()))) {
    w.warn("không phải nội dung đã thông qua", "not the approved definition");
  }
  if (round->attendance) {
    w.line("Có mặt đã xác nhận", "Present as confirmed", round->attendance->present);
    w.line("Số làm căn cứ", "Base", round->attendance->base.base.value);
    if (!equal(round->attendance->payload_hash, view(body.attendance_hash()))) {
      w.warn("không phải bản xác nhận mới nhất", "not the newest confirmed attendance");
    }
  }
  if (body.way() == v1::WAY_PAPER) {
    return w.effect("chỉ bỏ phiếu giấy, không dùng thẻ", "on paper alone, no card is used");
  }
  w.effect("số thẻ bỏ phiếu được", "cards that can cast",
           std::to_string(congress::live_cards(w.state) -
                          static_cast<std::uint32_t>(body.void_keys_size())));
}

void move(Wording& w, const v1::MoveToPaper& body) {
  w.title("Chuyển sang phiếu giấy", "Move to paper", body.contest());
  w.round_of(body.contest(), body.round());
  w.line("Phiếu điện tử", "Electronic ballots",
         body.ballots_stand() ? w.say("giữ nguyên", "stand") : w.say("hủy", "are annulled"));
  w.line("Tổng số phiếu giấy sẽ phát", "Papers to issue, all together", body.papers_to_issue());
  if (const congress::Round* round = w.current_of(body.contest())) {
    w.effect("số phiếu điện tử đã bỏ", "electronic ballots cast",
             std::to_string(round->board.size()));
    // Refusing it would take their vote from those who have no other way left.
    if (body.ballots_stand() && body.papers_to_issue() > 0 &&
        body.papers_to_issue() < round->definition.minimum) {
      w.warn("biên bản có riêng phần phiếu giấy: ít phiếu như vậy thì có thể đoán được ai bầu ai",
             "the minutes have the papers as a part of their own: with so few it may be guessed "
             "who voted how");
    }
  }
  if (!body.ballots_stand()) {
    w.warn("các phiếu điện tử đã bỏ không được tính, mọi người bỏ lại bằng giấy",
           "no electronic ballot counts; everybody votes again on paper");
  }
}

void close(Wording& w, const v1::CloseContest& body) {
  w.title("Đóng bỏ phiếu", "Close a contest", body.contest());
  w.round_of(body.contest(), body.round());
  if (const congress::Round* round = w.current_of(body.contest())) {
    w.effect("số phiếu điện tử đã bỏ đến lúc này", "electronic ballots cast so far",
             std::to_string(round->board.size()));
    w.effect("số phiếu giấy được phát", "papers that may be issued",
             std::to_string(congress::papers_to_issue(*round)));
  }
  w.warn("sau đó không bỏ phiếu được nữa; hãy hỏi ai chưa có biên nhận",
         "no ballot can follow; ask who has no receipt yet");
}

void declare(Wording& w, const v1::DeclareResult& body) {
  w.title("Xác nhận kết quả kiểm phiếu", "Declare the result", body.contest());
  w.round_of(body.contest(), body.round());
  w.line("Phiên bản chương trình", "Program version", body.program_version());
  w.line("Số bản biên bản", "Copies", body.copies());
  for (const auto& one : body.not_signing()) {
    w.line("Không ký", "Not signing", w.person(one.person()) + ": " + one.reason());
  }
  const auto mine = congress::outcome_bytes(w.state, body.contest());
  if (!mine || !equal(*mine, view(body.outcome()))) {
    w.warn("KẾT QUẢ KHÁC với kết quả máy này tính ra, đừng ký",
           "THE OUTCOME DIFFERS from what this machine computes; do not sign");
  }
  v1::Outcome outcome;
  const congress::Round* round = w.current_of(body.contest());
  if (round == nullptr || !outcome.ParseFromString(body.outcome())) return;
  w.line("Số làm căn cứ", "Base", outcome.base().base());
  w.line("Phiếu phát ra", "Issued", outcome.total().issued());
  w.line("Phiếu thu về", "Collected", outcome.total().collected());
  if (outcome.has_electronic() && outcome.has_paper()) {
    w.line("Trong đó phiếu điện tử", "Of them electronic", outcome.electronic().collected());
    w.line("Trong đó phiếu giấy", "Of them on paper", outcome.paper().collected());
  }
  if (outcome.total().annulled() != 0) {
    w.line("Phiếu điện tử đã hủy", "Electronic ballots annulled", outcome.total().annulled());
  }
  w.line("Hợp lệ", "Valid", outcome.total().valid());
  w.line("Không hợp lệ", "Invalid", outcome.total().invalid());
  const auto& candidates = round->definition.candidates;
  const int names = std::min(outcome.total().votes_size(), static_cast<int>(candidates.size()));
  for (int i = 0; i < names; ++i) {
    const bool has_percent = i < outcome.percent_size();
    const auto position = static_cast<std::uint32_t>(i + 1);
    const bool elected = std::ranges::find(outcome.elected(), position) != outcome.elected().end();
    w.out.lines.push_back(
        std::to_string(i + 1) + ". " + candidates[static_cast<std::size_t>(i)].name + ": " +
        std::to_string(outcome.total().votes(i)) +
        (has_percent ? " (" + percent_text(outcome.percent(i), w.language()) + " %)" : "") +
        (elected ? w.say(" – trúng cử", " – elected") : ""));
  }
  w.line("Còn thiếu", "Unfilled", outcome.unfilled());
  w.line("Tiếp theo", "Next", next_word(outcome.next(), w.language()));
}

void sign(Wording& w, const v1::SignMinutes& body) {
  w.title("Ký biên bản kiểm phiếu", "Sign the minutes", body.contest());
  w.round_of(body.contest(), body.round());
  w.line("SHA-256 của biên bản", "SHA-256 of the minutes", w.hash(body.minutes_hash()));
  const auto mine = report::minutes_hash(w.state, body.contest(), body.round());
  if (!mine || !equal(*mine, view(body.minutes_hash()))) {
    w.warn("BIÊN BẢN KHÁC với biên bản máy này lập ra, đừng ký",
           "THE MINUTES DIFFER from those this machine makes; do not sign");
  } else {
    w.effect("đúng biên bản máy này lập ra", "they are the minutes that this machine makes");
  }
}

void annul(Wording& w, const v1::AnnulContest& body) {
  w.title("Hủy cuộc bầu", "Annul a contest", body.contest());
  w.round_of(body.contest(), body.round());
  w.line("Lý do", "Reason", body.reason());
  w.hands("Biểu quyết", "Hands", body.has_hands(), body.hands());
  w.warn("mọi phiếu của lượt này không còn giá trị", "no ballot of this round counts any more");
}

}  // namespace

bool round_words(Wording& w, const v1::Command& command) {
  switch (command.body_case()) {
    case v1::Command::kOpenContest:
      open(w, command.open_contest());
      return true;
    case v1::Command::kCastBallot:
      w.title("Bỏ phiếu", "Cast a ballot", command.cast_ballot().contest());
      return true;
    case v1::Command::kMoveToPaper:
      move(w, command.move_to_paper());
      return true;
    case v1::Command::kCloseContest:
      close(w, command.close_contest());
      return true;
    case v1::Command::kRecordRemark: {
      const auto& body = command.record_remark();
      w.title("Ghi ý kiến vào biên bản", "Record a remark", body.contest());
      w.round_of(body.contest(), body.round());
      w.line("Nội dung, in nguyên văn", "Text, printed as it is", body.text());
      return true;
    }
    case v1::Command::kDeclareResult:
      declare(w, command.declare_result());
      return true;
    case v1::Command::kSignMinutes:
      sign(w, command.sign_minutes());
      return true;
    case v1::Command::kAnnounceResult: {
      const auto& body = command.announce_result();
      w.title("Công bố kết quả", "Announce the result", body.contest());
      w.round_of(body.contest(), body.round());
      w.line("Bản xác nhận kết quả", "Declaration", w.hash(body.declaration_hash()));
      const congress::Round* round = w.current_of(body.contest());
      if (round != nullptr && round->declaration &&
          !equal(round->declaration->payload_hash, view(body.declaration_hash()))) {
        w.warn("không phải bản xác nhận mới nhất", "not the newest declaration");
      }
      w.effect("mọi người xem được kết quả và biên bản",
               "everybody can read the outcome and the minutes");
      return true;
    }
    case v1::Command::kAnnulContest:
      annul(w, command.annul_contest());
      return true;
    default:
      return false;
  }
}

}  // namespace hp::client
