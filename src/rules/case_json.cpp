#include "rules/case_json.h"

#include "rules/case_parts.h"
#include "rules/json_read.h"

namespace hp::rules {
namespace {

constexpr std::uint64_t kMostNamesShown = 20'000'000;

Result<NamedCase> read_case(const Json& value) {
  HP_ASSIGN(const Fields fields,
            Fields::of(value, {"id", "title", "basis", "status", "profile", "settings", "roll",
                               "meeting", "contest", "ballots", "accounting"}));
  NamedCase out;
  HP_TRY(fields.optional("id", out.id, read_text));
  HP_TRY(fields.optional("title", out.title, read_text));
  HP_TRY(fields.optional("basis", out.basis, read_text));
  HP_TRY(fields.optional("status", out.status, read_word<Certainty>));

  Case& content = out.content;
  HP_TRY(fields.optional("profile", content.profile, read_word<Profile>));
  content.settings = settings_of(content.profile);
  HP_TRY(fields.optional("settings", content.settings, [&](const Json& settings) {
    return read_settings(settings, content.profile);
  }));
  HP_TRY(fields.required("roll", content.roll,
                         [](const Json& roll) { return read_list(roll, read_people); }));
  HP_TRY(fields.required("meeting", content.meeting, read_word<Meeting>));
  HP_TRY(fields.required("contest", content.contest, read_contest));
  HP_TRY(fields.required("ballots", content.ballots, [&](const Json& ballots) {
    return read_list(
        ballots, [&](const Json& group) { return read_ballots(group, form_of(content.contest)); });
  }));
  HP_TRY(fields.optional("accounting", content.accounting, read_accounting));
  return out;
}

// What the outcomes would show: every group's names, and once more every person's figures.
bool too_large(const CaseFile& file) {
  std::uint64_t names = 0;
  for (const NamedCase& one : file.cases) {
    names += (one.content.ballots.size() + 1) * one.content.contest.candidates.value;
    if (names > kMostNamesShown) return true;
  }
  return false;
}

Result<std::string> count_one(const NamedCase& one) {
  HP_ASSIGN(const Outcome outcome, count(one.content));
  return outcome_json(one, outcome);
}

}  // namespace

Result<CaseFile> read_cases(std::string_view text) {
  HP_ASSIGN(const Json json, parse_json(text));
  CaseFile out;
  out.is_list = json.is_array();
  if (out.is_list) {
    HP_ASSIGN(out.cases, read_list(json, read_case));
  } else {
    HP_ASSIGN(NamedCase one, read_case(json));
    out.cases.push_back(std::move(one));
  }
  return out;
}

Result<std::string> count_json(std::string_view text) {
  HP_ASSIGN(const CaseFile file, read_cases(text));
  if (too_large(file)) return fail(codes::kCaseTooLarge, "ballots");
  if (!file.is_list) return count_one(file.cases.front());

  std::string out = "[";
  for (std::size_t i = 0; i < file.cases.size(); ++i) {
    auto one = count_one(file.cases[i]);
    if (!one) {
      return std::unexpected(under("[" + std::to_string(i) + "]", std::move(one).error()));
    }
    out += i == 0 ? "\n" : ",\n";
    out.append(*one, 0, one->size() - 1);  // without its newline
  }
  return out + (file.cases.empty() ? "]\n" : "\n]\n");
}

}  // namespace hp::rules
