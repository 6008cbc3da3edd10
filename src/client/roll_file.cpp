#include "client/roll_file.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <span>

#include "base/text.h"
#include "base/time.h"
#include "client/csv_table.h"
#include "client/name_letters.h"
#include "client/roll_codes.h"

namespace hp::client {
namespace {

struct Column {
  std::string_view name;
  bool needed = false;
};

constexpr std::array<Column, 12> kRollColumns{{{"code", true},
                                               {"full_name", true},
                                               {"sex", true},
                                               {"born", true},
                                               {"organisation", true},
                                               {"standing", true},
                                               {"basis", true},
                                               {"convening_committee"},
                                               {"active_elsewhere"},
                                               {"exempted"},
                                               {"suspended"},
                                               {"charged"}}};

// Where each column stands, from 0.
using Places = std::map<std::string, std::size_t, std::less<>>;

Result<Places> places_of(const std::vector<CsvRow>& rows, std::span<const Column> columns,
                         bool others_allowed) {
  if (rows.empty()) return fail(codes::kCsvHeading, "row 1");
  Places out;
  for (std::size_t i = 0; i < rows[0].cells.size(); ++i) {
    const std::string& name = rows[0].cells[i];
    const bool known = std::ranges::find(columns, name, &Column::name) != columns.end();
    if (!known && others_allowed) continue;
    if (!known || !out.emplace(name, i).second) return fail(codes::kCsvHeading, "row 1", name);
  }
  for (const Column& column : columns) {
    if (column.needed && !out.contains(column.name)) {
      return fail(codes::kCsvHeading, "row 1", std::string(column.name));
    }
  }
  return out;
}

std::string trimmed(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\r\n\v\f";
  const std::size_t from = text.find_first_not_of(kSpaces);
  if (from == std::string_view::npos) return {};
  return std::string(text.substr(from, text.find_last_not_of(kSpaces) + 1 - from));
}

// One row on its way to a person: takes cells, notes what is found.
class Row {
 public:
  Row(const CsvRow& row, const Places& places, std::vector<RollFinding>& findings)
      : row_(row), places_(places), findings_(findings) {}

  // The cell in its mended form; empty where there is no such column.
  std::string take(std::string_view column) {
    const auto place = places_.find(column);
    if (place == places_.end()) return {};
    const std::string& raw = row_.cells[place->second];
    std::string text = trimmed(raw);
    if (text != raw) note(false, column, codes::kRollTrimmed, raw, text);
    auto composed = to_nfc(text);
    if (composed.has_value() && *composed != text) {
      note(false, column, codes::kRollComposed, text, *composed);
      text = std::move(*composed);
    }
    return text;
  }

  std::string take_needed(std::string_view column) {
    std::string text = take(column);
    if (text.empty()) fault(column, codes::kRollCellEmpty);
    return text;
  }

  // Text that people read: only letters that Vietnamese has, no letter that hides.
  std::string take_text(std::string_view column) {
    std::string text = take_needed(column);
    if (const auto odd = odd_letter(text)) {
      fault(column, odd->visible ? codes::kRollLookAlike : codes::kRollInvisible, text, odd->about);
    } else if (text.find("  ") != std::string::npos) {
      fault(column, codes::kRollSpaces, text);
    }
    return text;
  }

  template <class Value, std::size_t N>
  Value take_word(std::string_view column,
                  const std::array<std::pair<std::string_view, Value>, N>& words) {
    const std::string text = take_needed(column);
    const auto found = std::ranges::find(words, text, &std::pair<std::string_view, Value>::first);
    if (found != words.end()) return found->second;
    std::string known;
    for (const auto& [word, value] : words)
      known += (known.empty() ? "" : ", ") + std::string(word);
    if (!text.empty()) fault(column, codes::kRollWord, text, known);
    return {};
  }

  bool take_flag(std::string_view column) {
    const std::string text = take(column);
    if (text == "x" || text == "X") return true;
    if (!text.empty()) fault(column, codes::kRollWord, text, "x");
    return false;
  }

  void fault(std::string_view column, const ErrorCode& code, std::string value = "",
             std::string other = "") {
    good_ = false;
    note(true, column, code, std::move(value), std::move(other));
  }
  bool good() const { return good_; }

 private:
  void note(bool is_fault, std::string_view column, const ErrorCode& code, std::string value,
            std::string other) {
    const auto place = places_.find(column);
    findings_.push_back({is_fault, row_.number, place == places_.end() ? 0 : place->second + 1,
                         std::string(column), &code, std::move(value), std::move(other)});
  }

