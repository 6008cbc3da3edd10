#include "report/count_log.h"

#include <algorithm>

#include "base/hex.h"
#include "base/time.h"
#include "congress/people_state.h"
#include "congress/state.h"
#include "congress/views.h"
#include "journal/codes.h"
#include "journal/envelope.h"
#include "pdf/make.h"
#include "report/count_words.h"
#include "report/flow_parts.h"

namespace hp::report {
namespace {

using pdf::Align;
using pdf::Face;
using pdf::mm;
using pdf::pt;

constexpr pdf::Length kText = pt(10);

pdf::Paragraph words(std::string text, Face face, pdf::Length size, Align align = Align::kLeft) {
  pdf::Paragraph out;
  out.runs.push_back({std::move(text), face});
  out.size = size;
  out.align = align;
  return out;
}

// Who signed, by the keys of today; a key that was replaced since stands as its number.
std::string signers(const congress::State& state, const v1::Envelope& envelope) {
  std::string out;
  for (const v1::Signature& one : envelope.signatures()) {
    const Hash key = array_of<32>(view(one.key_id()));
    const auto* person = congress::person_of_key(state, key);
    out += (out.empty() ? "" : ", ") +
           (person != nullptr ? person->name : "khóa " + to_hex(ByteView(key).first(4)));
  }
  return out;
}

// "08:05:12 28/07/2020"
std::string time_of(std::uint64_t at) {
  const std::string iso = iso_vietnam(UnixMs{at});
  return iso.substr(11, 8) + " " + iso.substr(8, 2) + "/" + iso.substr(5, 2) + "/" +
         iso.substr(0, 4);
}

struct Row {
  std::uint64_t index = 0;
  std::uint64_t at = 0;  // signed, ms
  std::string who, what;
};

// Where the round's entries can begin: nothing is about it before its list was first approved.
std::uint64_t beginning_of(const congress::State& state, const std::string& contest,
                           std::uint32_t round) {
  std::uint64_t out = state.size;
  for (const congress::Round& one : state.contests.at(contest).rounds) {
    if (one.number() == round) out = std::min(out, one.approved.index);
  }
  return out;
}

Result<std::vector<Row>> rows_of(const congress::State& state, const ReadEntries& entries,
                                 const std::string& contest, std::uint32_t round) {
  std::vector<Row> out;
  for (std::uint64_t at = beginning_of(state, contest, round); at < state.size;) {
    HP_ASSIGN(const std::vector<Bytes> some, entries(at));
    if (some.empty()) return fail(codes::kRecordHeadDiffers, "entries", std::to_string(at));
    for (std::size_t i = 0; i < some.size() && at < state.size; ++i, ++at) {
      HP_ASSIGN(const v1::Envelope envelope, journal::decode_envelope(some[i]));
      HP_ASSIGN(const v1::Command command, journal::decode_command(view(envelope.payload())));
      auto line = count_line(command);
      if (!line || line->contest != contest || line->round != round) continue;
      out.push_back({at, command.signed_at(), signers(state, envelope), std::move(line->text)});
    }
  }
  return out;
}

// The titles stand on every page; so do the words of a rehearsal among them.
pdf::Table table_of(const std::vector<Row>& rows, const congress::Round& round) {
  pdf::Table table;
  table.size = kText;
  table.columns = {{"Mục", mm(12), Align::kRight},
                   {"Giờ ký", mm(20), Align::kLeft},
                   {"Người ký", mm(38), Align::kLeft},
                   {parts::column_title(round, "Nội dung"), {}, Align::kLeft}};
  for (const Row& row : rows) {
    table.rows.push_back(
        {{{std::to_string(row.index)}}, {{time_of(row.at)}}, {{row.who}}, {{row.what}}});
  }
  return table;
}

}  // namespace

ReadEntries entries_of(std::span<const Bytes> entries) {
  return [entries](std::uint64_t from) -> Result<std::vector<Bytes>> {
    constexpr std::size_t kSome = 200;
    const auto rest = entries.subspan(std::min<std::size_t>(from, entries.size()));
    const auto some = rest.first(std::min(rest.size(), kSome));
    return std::vector<Bytes>(some.begin(), some.end());
  };
}

Result<Bytes> count_log(const congress::State& state, std::span<const Bytes> entries,
                        const std::string& contest, std::uint32_t round, const pdf::Fonts& fonts) {
  return count_log(state, entries_of(entries), contest, round, fonts);
}

Result<Bytes> count_log(const congress::State& state, const ReadEntries& entries,
                        const std::string& contest, std::uint32_t number, const pdf::Fonts& fonts) {
  HP_ASSIGN(const congress::Round* round, congress::find_round(state, contest, number));
  HP_ASSIGN(const std::vector<Row> rows, rows_of(state, entries, contest, number));
  pdf::Document document;
  const bool rehearsal = round->definition.rehearsal;
  document.title = (rehearsal ? "DIỄN TẬP – " : "") + std::string("Nhật ký kiểm phiếu: ") +
                   round->definition.body;
  document.author = state.founding.organisation();
  document.at = UnixMs{rows.empty() ? state.founded_at : rows.back().at};
  document.paper.left = mm(20);
  auto& flow = document.flow;
  flow.emplace_back(words(state.founding.organisation() + " – " + state.founding.congress(),
                          Face::kRegular, pt(12), Align::kCentre));
  auto title = words("NHẬT KÝ KIỂM PHIẾU", Face::kBold, pt(16), Align::kCentre);
  title.role = pdf::Role::kTitle;
  flow.emplace_back(std::move(title));
  std::string about = "Bầu " + round->definition.body + " (" + contest + ", lần bầu thứ " +
                      std::to_string(round->definition.ballot) + ")";
  if (rehearsal) about = "DIỄN TẬP – " + about;
  flow.emplace_back(words(std::move(about), Face::kItalic, pt(12), Align::kCentre));
  flow.emplace_back(table_of(rows, *round));
  flow.emplace_back(words("Sổ ghi có " + std::to_string(state.size) +
                              " mục khi in; gốc: " + to_hex(state.roots[state.size]),
                          Face::kRegular, kText));
  return pdf::make(document, fonts);
}

}  // namespace hp::report
