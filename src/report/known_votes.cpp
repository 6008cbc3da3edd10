#include "report/known_votes.h"

#include <algorithm>

#include "congress/contest_lookup.h"
#include "congress/papers.h"
#include "congress/views.h"
#include "report/rehearsal_codes.h"

namespace hp::report {
namespace {

using congress::Definition;
using congress::SheetContent;

// What an electronic ballot adds to the sums that the trustees decrypt; false where no device can
// make it.
bool add_ballot(rules::DecryptedSums& sums, const SheetContent& ballot, const Definition& d) {
  const std::size_t names = d.candidates.size();
  const bool boxes = rules::form_of(d.rules) == rules::Form::kBox;
  if (!ballot.defects.empty()) return false;
  std::vector<rules::Mark> marks = ballot.marks;
  if (!boxes) {
    marks.assign(names, rules::Mark::kAgree);
    for (const rules::Candidate one : ballot.struck) marks[one.index()] = rules::Mark::kNone;
  }
  const auto agreed = static_cast<std::size_t>(std::ranges::count(marks, rules::Mark::kAgree));
  const auto marked = static_cast<std::size_t>(
      std::ranges::count_if(marks, [](rules::Mark one) { return one != rules::Mark::kNone; }));
  if (std::ranges::count(marks, rules::Mark::kBoth) != 0) return false;
  if (agreed > d.seats) return false;
  // Nobody of several: such a ballot carries no mark at all, unless the rules find it valid.
  const bool blank = boxes && names == 1 ? marked == 0 : agreed == 0;
  const bool nobody_valid = d.settings.nobody_of_several == rules::NobodyRule::kValid;
  if (boxes && blank && marked != 0 && !nobody_valid) return false;
  sums.ballots += rules::Ballots{1};
  if (blank) sums.blank += rules::Ballots{1};
  for (std::size_t i = 0; i < names; ++i) {
    if (marks[i] == rules::Mark::kAgree) sums.agree[i] += rules::Votes{1};
    if (boxes && marks[i] == rules::Mark::kDisagree) sums.disagree[i] += rules::Votes{1};
  }
  return true;
}

}  // namespace

Result<const congress::Round*> rehearsal_round(const congress::State& state,
                                               const std::string& contest, std::uint32_t number) {
  HP_ASSIGN(const congress::Round* round, number == 0
                                              ? congress::current_round(state, contest)
                                              : congress::find_round(state, contest, number));
  if (!round->definition.rehearsal) return fail(codes::kNotRehearsal, "contest", contest);
  return round;
}

rules::Verdict verdict_of(const KnownPaper& paper, const Definition& definition) {
  rules::BallotGroup group = congress::ballot_of(paper.content);
  if (paper.conclusion) group.conclusion = rules::Conclusion{.valid = *paper.conclusion};
  return rules::classify(group, definition.rules, definition.settings);
}

rules::Tally expected_of_papers(const KnownVotes& known, const Definition& definition) {
  rules::Tally out = rules::empty_tally(definition.rules);
  for (const KnownPaper& paper : known.papers) {
    rules::add(out, verdict_of(paper, definition), rules::Ballots{1});
  }
  return out;
}

Result<rules::Tally> expected_of_ballots(const KnownVotes& known, const Definition& definition) {
  const std::size_t names = definition.candidates.size();
  rules::DecryptedSums sums;
  sums.agree.resize(names);
  if (rules::form_of(definition.rules) == rules::Form::kBox) sums.disagree.resize(names);
  for (std::size_t i = 0; i < known.ballots.size(); ++i) {
    if (!add_ballot(sums, known.ballots[i], definition)) {
      return fail(codes::kKnownVotesBad, "electronic[" + std::to_string(i) + "]");
    }
  }
  return rules::tally_of(sums, definition.rules, definition.settings);
}

}  // namespace hp::report
