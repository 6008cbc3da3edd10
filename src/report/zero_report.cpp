#include "report/zero_report.h"

#include "congress/cards_state.h"
#include "congress/contest_codes.h"
#include "congress/contest_env.h"
#include "congress/contest_lookup.h"
#include "congress/papers.h"
#include "congress/views.h"
#include "pdf/make.h"
#include "report/flow_parts.h"
#include "report/rehearsal_codes.h"

namespace hp::report {
namespace {

using congress::Phase;
using congress::Round;
using congress::State;
using pdf::Align;
using pdf::mm;
using pdf::pt;

Result<void> require_nothing_counted(const Round& round) {
  if (round.phase == Phase::kWithdrawn || round.phase == Phase::kAnnulled) {
    return fail(codes::kContestPhase, "contest", std::string(congress::word(round.phase)));
  }
  const auto counted = [](const char* where, std::uint64_t figure) {
    return fail(codes::kZeroCounted, where, std::to_string(figure));
  };
  if (!round.board.empty()) return counted("board", round.board.size());
  if (const auto* figures = round.paper.in_force()) return counted("collected", figures->collected);
  if (!round.paper.batches.empty()) return counted("batches", congress::papers_in_batches(round));
  if (round.tally || round.phase >= Phase::kCounted) return counted("tally", 0);
  return {};
}

bool may_be_electronic(const Round& round) {
  return !round.opening || congress::has_electronic(round.opening->way);
}

pdf::Table figures_table(const State& state, const Round& round) {
  pdf::Table out;
  out.size = pt(12);
  out.columns = {{parts::column_title(round, "Chỉ tiêu"), {}, Align::kLeft},
                 {"Số", mm(30), Align::kRight}};
  const auto row = [&](const char* what, std::uint64_t figure) {
    out.rows.push_back({{{what}}, {{std::to_string(figure)}}});
  };
  if (may_be_electronic(round)) {
    const std::uint32_t unused = round.opening ? congress::void_in(state, round) : 0;
    row("Thẻ bỏ phiếu được", congress::live_cards(state) - unused);
  }
  if (round.opening) row("Phiếu giấy sẽ phát", congress::papers_to_issue(round));
  row("Phiếu điện tử đã bỏ (bảng công khai)", round.board.size());
  row("Phiếu giấy thu về đã ghi", 0);
  row("Lô phiếu đã mở", round.paper.batches.size());
  row("Phiếu giấy trong các lô", congress::papers_in_batches(round));
  const rules::Tally tally = congress::paper_tally(round);
  row("Phiếu hợp lệ đã đếm", tally.valid.value);
  row("Phiếu không hợp lệ đã đếm", tally.invalid.value);
  return out;
}

pdf::Table names_table(const Round& round) {
  const congress::Definition& d = round.definition;
  const rules::Tally tally = congress::paper_tally(round);
  const bool boxes = !tally.disagree.empty();
  pdf::Table out;
  out.size = pt(12);
  out.columns = {{"STT", mm(14), Align::kRight},
                 {parts::column_title(round, "Họ và tên"), {}, Align::kLeft},
                 {boxes ? "Đồng ý" : "Số phiếu bầu", mm(30), Align::kRight}};
  if (boxes) out.columns.push_back({"Không đồng ý", mm(30), Align::kRight});
  for (std::size_t i = 0; i < d.candidates.size(); ++i) {
    auto& row = out.rows.emplace_back();
    row = {{{std::to_string(i + 1)}},
           {{d.candidates[i].name}},
           {{std::to_string(tally.votes[i].value)}}};
    if (boxes) row.push_back({{std::to_string(tally.disagree[i].value)}});
  }
  return out;
}

std::vector<parts::Signer> zero_signers(const State& state, const Round& round) {
  std::vector<parts::Signer> out = parts::counters_to_sign(round);
  const congress::Ceremony* ceremony =
      may_be_electronic(round) ? congress::ceremony_of(state, round) : nullptr;
  if (ceremony == nullptr) return out;
  for (const auto& one : ceremony->trustees) out.push_back({"NGƯỜI GIỮ KHÓA", one.name});
  return out;
}

}  // namespace

Result<Bytes> zero_report(const State& state, const std::string& contest, std::uint32_t number,
                          const pdf::Fonts& fonts) {
  HP_ASSIGN(const Round* round, number == 0 ? congress::current_round(state, contest)
                                            : congress::find_round(state, contest, number));
  HP_TRY(require_nothing_counted(*round));
  pdf::Document document = parts::document(state, *round, "BÁO CÁO SỐ KHÔNG");
  document.at = round->opening ? round->opening->when.at : round->approved.at;
  const bool open = round->phase >= Phase::kOpen;
  document.flow.emplace_back(parts::text(
      std::string("Chúng tôi đã xem những con số mà máy tính ra từ sổ ghi, ") +
          (open ? "sau khi mở bỏ phiếu" : "trước khi mở bỏ phiếu") +
          ": chưa có phiếu nào được bỏ, được nhập hoặc được đếm; số phiếu bầu của mỗi người là 0.",
      pt(13)));
  document.flow.emplace_back(figures_table(state, *round));
  document.flow.emplace_back(names_table(*round));
  parts::put_record(document, state, *round);
  parts::put_signers(document, *round, zero_signers(state, *round));
  return pdf::make(document, fonts);
}

}  // namespace hp::report
