// What `check` refuses in a model: see model.h.
#include <algorithm>

#include "base/text.h"
#include "minutes/codes.h"
#include "minutes/model.h"

namespace hp::minutes {
namespace {

using Where = std::string;

Where at(std::string_view list, std::size_t index) {
  return std::string(list) + "[" + std::to_string(index) + "]";
}

Result<void> located(std::string_view where, Result<void> result) {
  if (result) return result;
  return std::unexpected(under(where, std::move(result).error()));
}

Result<void> check_text(std::string_view where, std::string_view text) {
  return located(where, check_nfc(text));
}

Result<void> check_person(std::string_view where, const Person& person) {
  HP_TRY(located(where, check_text("id", person.id)));
  return located(where, check_text("name", person.name));
}

// Each element in turn, under "list[i]".
template <class Items, class Check>
Result<void> check_each(std::string_view list, const Items& items, Check check_one) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    HP_TRY(located(at(list, i), check_one(items[i])));
  }
  return {};
}

Result<void> check_congress(const Congress& congress) {
  HP_TRY(check_text("organisation", congress.organisation));
  HP_TRY(check_text("congress", congress.congress));
  HP_TRY(check_text("term", congress.term));
  HP_TRY(check_text("place", congress.place));
  if (congress.days.empty()) return fail(codes::kMinutesNoDay, "days");
  return {};
}

Result<void> check_people(std::string_view list, const std::vector<Person>& people) {
  return check_each(list, people, [](const Person& person) -> Result<void> {
    HP_TRY(check_text("id", person.id));
    return check_text("name", person.name);
  });
}

Result<void> check_contest(const Contest& contest) {
  HP_TRY(check_text("id", contest.id));
  HP_TRY(check_text("body", contest.body));
  return check_people("candidates", contest.candidates);
}

Result<void> check_counters(const Counters& counters) {
  HP_TRY(check_person("head", counters.head));
  HP_TRY(check_people("members", counters.members));
  return check_each("replacements", counters.replacements,
                    [](const Replacement& change) -> Result<void> {
                      HP_TRY(check_person("leaving", change.leaving));
                      if (change.coming) HP_TRY(check_person("coming", *change.coming));
                      if (change.new_head) HP_TRY(check_person("new_head", *change.new_head));
                      return check_text("reason", change.reason);
                    });
}

Result<void> check_reason(const std::string& reason) {
  if (!reason_text(reason)) return fail(codes::kMinutesUnknownWord, "reason", reason);
  return {};
}

Result<void> check_part(const Part& part, const Contest& contest) {
  const std::size_t names = contest.candidates.size();
  const std::size_t boxes = contest.form == Form::kBoxes ? names : 0;
  if (part.votes.size() != names) return fail(codes::kMinutesListLength, "votes");
  if (part.disagree.size() != boxes) return fail(codes::kMinutesListLength, "disagree");
  if (part.not_counted.size() != boxes) return fail(codes::kMinutesListLength, "not_counted");
  return check_each("reasons", part.reasons,
                    [](const InvalidReason& row) { return check_reason(row.reason); });
}

Result<void> check_ballots(const Ballots& ballots, const Contest& contest) {
  if (!ballots.electronic && !ballots.paper) return fail(codes::kMinutesNoBallots);
  if (ballots.electronic) {
    HP_TRY(located("electronic", check_part(*ballots.electronic, contest)));
  }
  if (ballots.paper) HP_TRY(located("paper", check_part(*ballots.paper, contest)));
  return located("total", check_part(ballots.total, contest));
}

// Positions on the ballot, none twice.
Result<void> check_positions(std::string_view where, const std::vector<Count>& positions,
                             std::size_t names) {
  std::vector<bool> seen(names, false);
  for (const Count position : positions) {
    if (position == 0 || position > names || seen[position - 1]) {
      return fail(codes::kMinutesPosition, Where(where), std::to_string(position));
    }
    seen[position - 1] = true;
  }
  return {};
}

