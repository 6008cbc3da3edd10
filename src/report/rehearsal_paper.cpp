#include "report/rehearsal_paper.h"

#include "congress/paper_content.h"
#include "congress/papers.h"
#include "minutes/words.h"
#include "pdf/make.h"
#include "report/count_words.h"
#include "report/flow_parts.h"
#include "report/known_deck.h"

namespace hp::report {
namespace {

using congress::Round;
using congress::State;
using pdf::Align;
using pdf::Face;
using pdf::mm;
using pdf::pt;

std::vector<pdf::Run> cell(std::string words, bool bold = false) {
  return {{std::move(words), bold ? Face::kBold : Face::kRegular}};
}

const char* part_text(BallotPart part) {
  switch (part) {
    case BallotPart::kElectronic:
      return "Phiếu điện tử";
    case BallotPart::kPaper:
      return "Phiếu giấy";
    case BallotPart::kTotal:
      break;
  }
  return "Tổng cộng";
}

pdf::Table part_table(const ComparedPart& part, const Round& round) {
  pdf::Table out;
  out.size = pt(11);
  out.columns = {{parts::column_title(round, part_text(part.part)), {}, Align::kLeft},
                 {"Biết trước", mm(26), Align::kRight},
                 {"Máy đếm", mm(26), Align::kRight},
                 {"So", mm(24), Align::kCentre}};
  for (const ComparedFigure& one : part.figures) {
    out.rows.push_back({cell(figure_text(one.name, round.definition)),
                        cell(std::to_string(one.expected)), cell(std::to_string(one.counted)),
                        cell(one.alike() ? "khớp" : "KHÁC", !one.alike())});
  }
  return out;
}

pdf::Table paper_table(const Rehearsal& rehearsal, const Round& round) {
  pdf::Table out;
  out.size = pt(11);
  out.columns = {{parts::column_title(round, "Phiếu mẫu số"), mm(34), Align::kRight},
                 {"Trên phiếu", {}, Align::kLeft},
                 {"Lô, phiếu", mm(24), Align::kCentre},
                 {"Đã nhập", {}, Align::kLeft}};
  for (const PaperDifference& one : rehearsal.papers) {
    out.rows.push_back(
        {cell(one.known ? std::to_string(one.known->number) : "–"),
         cell(one.known ? seen_text({one.known->content, one.known->conclusion})
                        : "không có phiếu mẫu này"),
         cell(one.keyed ? std::to_string(one.keyed->place.batch) + ", " +
                              std::to_string(one.keyed->place.sheet)
                        : "–"),
         cell(one.keyed ? seen_text(one.keyed->seen) : "không có phiếu này trong các lô")});
  }
  return out;
}

std::string counts_as(const KnownPaper& paper, const congress::Definition& d) {
  const rules::Verdict verdict = verdict_of(paper, d);
  if (verdict.ballot_class == rules::BallotClass::kValid) {
    return "hợp lệ, " + std::to_string(verdict.votes.size()) + " phiếu bầu";
  }
  std::string out;
  for (const rules::Reason reason : verdict.reasons) {
    out += (out.empty() ? "không hợp lệ: " : "; ") +
           std::string(minutes::reason_text(rules::word(reason)).value_or("?"));
  }
  return out;
}

pdf::Table known_table(const KnownVotes& known, const Round& round) {
  pdf::Table out;
  out.size = pt(11);
  out.columns = {{parts::column_title(round, "Phiếu mẫu số"), mm(34), Align::kRight},
                 {"Trên phiếu", {}, Align::kLeft},
                 {"Được tính là", {}, Align::kLeft},
                 {"Ban kết luận", mm(28), Align::kLeft}};
  for (const KnownPaper& one : known.papers) {
    out.rows.push_back({cell(std::to_string(one.number)), cell(seen_text({one.content, {}})),
                        cell(counts_as(one, round.definition)),
                        cell(!one.conclusion   ? "–"
                             : *one.conclusion ? "hợp lệ"
                                               : "không hợp lệ",
                             one.conclusion.has_value())});
  }
  return out;
}

// What the count must come to, in the same words as the comparison.
pdf::Table expected_table(const rules::Tally& tally, const Round& round, const char* title) {
  pdf::Table out;
  out.size = pt(11);
  out.columns = {{parts::column_title(round, title), {}, Align::kLeft},
                 {"Phải đếm được", mm(34), Align::kRight}};
  const auto& names = round.definition.candidates;
  const auto row = [&](const std::string& name, std::uint64_t figure) {
    out.rows.push_back({cell(figure_text(name, round.definition)), cell(std::to_string(figure))});
  };
  row("collected", tally.ballots().value);
  row("valid", tally.valid.value);
  row("invalid", tally.invalid.value);
  for (std::size_t i = 0; i < names.size(); ++i) {
    row("votes[" + std::to_string(i) + "]", tally.votes[i].value);
  }
  return out;
}

}  // namespace

std::string seen_text(const SeenPaper& seen) {
  std::string out = content_text(congress::to_message(seen.content));
  if (seen.conclusion) out += *seen.conclusion ? "; kết luận: hợp lệ" : "; kết luận: không hợp lệ";
  return out;
}

Result<Bytes> rehearsal_report(const State& state, const Round& round, const Rehearsal& rehearsal,
                               const pdf::Fonts& fonts) {
  pdf::Document document = parts::document(state, round, "BÁO CÁO KẾT QUẢ DIỄN TẬP");
  document.at = round.closing ? round.closing->when.at : round.approved.at;
  auto& flow = document.flow;
  pdf::Paragraph verdict = parts::text(
      rehearsal.matches() ? "KHỚP: máy đếm đúng các phiếu biết trước, từng con số và từng phiếu."
                          : "KHÔNG KHỚP: máy đếm khác các phiếu biết trước, xem chỗ ghi KHÁC.",
      pt(14), Face::kBold, Align::kCentre);
  verdict.after = pt(6);
  flow.emplace_back(std::move(verdict));
  for (const ComparedPart& part : rehearsal.parts) flow.emplace_back(part_table(part, round));
  flow.emplace_back(parts::text(
      "Phiếu giấy giống phiếu mẫu: " + std::to_string(rehearsal.papers_alike) +
          "; khác: " + std::to_string(rehearsal.papers.size()) +
          (rehearsal.papers.empty()
               ? "."
               : ". Phiếu đã trộn, nên mỗi dòng đặt cạnh nhau hai phiếu giống nhau nhất:"),
      pt(12)));
  if (!rehearsal.papers.empty()) flow.emplace_back(paper_table(rehearsal, round));
  parts::put_record(document, state, round);
  parts::put_signers(document, round, parts::counters_to_sign(round));
  return pdf::make(document, fonts);
}

Result<Bytes> deck_list(const State& state, const Round& round, const KnownVotes& known,
                        const pdf::Fonts& fonts) {
  pdf::Document document = parts::document(state, round, "BẢNG KÊ PHIẾU MẪU");
  document.at = round.approved.at;
  document.flow.emplace_back(parts::text(
      "Chỉ dành cho trưởng ban kiểm phiếu: người nhập không được xem. Bộ phiếu mẫu số " +
          std::to_string(known.seed) + ", gồm " + std::to_string(known.papers.size()) +
          " phiếu giấy và " + std::to_string(known.ballots.size()) + " phiếu điện tử.",
      pt(12)));
  document.flow.emplace_back(known_table(known, round));
  document.flow.emplace_back(
      expected_table(expected_of_papers(known, round.definition), round, "Phiếu giấy"));
  if (!known.ballots.empty()) {
    HP_ASSIGN(const rules::Tally ballots, expected_of_ballots(known, round.definition));
    document.flow.emplace_back(expected_table(ballots, round, "Phiếu điện tử"));
  }
  parts::put_record(document, state, round);
  return pdf::make(document, fonts);
}

}  // namespace hp::report