  const CsvRow& row_;
  const Places& places_;
  std::vector<RollFinding>& findings_;
  bool good_ = true;
};

constexpr std::array<std::pair<std::string_view, v1::Sex>, 2> kSexes{
    {{"nam", v1::SEX_MALE}, {"nữ", v1::SEX_FEMALE}}};
constexpr std::array<std::pair<std::string_view, v1::Standing>, 4> kStandings{
    {{"official", v1::STANDING_OFFICIAL},
     {"alternate", v1::STANDING_ALTERNATE},
     {"probationary", v1::STANDING_PROBATIONARY},
     {"temporary_here", v1::STANDING_TEMPORARY_HERE}}};
constexpr std::array<std::pair<std::string_view, v1::Basis>, 4> kBases{
    {{"elected", v1::BASIS_ELECTED},
     {"ex_officio", v1::BASIS_EX_OFFICIO},
     {"appointed", v1::BASIS_APPOINTED},
     {"member", v1::BASIS_MEMBER}}};

std::uint32_t take_year(Row& row) {
  const std::string text = row.take_needed("born");
  if (text.empty()) return 0;
  auto day = day_from_vietnamese(text);
  if (!day) day = day_from_iso(text);
  if (!day || day->year < 1900 || day->year > 2100) {
    row.fault("born", codes::kRollDate, text);
    return 0;
  }
  return static_cast<std::uint32_t>(day->year);
}

v1::Person person_of(Row& row, const std::vector<v1::Organisation>& organisations) {
  v1::Person out;
  out.set_id(row.take_text("code"));
  out.set_name(row.take_text("full_name"));
  out.set_sex(row.take_word("sex", kSexes));
  out.set_born_year(take_year(row));
  out.set_organisation(row.take_text("organisation"));
  const bool known = std::ranges::any_of(
      organisations, [&](const auto& one) { return one.name() == out.organisation(); });
  if (!organisations.empty() && !known && !out.organisation().empty()) {
    row.fault("organisation", codes::kRollOrganisation, out.organisation());
  }
  out.set_standing(row.take_word("standing", kStandings));
  out.set_basis(row.take_word("basis", kBases));
  out.set_convening_committee(row.take_flag("convening_committee"));
  out.set_active_elsewhere(row.take_flag("active_elsewhere"));
  out.set_exempted(row.take_flag("exempted"));
  out.set_suspended(row.take_flag("suspended"));
  out.set_charged(row.take_flag("charged"));
  return out;
}

}  // namespace

bool RollReading::good() const {
  return std::ranges::none_of(findings, &RollFinding::fault);
}

Result<RollReading> read_roll(std::string_view csv,
                              const std::vector<v1::Organisation>& organisations) {
  HP_ASSIGN(const auto rows, read_csv(csv));
  HP_ASSIGN(const Places places, places_of(rows, kRollColumns, false));
  RollReading out;
  std::map<std::string, std::size_t> codes;  // code → row
  for (std::size_t i = 1; i < rows.size(); ++i) {
    Row row(rows[i], places, out.findings);
    if (rows[i].cells.size() != rows[0].cells.size()) {
      row.fault("", codes::kCsvRowLength, std::to_string(rows[i].cells.size()),
                std::to_string(rows[0].cells.size()));
      continue;
    }
    v1::Person person = person_of(row, organisations);
    const auto [first, is_new] = codes.emplace(person.id(), rows[i].number);
    if (!is_new && !person.id().empty()) {
      row.fault("code", codes::kRollCodeTwice, person.id(), std::to_string(first->second));
    }
    if (row.good()) out.people.push_back(std::move(person));
  }
  return out;
}

namespace {

// Rows of files that are taken whole or not at all: the first fault is the error.
template <class Take>
Result<void> each_row(std::string_view csv, std::span<const Column> columns, Take take) {
  HP_ASSIGN(const auto rows, read_csv(csv));
  HP_ASSIGN(const Places places, places_of(rows, columns, true));
  std::vector<RollFinding> findings;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    Row row(rows[i], places, findings);
    if (rows[i].cells.size() == rows[0].cells.size()) {
      take(row);
    } else {
      row.fault("", codes::kCsvRowLength);
    }
    if (row.good()) continue;
    const RollFinding& last = findings.back();
    return fail(*last.code, "row " + std::to_string(last.row) + ", " + last.heading, last.value);
  }
  return {};
}

}  // namespace

Result<std::vector<v1::Organisation>> read_organisations(std::string_view csv) {
  constexpr std::array<Column, 2> kColumns{{{"organisation", true}, {"delegates_allocated", true}}};
  std::vector<v1::Organisation> out;
  HP_TRY(each_row(csv, kColumns, [&](Row& row) {
    v1::Organisation one;
    one.set_name(row.take_text("organisation"));
    const std::string text = row.take_needed("delegates_allocated");
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) {
      row.fault("delegates_allocated", codes::kRollNumber, text);
    }
    one.set_allocation(number);
    out.push_back(std::move(one));
  }));
  return out;
}

Result<std::vector<congress::Candidate>> read_candidates(std::string_view csv) {
  constexpr std::array<Column, 2> kColumns{{{"code", true}, {"full_name", true}}};
  std::vector<congress::Candidate> out;
  HP_TRY(each_row(csv, kColumns, [&](Row& row) {
    std::string code = row.take_text("code");
    std::string name = row.take_text("full_name");
    if (std::ranges::find(out, code, &congress::Candidate::person) != out.end()) {
      row.fault("code", codes::kRollCodeTwice, code);
    }
    out.push_back({std::move(code), std::move(name)});
  }));
  return out;
}

std::string describe(const RollFinding& finding, Language language) {
  const bool vi = language == Language::kVietnamese;
  std::string out = (vi ? "dòng " : "row ") + std::to_string(finding.row);
  if (finding.column != 0) {
    out += (vi ? ", cột " : ", column ") + std::to_string(finding.column) + " (" + finding.heading +
           ")";
  }
  out += std::string(": ") + std::string(vi ? finding.code->vi : finding.code->en);
  if (!finding.value.empty()) out += ": “" + finding.value + "”";
  if (!finding.other.empty()) out += " → " + finding.other;
  return out + " [" + std::string(finding.code->name) + "]";
}

}  // namespace hp::client