// Digits, or digits, a point and digits.
bool is_decimal(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  if (whole.empty() || !std::ranges::all_of(whole, is_digit)) return false;
  if (point == std::string_view::npos) return true;
  const std::string_view rest = text.substr(point + 1);
  return !rest.empty() && std::ranges::all_of(rest, is_digit);
}

Result<void> check_problems(std::string_view list, const std::vector<std::string>& words) {
  return check_each(list, words, [](const std::string& problem) -> Result<void> {
    if (!problem_text(problem)) return fail(codes::kMinutesUnknownWord, "", problem);
    return {};
  });
}

Result<void> check_outcome(const Outcome& outcome, const Contest& contest) {
  const std::size_t names = contest.candidates.size();
  if (outcome.percent.size() != names) return fail(codes::kMinutesListLength, "percent");
  HP_TRY(check_each("percent", outcome.percent, [](const std::string& percent) -> Result<void> {
    if (!is_decimal(percent)) return fail(codes::kMinutesPercent, "", percent);
    return {};
  }));
  HP_TRY(check_positions("elected", outcome.elected, names));
  HP_TRY(check_positions("alternates", outcome.alternates, names));
  HP_TRY(check_positions("ranking", outcome.ranking, names));
  if (outcome.tie) HP_TRY(check_positions("tie.candidates", outcome.tie->candidates, names));
  if (is_poll(contest.office)) {
    if (!outcome.next.empty()) return fail(codes::kMinutesUnknownWord, "next", outcome.next);
    if (outcome.ranking.size() != names) return fail(codes::kMinutesListLength, "ranking");
  } else if (!next_text(outcome.next)) {
    return fail(codes::kMinutesUnknownWord, "next", outcome.next);
  }
  HP_TRY(check_problems("list_problems", outcome.list_problems));
  HP_TRY(check_problems("list_warnings", outcome.list_warnings));
  return check_problems("accounting_problems", outcome.accounting_problems);
}

Result<void> check_difference(const Difference& row) {
  HP_TRY(check_text("paper", row.paper));
  return check_text("settled", row.settled);
}

Result<void> check_counting(const Counting& counting) {
  HP_TRY(check_each("differences", counting.differences, check_difference));
  HP_TRY(check_people("trustees", counting.trustees));
  HP_TRY(check_text("program_version", counting.program_version));
  HP_TRY(check_text("profile", counting.profile));
  return check_each("settings", counting.settings, [](const Setting& setting) -> Result<void> {
    HP_TRY(check_text("name", setting.name));
    return check_text("value", setting.value);
  });
}

Result<void> check_completion(const Completion& completion) {
  HP_TRY(check_person("presidium", completion.presidium));
  return check_each("not_signing", completion.not_signing,
                    [](const NotSigning& row) -> Result<void> {
                      HP_TRY(check_person("person", row.person));
                      return check_text("reason", row.reason);
                    });
}

Result<void> check_doubtful(const Doubtful& row) {
  HP_TRY(check_text("paper", row.paper));
  HP_TRY(check_reason(row.reason));
  return check_text("conclusion", row.conclusion);
}

Result<void> check_remark(const Remark& remark) {
  HP_TRY(check_person("by", remark.by));
  return check_text("text", remark.text);
}

}  // namespace

Result<void> check(const Model& model) {
  HP_TRY(located("congress", check_congress(model.congress)));
  HP_TRY(located("contest", check_contest(model.contest)));
  HP_TRY(located("counters", check_counters(model.counters)));
  HP_TRY(located("ballots", check_ballots(model.ballots, model.contest)));
  HP_TRY(check_each("doubtful", model.doubtful, check_doubtful));
  HP_TRY(check_each("remarks", model.remarks, check_remark));
  HP_TRY(located("outcome", check_outcome(model.outcome, model.contest)));
  HP_TRY(located("counting", check_counting(model.counting)));
  if (model.annulled) HP_TRY(check_text("annulled.reason", model.annulled->reason));
  return located("completion", check_completion(model.completion));
}

}  // namespace hp::minutes
