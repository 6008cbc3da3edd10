// Case files: small elections as JSON, in and out. Format: tests/cases/README.md.
//
//   count_json(R"({"meeting": "member_congress", "roll": [], "ballots": [],
//                  "contest": {"office": "secretary", "seats": 1, "candidates": 1}})")
//       {"list": …, "next": "blocked"}: nobody is in the base
//   count_json(R"([{"meeting": "picnic", …}])")
//       error case_word_unknown at [0].meeting
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "rules/certainty.h"
#include "rules/count.h"

namespace hp::rules {

// A case with what it says about itself.
struct NamedCase {
  std::optional<std::string> id{};
  std::optional<std::string> title{};
  std::optional<std::string> basis{};
  std::optional<Certainty> status{};
  Case content{};
};

struct CaseFile {
  bool is_list = false;  // else it holds exactly one case
  std::vector<NamedCase> cases{};
};

// A case, or a list of cases. Strict: an unknown key (`expect` is one), a value of another type,
// a key given twice or missing, and keys that contradict each other are errors, with the path of
// the key as `where` ("contest.office", "[3].ballots[2].marks[0]").
Result<CaseFile> read_cases(std::string_view text);

// The outcome as JSON in the shape of `expect`, after the case's id, title, basis and status; one
// key a line, a newline at the end.
std::string outcome_json(const NamedCase& one, const Outcome& outcome);

// Outcome for case, list for list: what `homphieu count` prints. Besides the errors above, refuses
// with kCaseTooLarge text over 64 MiB, over 5 million values, or over 20 million names on all
// ballot groups together; nesting over 16 with kCaseTooDeep.
Result<std::string> count_json(std::string_view text);

}  // namespace hp::rules
