#include "rules/ballot.h"

#include <bitset>

#include "rules/classify.h"
#include "rules/codes.h"

namespace hp::rules {
namespace {

Result<void> check_marks(const BallotGroup& group, const Contest& contest) {
  if (form_of(contest) == Form::kStrikeOut) {
    if (!group.marks.empty()) return fail(codes::kCaseOtherForm, "marks");
    if (auto checked = check_candidates(group.struck, contest.candidates); !checked) {
      return std::unexpected(under("struck", std::move(checked).error()));
    }
    return {};
  }
  if (!group.struck.empty()) return fail(codes::kCaseOtherForm, "struck");
  if (group.marks.size() != contest.candidates.value) {
    return fail(
        codes::kCaseWrongLength, "marks",
        std::to_string(group.marks.size()) + " != " + std::to_string(contest.candidates.value));
  }
  return {};
}

Result<void> check_defects(const BallotGroup& group) {
  std::bitset<Words<Defect>::of.size()> seen;
  for (std::size_t i = 0; i < group.defects.size(); ++i) {
    const auto at = static_cast<std::size_t>(group.defects[i]);
    if (seen[at]) {
      return fail(codes::kCaseNamedTwice, "defects[" + std::to_string(i) + "]",
                  std::string(word(group.defects[i])));
    }
    seen.set(at);
  }
  return {};
}

}  // namespace

Result<void> check(const BallotGroup& group, const Contest& contest, const Settings& settings) {
  if (group.count < Ballots{1}) return fail(codes::kCaseOutOfRange, "count", ">= 1");
  HP_TRY(check_marks(group, contest));
  HP_TRY(check_defects(group));
  if (group.conclusion && held_for(group, contest, settings).empty()) {
    return fail(codes::kCaseConclusion, "conclusion");
  }
  return {};
}

}  // namespace hp::rules
