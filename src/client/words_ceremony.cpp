// The trustees' commands, in words.
#include "client/words_parts.h"
#include "congress/contest_lookup.h"

namespace hp::client {
namespace {

void start(Wording& w, const v1::StartCeremony& body) {
  w.title("Bắt đầu lễ tạo khóa", "Start a key ceremony", std::to_string(body.ceremony()));
  w.line("Số người giữ khóa", "Trustees", body.n());
  w.line("Cần để mở kết quả", "Needed to open a result", body.k());
  for (int i = 0; i < body.trustees_size(); ++i) {
    w.out.lines.push_back(std::to_string(i + 1) + ". " + w.person(body.trustees(i)));
  }
  w.effect("lễ trước, nếu có, không còn dùng cho lượt bầu mới",
           "an earlier ceremony serves no new round any more");
}

void closing(Wording& w, const v1::AcceptClosing& body) {
  w.title("Nhận đầu hồ sơ lúc đóng bỏ phiếu", "Accept the closing head", body.contest());
  w.round_of(body.contest(), body.round());
  w.line("Số mục", "Entries", body.closing().size());
  w.line("Gốc", "Root", w.hash(body.closing().root()));
  w.effect("hãy so với màn hình hội trường", "compare it with the hall screen");
  const congress::ContestState* found = congress::find_contest(w.state, body.contest());
  if (found == nullptr || !found->current().closing) return;
  const auto head = congress::head_after(w.state, found->current().closing->when);
  if (head.size != body.closing().size() || !equal(head.root, view(body.closing().root()))) {
    w.warn("khác hồ sơ máy này có", "unlike the record that this machine has");
  }
}

}  // namespace

bool ceremony_words(Wording& w, const v1::Command& command) {
  const auto step = [&](std::string_view vi, std::string_view en, std::uint32_t ceremony) {
    w.title(vi, en, std::to_string(ceremony));
    return true;
  };
  switch (command.body_case()) {
    case v1::Command::kStartCeremony:
      start(w, command.start_ceremony());
      return true;
    case v1::Command::kCommitKey:
      return step("Lễ tạo khóa, bước 1: cam kết", "Ceremony, step 1: commit",
                  command.commit_key().ceremony());
    case v1::Command::kRevealKey:
      return step("Lễ tạo khóa, bước 2: mở cam kết", "Ceremony, step 2: reveal",
                  command.reveal_key().ceremony());
    case v1::Command::kShareKey:
      return step("Lễ tạo khóa, bước 3: chia phần khóa", "Ceremony, step 3: share",
                  command.share_key().ceremony());
    case v1::Command::kAcceptKey:
      w.line("Mã lễ tạo khóa", "Ceremony hash", w.hash(command.accept_key().ceremony_hash()));
      return step("Lễ tạo khóa, bước 4: nhận khóa chung", "Ceremony, step 4: accept the key",
                  command.accept_key().ceremony());
    case v1::Command::kComplainKey:
      w.line("Về người giữ khóa số", "Against trustee", command.complain_key().against());
      w.line("Lý do", "Reason", command.complain_key().reason());
      return step("Lễ tạo khóa: khiếu nại", "Ceremony: complain",
                  command.complain_key().ceremony());
    case v1::Command::kRehearseKey:
      return step("Lễ tạo khóa, bước 5: tập mở", "Ceremony, step 5: rehearse",
                  command.rehearse_key().ceremony());
    case v1::Command::kAcceptClosing:
      closing(w, command.accept_closing());
      return true;
    case v1::Command::kDecryptTally: {
      const auto& body = command.decrypt_tally();
      w.title("Giải mã phần của mình", "Decrypt one's part of the tally", body.contest());
      w.round_of(body.contest(), body.round());
      w.line("Số cột", "Columns", body.partials().size() / 227);
      return true;
    }
    default:
      return false;
  }
}

}  // namespace hp::client
