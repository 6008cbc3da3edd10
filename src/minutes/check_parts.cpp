#include "minutes/check_parts.h"

#include <algorithm>

#include "base/text.h"
#include "minutes/codes.h"

namespace hp::minutes::check_parts {
namespace {

// Positions on the ballot, none twice.
Result<void> check_positions(const char* where, const std::vector<Count>& positions,
                             std::size_t names) {
  std::vector<bool> seen(names, false);
  for (const Count position : positions) {
    if (position == 0 || position > names || seen[position - 1]) {
      return fail(codes::kMinutesPosition, where, std::to_string(position));
    }
    seen[position - 1] = true;
  }
  return {};
}

Result<void> check_problems(std::string_view list, const std::vector<std::string>& words) {
  return each(list, words, [](const std::string& problem) -> Result<void> {
    if (!problem_text(problem)) return fail(codes::kMinutesUnknownWord, "", problem);
    return {};
  });
}

}  // namespace

Result<void> located(std::string_view where, Result<void> result) {
  if (result) return result;
  return std::unexpected(under(where, std::move(result).error()));
}

Result<void> text(std::string_view where, std::string_view value) {
  return located(where, check_nfc(value));
}

Result<void> person(std::string_view where, const Person& who) {
  HP_TRY(located(where, text("id", who.id)));
  return located(where, text("name", who.name));
}

Result<void> congress(const Congress& it) {
  HP_TRY(text("organisation", it.organisation));
  HP_TRY(text("congress", it.congress));
  HP_TRY(text("term", it.term));
  HP_TRY(text("place", it.place));
  if (it.days.empty()) return fail(codes::kMinutesNoDay, "days");
  return {};
}

Result<void> people(std::string_view list, const std::vector<Person>& people_of) {
  return each(list, people_of, [](const Person& who) -> Result<void> {
    HP_TRY(text("id", who.id));
    return text("name", who.name);
  });
}

// Digits, or digits, a point and digits.
bool is_decimal(std::string_view text_of) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto point = text_of.find('.');
  const std::string_view whole = text_of.substr(0, point);
  if (whole.empty() || !std::ranges::all_of(whole, is_digit)) return false;
  if (point == std::string_view::npos) return true;
  const std::string_view rest = text_of.substr(point + 1);
  return !rest.empty() && std::ranges::all_of(rest, is_digit);
}

Result<void> outcome(const Outcome& it, Office office, std::size_t names) {
  if (it.percent.size() != names) return fail(codes::kMinutesListLength, "percent");
  HP_TRY(each("percent", it.percent, [](const std::string& percent) -> Result<void> {
    if (!is_decimal(percent)) return fail(codes::kMinutesPercent, "", percent);
    return {};
  }));
  HP_TRY(check_positions("elected", it.elected, names));
  HP_TRY(check_positions("alternates", it.alternates, names));
  HP_TRY(check_positions("ranking", it.ranking, names));
  if (it.tie) HP_TRY(check_positions("tie.candidates", it.tie->candidates, names));
  if (is_poll(office)) {
    if (!it.next.empty()) return fail(codes::kMinutesUnknownWord, "next", it.next);
    if (it.ranking.size() != names) return fail(codes::kMinutesListLength, "ranking");
  } else if (!next_text(it.next)) {
    return fail(codes::kMinutesUnknownWord, "next", it.next);
  }
  HP_TRY(check_problems("list_problems", it.list_problems));
  HP_TRY(check_problems("list_warnings", it.list_warnings));
  return check_problems("accounting_problems", it.accounting_problems);
}

}  // namespace hp::minutes::check_parts
