#include "rules/tally.h"

#include "rules/codes.h"

namespace hp::rules {
namespace {

void add_sums(std::vector<Votes>& to, const std::vector<Votes>& more) {
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += more[i];
}

void add_each(std::vector<Votes>& to, const std::vector<Candidate>& whom, Votes votes) {
  for (const Candidate candidate : whom) to[candidate.index()] += votes;
}

// Disagree is what is left of the valid ballots: every box but agree and not counted.
void add_disagree(Tally& tally, const Verdict& verdict, Votes votes) {
  std::vector<bool> other(tally.votes.size(), false);
  for (const Candidate candidate : verdict.votes) other[candidate.index()] = true;
  for (const Candidate candidate : verdict.not_counted) other[candidate.index()] = true;
  for (std::size_t i = 0; i < other.size(); ++i) {
    if (!other[i]) tally.disagree[i] += votes;
  }
}

// Every ballot that isn't blank votes for one person to `most`; with one name, that is one box.
Result<void> check_totals(const DecryptedSums& sums, std::uint64_t marked, std::uint64_t most,
                          bool one_name) {
  std::uint64_t total = 0;
  for (const Votes votes : sums.agree) total += votes.value;
  if (one_name) total += sums.disagree.front().value;
  if (total < marked || total > marked * most) return fail(codes::kSumsImpossible, "total");
  return {};
}

}  // namespace

Tally& Tally::operator+=(const Tally& more) {
  valid += more.valid;
  invalid += more.invalid;
  held += more.held;
  add_sums(votes, more.votes);
  add_sums(disagree, more.disagree);
  add_sums(not_counted, more.not_counted);
  for (const auto& [reason, count] : more.invalid_for) invalid_for[reason] += count;
  return *this;
}

Tally empty_tally(const Contest& contest) {
  Tally out;
  out.votes.resize(contest.candidates.value);
  if (form_of(contest) == Form::kBox) {
    out.disagree.resize(contest.candidates.value);
    out.not_counted.resize(contest.candidates.value);
  }
  return out;
}

void add(Tally& tally, const Verdict& verdict, Ballots count) {
  switch (verdict.ballot_class) {
    case BallotClass::kValid:
      tally.valid += count;
      add_each(tally.votes, verdict.votes, votes_of(count));
      if (!tally.disagree.empty()) {
        add_each(tally.not_counted, verdict.not_counted, votes_of(count));
        add_disagree(tally, verdict, votes_of(count));
      }
      break;
    case BallotClass::kInvalid:
      tally.invalid += count;
      for (const Reason reason : verdict.reasons) tally.invalid_for[reason] += count;
      break;
    case BallotClass::kHeld:
      tally.held += count;
      break;
  }
}

Result<Tally> tally_of(const DecryptedSums& sums, const Contest& contest,
                       const Settings& settings) {
  const std::size_t n = contest.candidates.value;
  const bool boxes = form_of(contest) == Form::kBox;
  const bool one_name = boxes && n == 1;
  if (sums.agree.size() != n) return fail(codes::kSumsImpossible, "agree");
  if (sums.disagree.size() != (boxes ? n : 0)) return fail(codes::kSumsImpossible, "disagree");
  if (sums.blank > sums.ballots) return fail(codes::kSumsImpossible, "blank");

  const bool blank_is_valid =
      boxes && !one_name && settings.nobody_of_several == NobodyRule::kValid;
  Tally out = empty_tally(contest);
  out.invalid = blank_is_valid ? Ballots{0} : sums.blank;
  out.valid = Ballots{sums.ballots.value - out.invalid.value};
  if (out.invalid > Ballots{0}) {
    out.invalid_for[one_name ? Reason::kNoBox : Reason::kNobody] = out.invalid;
  }
  const std::uint64_t marked = sums.ballots.value - sums.blank.value;
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint64_t agree = sums.agree[i].value;
    if (agree > marked) return fail(codes::kSumsImpossible, "agree[" + std::to_string(i) + "]");
    out.votes[i] = sums.agree[i];
    if (!boxes) continue;
    const std::uint64_t disagree = sums.disagree[i].value;
    if (disagree > out.valid.value - agree) {
      return fail(codes::kSumsImpossible, "disagree[" + std::to_string(i) + "]");
    }
    out.disagree[i] = sums.disagree[i];
    out.not_counted[i] = Votes{out.valid.value - agree - disagree};
  }
  HP_TRY(check_totals(sums, marked, boxes ? n : contest.seats.value, one_name));
  return out;
}

}  // namespace hp::rules
