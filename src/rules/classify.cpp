#include "rules/classify.h"

#include <algorithm>

namespace hp::rules {
namespace {

static_assert(word(reason_of(Defect::kNotIssued)) == word(Defect::kNotIssued));
static_assert(word(reason_of(Defect::kStruckOnBoxForm)) == word(Defect::kStruckOnBoxForm));

std::vector<Reason> defects_of(const BallotGroup& group, bool invalidating) {
  std::vector<Reason> out;
  for (const Defect defect : group.defects) {
    if (invalidates(defect) == invalidating) out.push_back(reason_of(defect));
  }
  std::ranges::sort(out);
  return out;
}

// What the marks alone make of a ballot.
struct ByMarks {
  std::vector<Candidate> votes;
  std::vector<Candidate> not_counted;
  std::optional<Reason> fault;
  bool held = false;  // the fault holds the ballot instead of making it invalid
};

ByMarks by_strikes(const BallotGroup& group, const Contest& contest) {
  std::vector<bool> struck(contest.candidates.value, false);
  for (const Candidate candidate : group.struck) struck[candidate.index()] = true;
  const std::size_t left = contest.candidates.value - group.struck.size();
  ByMarks out;
  if (left == 0) {
    out.fault = Reason::kNobody;
  } else if (left > contest.seats.value) {
    out.fault = Reason::kTooMany;
  } else {
    for (std::size_t i = 0; i < struck.size(); ++i) {
      if (!struck[i]) out.votes.push_back(Candidate::at_index(i));
    }
  }
  return out;
}

ByMarks by_boxes(const BallotGroup& group, const Settings& settings) {
  ByMarks out;
  for (std::size_t i = 0; i < group.marks.size(); ++i) {
    const Mark mark = group.marks[i];
    if (mark == Mark::kAgree) out.votes.push_back(Candidate::at_index(i));
    if (mark == Mark::kBoth || mark == Mark::kNone) {
      out.not_counted.push_back(Candidate::at_index(i));
    }
  }
  if (group.marks.size() > 1) {
    const bool nobody = out.votes.empty();
    if (nobody && settings.nobody_of_several == NobodyRule::kInvalid) out.fault = Reason::kNobody;
  } else if (group.marks.front() == Mark::kBoth) {
    out.fault = Reason::kBothBoxes;
    out.held = settings.one_name_both_boxes == OneNameRule::kHeld;
  } else if (group.marks.front() == Mark::kNone) {
    out.fault = Reason::kNoBox;
    out.held = settings.one_name_no_box == OneNameRule::kHeld;
  }
  return out;
}

ByMarks by_marks(const BallotGroup& group, const Contest& contest, const Settings& settings) {
  return form_of(contest) == Form::kStrikeOut ? by_strikes(group, contest)
                                              : by_boxes(group, settings);
}

Verdict without_votes(BallotClass ballot_class, std::vector<Reason> reasons) {
  return {
      .ballot_class = ballot_class, .reasons = std::move(reasons), .votes = {}, .not_counted = {}};
}

}  // namespace

Verdict classify(const BallotGroup& group, const Contest& contest, const Settings& settings) {
  if (auto reasons = defects_of(group, true); !reasons.empty()) {
    return without_votes(BallotClass::kInvalid, std::move(reasons));
  }
  if (auto reasons = held_for(group, contest, settings); !reasons.empty()) {
    if (!group.conclusion) return without_votes(BallotClass::kHeld, std::move(reasons));
    if (!group.conclusion->valid) {
      return without_votes(BallotClass::kInvalid, {Reason::kConcluded});
    }
  }
  ByMarks marks = by_marks(group, contest, settings);
  if (marks.fault && !marks.held) return without_votes(BallotClass::kInvalid, {*marks.fault});
  Verdict out{.ballot_class = BallotClass::kValid,
              .reasons = {},
              .votes = std::move(marks.votes),
              .not_counted = std::move(marks.not_counted)};
  if (group.conclusion) out.reasons.push_back(Reason::kConcluded);
  return out;
}

std::vector<Reason> held_for(const BallotGroup& group, const Contest& contest,
                             const Settings& settings) {
  if (!defects_of(group, true).empty()) return {};
  if (auto reasons = defects_of(group, false); !reasons.empty()) return reasons;
  if (contest.candidates != Names{1}) return {};  // marks hold only a ballot on one name
  const ByMarks marks = by_marks(group, contest, settings);
  if (marks.fault && marks.held) return {*marks.fault};
  return {};
}

}  // namespace hp::rules
