#include "verify/results.h"

#include <algorithm>

#include "base/hex.h"
#include "congress/outcome.h"
#include "congress/views.h"
#include "homphieu/v1/outcome.pb.h"
#include "journal/canonical.h"
#include "report/report.h"
#include "verify/codes.h"
#include "verify/retally.h"

namespace hp::verify {
namespace {

using congress::Phase;
using congress::Round;
using congress::State;

std::string name_of(const Round& round) {
  return round.definition.contest + "/" + std::to_string(round.number());
}

class Checker {
 public:
  Checker(const State& state, const Round& round, const std::vector<ReadEntry>& entries,
          unsigned threads, std::vector<Finding>& to)
      : state_(state), round_(round), entries_(entries), threads_(threads), to_(to) {}

  void all() {
    tally();
    papers();
    outcome();
    minutes();
    announced();
  }

 private:
  void add(Check check, std::uint64_t index, const ErrorCode& code, std::string detail,
           bool note = false) {
    to_.push_back({check, index, Error{&code, name_of(round_), std::move(detail)}, note});
  }

  void tally() {
    const auto wrong = check_tally(state_, round_, entries_, threads_);
    if (!wrong) return;
    to_.push_back(
        {Check::kTally, round_.closing->when.index, under(name_of(round_), *wrong), false});
  }

  void papers() {
    const auto wrong = check_papers(round_, entries_);
    if (!wrong) return;
    to_.push_back(
        {Check::kTally, round_.closing->when.index, under(name_of(round_), *wrong), false});
  }

  void outcome() {
    if (!round_.declaration || round_.declaration->lapsed) return;
    Round counted = round_;
    counted.phase = Phase::kCounted;
    const auto made = congress::outcome_of(state_, counted);
    if (made && journal::encode_canonical(*made) == round_.declaration->outcome) return;
    add(Check::kOutcome, round_.declaration->when.index, codes::kDeclaredDiffers, "");
  }

  // A wrong signature that is still to be replaced is worth a note, no more.
  void minutes() {
    if (round_.signatures.empty()) return;
    const auto hash = report::minutes_hash(state_, round_.definition.contest, round_.number());
    for (const auto& [person, signature] : round_.signatures) {
      if (hash && signature.minutes_hash == *hash) continue;
      const bool signed_by_all = round_.signed_when.has_value();
      add(Check::kMinutes, signature.when.index, codes::kMinutesDiffer,
          person + " " + signature.who.name, !signed_by_all);
    }
  }

  void announced() {
    if (round_.phase != Phase::kAnnounced) return;
    const auto people = congress::signatories_of(round_);
    const bool good = std::ranges::all_of(people, [&](const auto& person) {
      const auto mine = round_.signatures.find(person);
      return mine != round_.signatures.end() &&
             mine->second.minutes_hash == round_.signatures.begin()->second.minutes_hash;
    });
    if (good && !people.empty()) return;
    add(Check::kAnnounced, round_.announced->index, codes::kAnnouncedUnsigned, "");
  }

  const State& state_;
  const Round& round_;
  const std::vector<ReadEntry>& entries_;
  unsigned threads_;
  std::vector<Finding>& to_;
};

RoundReport report_of(const State& state, const Round& round) {
  const congress::Definition& d = round.definition;
  RoundReport out;
  out.contest = d.contest;
  out.body = d.body;
  out.round = d.round;
  out.ballot = d.ballot;
  out.rehearsal = d.rehearsal;
  out.state = std::string(congress::word(round.phase));
  out.ballots = static_cast<std::uint32_t>(round.board.size());
  for (const congress::Candidate& one : d.candidates) {
    out.candidates.push_back({one.person, one.name});
  }
  if (round.attendance) {
    out.base = static_cast<std::uint32_t>(round.attendance->base.base.value);
    out.needed = static_cast<std::uint32_t>(round.attendance->base.needed.value);
  }
  if (const auto outcome = congress::outcome_of(state, round)) {
    out.papers = outcome->paper().collected();
    out.valid = outcome->total().valid();
    out.votes.assign(outcome->total().votes().begin(), outcome->total().votes().end());
    out.elected.assign(outcome->elected().begin(), outcome->elected().end());
    out.alternates.assign(outcome->alternates().begin(), outcome->alternates().end());
    out.tied.assign(outcome->tie().candidates().begin(), outcome->tie().candidates().end());
    out.next = outcome->next();
  }
  if (const auto hash = report::minutes_hash(state, d.contest, d.round)) {
    out.minutes_sha256 = to_hex(*hash);
  }
  return out;
}

// A withdrawn approval has no minutes and may share its number with the round that was opened.
bool is_shown(const Round& round) {
  return round.phase != Phase::kWithdrawn;
}

}  // namespace

std::vector<Finding> check_results(const State& state, const std::vector<ReadEntry>& entries,
                                   unsigned threads) {
  std::vector<Finding> out;
  for (const auto& [id, contest] : state.contests) {
    for (const Round& round : contest.rounds) {
      if (is_shown(round)) Checker(state, round, entries, threads, out).all();
    }
  }
  return out;
}

std::vector<RoundReport> rounds_of(const State& state) {
  std::vector<RoundReport> out;
  for (const auto& [id, contest] : state.contests) {
    for (const Round& round : contest.rounds) {
      if (is_shown(round)) out.push_back(report_of(state, round));
    }
  }
  return out;
}

}  // namespace hp::verify
