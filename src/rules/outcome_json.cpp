#include "rules/case_json.h"
#include "rules/json_text.h"

namespace hp::rules {
namespace {

using OrderedJson = nlohmann::ordered_json;

OrderedJson json_of(const std::vector<Candidate>& candidates) {
  OrderedJson out = OrderedJson::array();
  for (const Candidate candidate : candidates) out.push_back(candidate.number);
  return out;
}

template <class Enum>
OrderedJson json_of(const std::vector<Enum>& words) {
  OrderedJson out = OrderedJson::array();
  for (const Enum value : words) out.push_back(word(value));
  return out;
}

OrderedJson json_of(const ListCheck& list) {
  return {{"ok", list.ok()},
          {"problems", json_of(list.problems)},
          {"warnings", json_of(list.warnings)}};
}

OrderedJson json_of(const BaseOf& base) {
  OrderedJson deductions = OrderedJson::object();
  for (const Deducted& deducted : base.deductions) {
    deductions[std::string(word(deducted.reason))] = deducted.count.value;
  }
  return {{"convened", base.convened.value},
          {"deductions", std::move(deductions)},
          {"base", base.base.value},
          {"needed", base.needed.value}};
}

OrderedJson json_of(const Verdict& verdict) {
  return {{"class", word(verdict.ballot_class)},
          {"reasons", json_of(verdict.reasons)},
          {"votes", json_of(verdict.votes)},
          {"not_counted", json_of(verdict.not_counted)}};
}

OrderedJson json_of(const Tie& tie) {
  return {{"candidates", json_of(tie.candidates)}, {"seats", tie.seats.value}};
}

OrderedJson json_of(const AccountingCheck& accounting) {
  return {{"ok", accounting.ok()}, {"problems", json_of(accounting.problems)}};
}

// An object with one key a line, built as text so that a long outcome never stands in memory as a
// tree of values.
class Lines {
 public:
  void add(std::string_view key, const OrderedJson& value) { add_text(key, value.dump()); }

  void add_text(std::string_view key, std::string_view text) {
    out_ += out_.empty() ? "{\n" : ",\n";
    out_ += "  \"";
    out_ += key;
    out_ += "\": ";
    out_ += text;
  }

  std::string done() && { return std::move(out_) + "\n}\n"; }

 private:
  std::string out_;
};

std::string json_of_groups(const std::vector<Verdict>& verdicts) {
  std::string out = "[";
  for (const Verdict& verdict : verdicts) {
    out += out.size() == 1 ? "\n    " : ",\n    ";
    out += json_of(verdict).dump();
  }
  return out + (verdicts.empty() ? "]" : "\n  ]");
}

void add_decision(Lines& lines, const Decision& decision, const Contest& contest) {
  const bool has_alternates = contest.is(Office::kUpperDelegates);
  lines.add("elected", json_of(decision.elected));
  if (has_alternates) lines.add("alternates", json_of(decision.alternates));
  if (decision.tie) lines.add("tie", json_of(*decision.tie));
  lines.add("unfilled", decision.unfilled.value);
  if (has_alternates) lines.add("unfilled_alternates", decision.unfilled_alternates.value);
  lines.add("next", word(decision.next));
}

}  // namespace

std::string outcome_json(const NamedCase& one, const Outcome& outcome) {
  Lines lines;
  if (one.id) lines.add("id", *one.id);
  if (one.title) lines.add("title", *one.title);
  if (one.basis) lines.add("basis", *one.basis);
  if (one.status) lines.add("status", word(*one.status));
  lines.add("list", json_of(outcome.list));
  lines.add("base", json_of(outcome.base));
  lines.add_text("ballots", json_of_groups(outcome.ballots));
  lines.add("totals", {{"valid", outcome.tally.valid.value},
                       {"invalid", outcome.tally.invalid.value},
                       {"held", outcome.tally.held.value}});
  OrderedJson votes = OrderedJson::array();
  for (const Votes of_one : outcome.tally.votes) votes.push_back(of_one.value);
  lines.add("votes", votes);
  lines.add("percent", outcome.percent);
  if (outcome.decision) {
    add_decision(lines, *outcome.decision, one.content.contest);
  } else {
    lines.add("ranking", json_of(outcome.ranking));
  }
  if (outcome.accounting) lines.add("accounting", json_of(*outcome.accounting));
  return std::move(lines).done();
}

}  // namespace hp::rules
