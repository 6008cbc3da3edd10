#include "report/flow_parts.h"

#include "base/hex.h"

namespace hp::report::parts {

using pdf::Align;
using pdf::Face;
using pdf::mm;
using pdf::pt;

pdf::Paragraph text(std::string words, pdf::Length size, Face face, Align align) {
  pdf::Paragraph out;
  out.runs.push_back({std::move(words), face});
  out.size = size;
  out.align = align;
  return out;
}

pdf::Document document(const congress::State& state, const congress::Round& round,
                       const std::string& title) {
  const congress::Definition& d = round.definition;
  pdf::Document out;
  out.title = (d.rehearsal ? "DIỄN TẬP – " : "") + title + ": " + d.body;
  out.author = state.founding.organisation();
  out.paper.left = mm(20);
  auto& flow = out.flow;
  if (d.rehearsal) {
    pdf::Paragraph words = text(kRehearsalWords, pt(14), Face::kBold, Align::kCentre);
    words.after = pt(6);
    flow.emplace_back(std::move(words));
  }
  flow.emplace_back(text(state.founding.organisation() + " – " + state.founding.congress(), pt(12),
                         Face::kRegular, Align::kCentre));
  pdf::Paragraph name = text(title, pt(16), Face::kBold, Align::kCentre);
  name.role = pdf::Role::kTitle;
  name.before = pt(8);
  flow.emplace_back(std::move(name));
  pdf::Paragraph about =
      text((d.rehearsal ? "Diễn tập bầu " : "Bầu ") + d.body + " (" + d.contest + ", lần bầu thứ " +
               std::to_string(d.ballot) + ", lượt mở " + std::to_string(d.round) + ")",
           pt(12), Face::kItalic, Align::kCentre);
  about.after = pt(8);
  flow.emplace_back(std::move(about));
  return out;
}

std::string column_title(const congress::Round& round, const std::string& title) {
  return (round.definition.rehearsal ? "DIỄN TẬP · " : "") + title;
}

void put_record(pdf::Document& document, const congress::State& state,
                const congress::Round& round) {
  pdf::Paragraph definition =
      text(column_title(round, "Danh sách đã thông qua, SHA-256: ") + to_hex(round.definition.hash),
           kSmall);
  definition.before = pt(6);
  document.flow.emplace_back(std::move(definition));
  document.flow.emplace_back(text("Sổ ghi có " + std::to_string(state.size) +
                                      " mục khi in; gốc: " + to_hex(state.roots[state.size]),
                                  kSmall));
}

void put_signers(pdf::Document& document, const congress::Round& round,
                 const std::vector<Signer>& signers) {
  auto& flow = document.flow;
  pdf::Paragraph day =
      text("……………………, ngày …… tháng …… năm ………", pt(12), Face::kItalic, Align::kRight);
  day.before = pt(10);
  day.keep_with_next = true;
  flow.emplace_back(std::move(day));
  if (round.definition.rehearsal) {
    pdf::Paragraph words = text(kRehearsalWords, pt(11), Face::kBold, Align::kCentre);
    words.before = pt(4);
    words.keep_with_next = true;
    flow.emplace_back(std::move(words));
  }
  // A page may begin with any of these.
  const std::string after = round.definition.rehearsal ? " (DIỄN TẬP)" : "";
  for (std::size_t i = 0; i < signers.size(); i += 2) {
    pdf::Columns row;
    row.before = pt(8);
    for (std::size_t at = i; at < i + 2; ++at) {
      pdf::Column& column = row.columns.emplace_back();
      if (at >= signers.size()) continue;
      column.pieces.emplace_back(
          text(signers[at].office + after, pt(12), Face::kBold, Align::kCentre));
      column.pieces.emplace_back(
          text("(ký, ghi rõ họ tên)", pt(11), Face::kItalic, Align::kCentre));
      column.pieces.emplace_back(pdf::Space{mm(16)});
      if (!signers[at].name.empty()) {
        column.pieces.emplace_back(text(signers[at].name, pt(12), Face::kBold, Align::kCentre));
      }
    }
    flow.emplace_back(std::move(row));
  }
}

std::vector<Signer> counters_to_sign(const congress::Round& round) {
  const std::string head = "TRƯỞNG BAN KIỂM PHIẾU";
  const std::string member = "ỦY VIÊN BAN KIỂM PHIẾU";
  if (!round.counters) return {{head, ""}, {member, ""}, {member, ""}};
  std::vector<Signer> out;
  for (const congress::Named& one : round.counters->all) {
    if (one.person == round.counters->head) {
      out.insert(out.begin(), {head, one.name});
    } else {
      out.push_back({member, one.name});
    }
  }
  return out;
}

}  // namespace hp::report::parts
