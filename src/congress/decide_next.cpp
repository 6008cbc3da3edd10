#include <algorithm>

#include "congress/contest_codes.h"
#include "congress/contest_env.h"
#include "congress/contest_lookup.h"
#include "congress/contest_result.h"
#include "congress/declare.h"
#include "congress/entry.h"
#include "congress/state.h"
#include "homphieu/v1/record.pb.h"

namespace hp::congress {
namespace {

const Round* last_announced(const ContestState& contest) {
  const auto found = std::ranges::find(contest.rounds.rbegin(), contest.rounds.rend(),
                                       Phase::kAnnounced, &Round::phase);
  return found == contest.rounds.rend() ? nullptr : &*found;
}

bool has_person(const std::vector<PersonId>& people, const PersonId& person) {
  return std::ranges::find(people, person) != people.end();
}

Places places_of(const v1::DecideNext& body) {
  return body.places() == v1::PLACES_ALTERNATE ? Places::kAlternate : Places::kOfficial;
}

Result<void> check_nothing_named(const v1::DecideNext& body) {
  if (body.people_size() != 0) return fail(codes::kDecisionInvalid, "people");
  if (body.seats() != 0) return fail(codes::kDecisionInvalid, "seats");
  if (body.alternates() != 0) return fail(codes::kDecisionInvalid, "alternates");
  if (places_of(body) != Places::kOfficial) return fail(codes::kDecisionInvalid, "places");
  return {};
}

Result<void> check_further(const ContestResult& result, const v1::DecideNext& body) {
  const bool alternate = places_of(body) == Places::kAlternate;
  if (body.people_size() == 0) return fail(codes::kDecisionInvalid, "people");
  for (int i = 0; i < body.people_size(); ++i) {
    const auto before = body.people().begin() + i;
    const PersonId& person = body.people(i);
    const bool twice = std::find(body.people().begin(), before, person) != before;
    if (person.empty() || twice || has_person(result.elected, person) ||
        has_person(result.alternates, person)) {
      return fail(codes::kDecisionInvalid, "people[" + std::to_string(i) + "]", person);
    }
  }
  const std::uint32_t open = alternate ? result.open_alternates : result.open_places;
  if (body.seats() < 1 || body.seats() > open) {
    return fail(codes::kDecisionInvalid, "seats", std::to_string(open));
  }
  if (body.alternates() > (alternate ? 0 : result.open_alternates)) {
    return fail(codes::kDecisionInvalid, "alternates", std::to_string(result.open_alternates));
  }
  return {};
}

}  // namespace

Result<void> check_decide_next(const State& state, const Entry&, const v1::DecideNext& body) {
  const ContestState* contest = find_contest(state, body.contest());
  if (contest == nullptr) return fail(codes::kContestUnknown, "contest", body.contest());
  const Round* last = last_announced(*contest);
  if (last == nullptr || is_live(contest->current())) {
    return fail(codes::kContestPhase, "contest", std::string(word(contest->current().phase)));
  }
  if (last->number() != body.round()) {
    return fail(codes::kRoundNotCurrent, "round", std::to_string(last->number()));
  }
  const ContestResult result = result_of(*contest);
  if (!result.open()) return fail(codes::kDecisionInvalid, "decision", "complete");
  if (body.decision() == v1::DECISION_FURTHER_BALLOT) {
    HP_TRY(check_further(result, body));
  } else {
    if (body.decision() == v1::DECISION_TIE_BALLOT && !result.tie) {
      return fail(codes::kDecisionInvalid, "decision", "no tie");
    }
    HP_TRY(check_nothing_named(body));
  }
  const auto votes =
      body.has_hands() ? std::optional<std::uint32_t>(body.hands().votes_for()) : std::nullopt;
  return check_hands(votes, true, present_count(state), "hands");
}

void apply_decide_next(State& state, const Entry& entry, const v1::DecideNext& body) {
  ContestState& contest = contest_to_change(state, body.contest());
  NextRound next;
  if (body.decision() == v1::DECISION_TIE_BALLOT) {
    const OpenTie tie = *result_of(contest).tie;
    next = {.decision = Decision::kTieBallot,
            .people = tie.people,
            .seats = tie.seats,
            .alternates = tie.alternates,
            .places = tie.places,
            .after_round = 0,
            .hands = {},
            .when = {}};
  } else if (body.decision() == v1::DECISION_FURTHER_BALLOT) {
    next.decision = Decision::kFurtherBallot;
    next.people.assign(body.people().begin(), body.people().end());
    next.seats = body.seats();
    next.alternates = body.alternates();
    next.places = places_of(body);
  }
  next.after_round = body.round();
  next.hands = Hands{body.hands().votes_for(), present_count(state)};
  next.when = stamp_of(entry);
  contest.next = std::move(next);
  state.touch(contest_subject(contest.id), entry.index);
}

}  // namespace hp::congress
