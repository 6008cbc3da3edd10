#include "congress/approve_contest.h"

#include <algorithm>

#include "congress/contest_codes.h"
#include "congress/contest_env.h"
#include "congress/contest_lookup.h"
#include "congress/contest_result.h"
#include "congress/entry.h"
#include "congress/paper_codes.h"
#include "congress/state.h"
#include "homphieu/v1/record.pb.h"
#include "rules/list.h"

namespace hp::congress {
namespace {

// The last announced round decided what this one is, as DecideNext fixed it.
Result<void> check_as_decided(const ContestState& contest, const Definition& d) {
  if (!contest.next || contest.next->decision == Decision::kNone) {
    return fail(codes::kNotAsDecided, "definition.ballot");
  }
  const NextRound& next = *contest.next;
  if (!std::ranges::equal(d.candidates, next.people, {}, &Candidate::person)) {
    return fail(codes::kNotAsDecided, "definition.candidates");
  }
  if (d.seats != next.seats) return fail(codes::kNotAsDecided, "definition.seats");
  if (d.alternates != next.alternates) return fail(codes::kNotAsDecided, "definition.alternates");
  if (d.places != next.places) return fail(codes::kNotAsDecided, "definition.places");
  return {};
}

Result<void> check_place_in_series(const State& state, const Definition& d) {
  for (const auto& [id, other] : state.contests) {
    if (!is_live(other.current())) continue;
    const bool both_real = !d.rehearsal && !other.current().definition.rehearsal;
    const bool same_places = other.office == d.office && other.body == d.body;
    if (id == d.contest || (same_places && both_real)) {
      return fail(codes::kContestLive, "definition.contest", id);
    }
  }
  const ContestState* contest = find_contest(state, d.contest);
  if (contest != nullptr && contest->office != d.office) {
    return fail(codes::kNotAsDecided, "definition.office");
  }
  if (contest != nullptr && contest->body != d.body) {
    return fail(codes::kNotAsDecided, "definition.body");
  }
  if (contest != nullptr && contest->current().definition.rehearsal != d.rehearsal) {
    return fail(codes::kNotAsDecided, "definition.rehearsal");
  }
  const std::uint32_t openings = contest == nullptr ? 0 : contest->openings();
  const std::uint32_t announced = contest == nullptr ? 0 : contest->announced();
  if (d.round != openings + 1) {
    return fail(codes::kNotAsDecided, "definition.round", std::to_string(openings + 1));
  }
  if (d.ballot != announced + 1) {
    return fail(codes::kNotAsDecided, "definition.ballot", std::to_string(announced + 1));
  }
  if (announced > 0) return check_as_decided(*contest, d);
  if (d.places != Places::kOfficial) return fail(codes::kNotAsDecided, "definition.places");
  return {};
}

Result<void> check_list(const Definition& d) {
  if (rules::plan_is_outside_body(d.rules)) {
    return fail(codes::kElectionPaused, "definition.planned_person", d.planned_person);
  }
  const rules::ListCheck list = rules::list_check(d.rules, d.settings);
  if (list.ok()) return {};
  std::string problems;
  for (const auto problem : list.problems) {
    problems += (problems.empty() ? "" : ", ") + std::string(rules::word(problem));
  }
  return fail(codes::kListNotInOrder, "definition", problems);
}

std::optional<std::uint32_t> votes_of(bool has, const v1::Hands& hands) {
  return has ? std::optional<std::uint32_t>(hands.votes_for()) : std::nullopt;
}

Result<Definition> completed(const State& state, const std::string& bytes) {
  auto decoded = decode_definition(view(bytes));
  if (!decoded) return std::unexpected(under("definition", std::move(decoded).error()));
  if (auto made = complete(state, *decoded); !made) {
    return std::unexpected(under("definition", std::move(made).error()));
  }
  return decoded;
}

std::optional<std::vector<rules::Candidate>>* body_filled_by(rules::MembersOf& members,
                                                             rules::Office filler,
                                                             rules::Office chosen) {
  using enum rules::Office;
  const bool leads = chosen == kSecretary || chosen == kDeputySecretary;
  if (filler == kCommittee && (leads || chosen == kStandingCommittee)) return &members.committee;
  if (filler == kStandingCommittee && leads) return &members.standing_committee;
  if (filler == kInspectionCommittee && chosen == kInspectionHead) {
    return &members.inspection_committee;
  }
  return nullptr;
}

}  // namespace

Result<void> complete(const State& state, Definition& d) {
  const ContestState* same = find_contest(state, d.contest);
  d.rules.tie_of = same != nullptr && same->announced() > 0 && same->next &&
                   same->next->decision == Decision::kTieBallot;
  std::vector<PersonId> body;
  if (!d.from_contest.empty()) {
    const ContestState* from = find_contest(state, d.from_contest);
    if (from == nullptr) return fail(codes::kContestUnknown, "from_contest", d.from_contest);
    if (from->current().definition.rehearsal) {
      return fail(codes::kRehearsal, "from_contest", d.from_contest);
    }
    auto* members = body_filled_by(d.rules.members_of, from->office, d.office);
    if (members == nullptr) {
      return fail(codes::kDefinitionField, "from_contest", d.from_contest);
    }
    const ContestResult result = result_of(*from);
    if (!is_settled(*from)) return fail(codes::kFromContestOpen, "from_contest", d.from_contest);
    body = result.elected;
    members->emplace();
    for (const PersonId& person : body) {
      if (const auto place = d.position(person)) (*members)->push_back(rules::Candidate(place));
    }
    std::ranges::sort(**members);
  }
  if (!d.planned_person.empty()) {
    const auto place = d.position(d.planned_person);
    const bool in_body = std::ranges::find(body, d.planned_person) != body.end();
    if (place != 0 || !in_body) d.rules.planned = rules::Candidate(place);
  }
  return rules::check(d.rules);
}

Result<void> check_approve_contest(const State& state, const Entry&,
                                   const v1::ApproveContest& body) {
  HP_ASSIGN(const Definition d, completed(state, body.definition()));
  HP_TRY(check_place_in_series(state, d));
  HP_TRY(check_list(d));
  const bool due = d.ballot == 1 && hands_due(d);
  const std::uint32_t present = present_count(state);
  HP_TRY(check_hands(votes_of(body.has_hands_for_seats(), body.hands_for_seats()), due, present,
                     "hands_for_seats"));
  return check_hands(votes_of(body.has_hands_for_list(), body.hands_for_list()), due, present,
                     "hands_for_list");
}

void apply_approve_contest(State& state, const Entry& entry, const v1::ApproveContest& body) {
  Round round;
  round.definition = completed(state, body.definition()).value();
  round.approved = stamp_of(entry);
  const std::uint32_t present = present_count(state);
  if (body.has_hands_for_seats())
    round.hands_for_seats = {body.hands_for_seats().votes_for(), present};
  if (body.has_hands_for_list())
    round.hands_for_list = {body.hands_for_list().votes_for(), present};
  ContestState& contest = state.contests[round.definition.contest];
  contest.id = round.definition.contest;
  contest.office = round.definition.office;
  contest.body = round.definition.body;
  contest.rounds.push_back(std::move(round));
  state.touch(contest_subject(contest.id), entry.index);
}

Result<void> check_withdraw_contest(const State& state, const Entry&,
                                    const v1::WithdrawContest& body) {
  HP_ASSIGN(const Round* round, current_round(state, body.contest()));
  HP_TRY(require(*round, {Phase::kApproved}));
  if (body.reason().empty()) return fail(codes::kReasonMissing, "reason");
  return {};
}

void apply_withdraw_contest(State& state, const Entry& entry, const v1::WithdrawContest& body) {
  ContestState& contest = contest_to_change(state, body.contest());
  contest.current().phase = Phase::kWithdrawn;
  contest.current().withdrawn = stamp_of(entry);
  contest.current().withdrawal_reason = body.reason();
  state.touch(contest_subject(contest.id), entry.index);
}

}  // namespace hp::congress
