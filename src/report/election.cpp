#include "minutes/election.h"

#include <algorithm>

#include "congress/contest_codes.h"
#include "congress/contest_lookup.h"
#include "congress/contest_result.h"
#include "congress/frontier.h"
#include "crypto/hash.h"
#include "minutes/codes.h"
#include "report/figures.h"
#include "report/people.h"
#include "report/report.h"

namespace hp::report {
namespace {

using congress::ContestState;
using congress::NextRound;
using congress::Round;
using congress::State;

minutes::NextStep step_of(congress::Decision decision) {
  switch (decision) {
    case congress::Decision::kTieBallot:
      return minutes::NextStep::kTieBallot;
    case congress::Decision::kFurtherBallot:
      return minutes::NextStep::kFurtherBallot;
    case congress::Decision::kNone:
      break;
  }
  return minutes::NextStep::kNone;
}

minutes::Decided decided_of(const NextRound& next) {
  minutes::Decided out;
  out.step = step_of(next.decision);
  out.at = next.when.at;
  if (next.hands) out.hands = next.hands->votes_for;
  return out;
}

// The decision that followed an announced round, carried out or not yet.
std::optional<minutes::Decided> decision_after(const ContestState& contest, const Round& round) {
  std::optional<minutes::Decided> out;
  for (const NextRound& one : contest.decisions) {
    if (one.after_round == round.number()) out = decided_of(one);
  }
  if (contest.next && contest.next->after_round == round.number()) out = decided_of(*contest.next);
  return out;
}

minutes::ElectionRound round_of(const ContestState& contest, const Round& round,
                                const v1::Outcome& outcome) {
  const congress::Definition& d = round.definition;
  minutes::ElectionRound out;
  out.round = d.round;
  out.ballot = d.ballot;
  out.tie_ballot = outcome.tie_ballot();
  out.places = places_of(d.places);
  for (const congress::Candidate& one : d.candidates) {
    out.candidates.push_back({one.person, one.name});
  }
  out.seats = d.seats;
  out.alternates = d.alternates;
  out.base = base_of(outcome.base());
  out.issued = outcome.total().issued();
  out.collected = outcome.total().collected();
  out.valid = outcome.total().valid();
  out.invalid = outcome.total().invalid();
  out.votes.assign(outcome.total().votes().begin(), outcome.total().votes().end());
  out.outcome = result_of(outcome);
  out.announced_at = round.announced->at;
  if (!round.signatures.empty()) out.minutes_hash = round.signatures.begin()->second.minutes_hash;
  out.decided = decision_after(contest, round);
  return out;
}

// A person elected by the contest, with the figures of the ballot that did it: where the person
// stood in several, the one whose outcome names them; who fills an alternate place after a tie
// ballot has the votes of the earlier round.
minutes::Elected elected_of(const std::vector<minutes::ElectionRound>& rounds,
                            const congress::PersonId& person) {
  minutes::Elected out;
  const minutes::ElectionRound* by = nullptr;
  std::size_t place = 0;
  for (const minutes::ElectionRound& round : rounds) {
    const auto found = std::ranges::find(round.candidates, person, &minutes::Person::id);
    if (found == round.candidates.end()) continue;
    const auto position = static_cast<std::size_t>(found - round.candidates.begin());
    const auto names = [&](const std::vector<minutes::Count>& list) {
      return std::ranges::find(list, position + 1) != list.end();
    };
    const bool named = names(round.outcome.elected) || names(round.outcome.alternates);
    if (by != nullptr && !named) continue;
    by = &round;
    place = position;
    if (named) break;
  }
  if (by == nullptr) return out;
  out.person = by->candidates[place];
  out.ballot = by->ballot;
  out.votes = by->votes[place];
  out.percent = by->outcome.percent[place];
  return out;
}

// The first founder of the secretariat who is still of it: the founding names at least two, and
// two of them always remain.
minutes::Person secretary_of(const State& state) {
  minutes::Person first;
  for (const auto& official : state.founding.officials()) {
    const bool secretary =
        std::ranges::find(official.roles(), static_cast<int>(congress::v1::ROLE_SECRETARIAT)) !=
        official.roles().end();
    if (!secretary) continue;
    if (first.id.empty()) first = {official.person(), official.name()};
    if (congress::has_role(state, official.person(), congress::v1::ROLE_SECRETARIAT)) {
      return {official.person(), official.name()};
    }
  }
  return first;
}

congress::Stamp last_stamp(const ContestState& contest, const Round& last) {
  congress::Stamp out = *last.announced;
  if (contest.next && contest.next->after_round == last.number()) out = contest.next->when;
  return out;
}

}  // namespace

Result<minutes::Election> election_of(const State& state, const std::string& id) {
  const ContestState* contest = congress::find_contest(state, id);
  if (contest == nullptr) return fail(codes::kContestUnknown, "contest", id);
  minutes::Election out;
  const Round* last = nullptr;
  for (const Round& round : contest->rounds) {
    if (round.phase != congress::Phase::kAnnounced) continue;
    HP_ASSIGN(const v1::Outcome outcome, outcome_for(state, round));
    out.rounds.push_back(round_of(*contest, round, outcome));
    last = &round;
  }
  if (last == nullptr) return fail(codes::kMinutesNoRound, "rounds");
  out.congress = congress_of(state);
  out.contest = contest->id;
  out.office = office_of(contest->office);
  out.body = contest->body;
  const congress::ContestResult result = congress::result_of(*contest);
  for (const auto& person : result.elected) out.elected.push_back(elected_of(out.rounds, person));
  for (const auto& person : result.alternates) {
    out.alternates.push_back(elected_of(out.rounds, person));
  }
  out.open_seats = result.open_places;
  out.open_alternates = result.open_alternates;
  out.program_version = last->declaration->program_version;
  out.profile = std::string(rules::word(last->definition.profile));
  const congress::Stamp stamp = last_stamp(*contest, *last);
  const congress::Head head = congress::head_after(state, stamp);
  out.head = {head.size, head.root};
  out.completed_at = stamp.at;
  out.presidium = presidium_of(state, *last);
  out.secretary = secretary_of(state);
  return out;
}

Result<std::string> election_json(const State& state, const std::string& contest) {
  HP_ASSIGN(const minutes::Election election, election_of(state, contest));
  return minutes::make_json(election);
}

Result<std::string> election_text(const State& state, const std::string& contest) {
  HP_ASSIGN(const minutes::Election election, election_of(state, contest));
  HP_ASSIGN(const std::string json, minutes::make_json(election));
  return minutes::make_text(election, crypto::sha256(view(json)));
}

}  // namespace hp::report
