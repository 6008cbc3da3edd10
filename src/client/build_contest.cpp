// Bodies about contests before they open, and what comes after an announced round.
#include <algorithm>

#include "client/builders.h"
#include "client/codes.h"
#include "congress/contest_codes.h"
#include "congress/contest_lookup.h"
#include "congress/state.h"
#include "journal/canonical.h"

namespace hp::client {
namespace {

void set_hands(Hands hands, auto make) {
  if (hands) make()->set_votes_for(*hands);
}

// The name to print for somebody who joins a later ballot's list.
std::string printed_name(const State& state, const congress::ContestState& contest,
                         const std::string& person) {
  for (const congress::Round& round : contest.rounds) {
    for (const auto& one : round.definition.candidates) {
      if (one.person == person) return one.name;
    }
  }
  return congress::name_of(state, person);
}

const congress::Round* last_announced(const congress::ContestState& contest) {
  const auto found = std::ranges::find(contest.rounds.rbegin(), contest.rounds.rend(),
                                       congress::Phase::kAnnounced, &congress::Round::phase);
  return found == contest.rounds.rend() ? nullptr : &*found;
}

Result<v1::Command> decide(const State& state, const std::string& contest, v1::Decision decision,
                           Hands hands) {
  const congress::ContestState* found = congress::find_contest(state, contest);
  if (found == nullptr) return fail(codes::kContestUnknown, "contest", contest);
  const congress::Round* last = last_announced(*found);
  if (last == nullptr) return fail(codes::kContestPhase, "contest", contest);
  v1::Command out;
  v1::DecideNext& body = *out.mutable_decide_next();
  body.set_contest(contest);
  body.set_round(last->number());
  body.set_decision(decision);
  body.set_places(v1::PLACES_OFFICIAL);
  set_hands(hands, [&] { return body.mutable_hands(); });
  return out;
}

}  // namespace

Result<v1::ContestDefinition> definition_of(const State& state, const ContestPlan& plan) {
  v1::ContestDefinition out;
  const congress::ContestState* contest = congress::find_contest(state, plan.contest);
  out.set_contest(plan.contest);
  out.set_office(plan.office);
  out.set_body(plan.body);
  out.set_round(contest == nullptr ? 1 : contest->openings() + 1);
  out.set_ballot(contest == nullptr ? 1 : contest->announced() + 1);
  for (const auto& one : plan.candidates) {
    v1::Candidate& to = *out.add_candidates();
    to.set_person(one.person);
    to.set_name(one.name);
  }
  out.set_seats(plan.seats);
  out.set_alternates(plan.alternates);
  out.set_places(plan.places);
  if (plan.approved_size) out.mutable_approved_size()->set_value(*plan.approved_size);
  if (plan.prepared_candidates) {
    out.mutable_prepared_candidates()->set_value(*plan.prepared_candidates);
  }
  if (plan.official_members) out.mutable_official_members()->set_value(*plan.official_members);
  for (const auto& one : plan.outside_nominees) *out.add_outside_nominees() = one;
  for (const auto position : plan.convening_member_off_list) {
    out.add_convening_member_off_list(position);
  }
  out.set_from_contest(plan.from_contest);
  out.set_planned_person(plan.planned_person);
  out.set_minimum(plan.minimum);
  out.set_paper_counts(plan.paper_counts);
  out.set_rehearsal(plan.rehearsal);
  out.set_profile(plan.profile);
  const auto profile = rules::from_word<rules::Profile>(plan.profile);
  if (!profile) return fail(codes::kDefinitionField, "profile", plan.profile);
  auto left = plan.settings;
  for (const auto& [name, value] : congress::settings_as_text(rules::settings_of(*profile))) {
    v1::Setting& to = *out.add_settings();
    to.set_name(name);
    const auto other = left.extract(name);
    to.set_value(other.empty() ? value : other.mapped());
  }
  if (!left.empty()) return fail(codes::kDefinitionSettings, "settings", left.begin()->first);
  // What the fold will refuse is refused here, with the field.
  HP_TRY(congress::decode_definition(journal::encode_canonical(out)));
  return out;
}

Result<v1::ContestDefinition> next_definition(const State& state, const std::string& contest) {
  const congress::ContestState* found = congress::find_contest(state, contest);
  if (found == nullptr) return fail(codes::kContestUnknown, "contest", contest);
  const congress::Round& last = found->current();
  if (congress::is_live(last)) {
    return fail(codes::kContestPhase, "contest", std::string(congress::word(last.phase)));
  }
  v1::ContestDefinition out;
  HP_TRY(journal::parse(out, last.definition.bytes));
  out.set_round(found->openings() + 1);
  out.set_ballot(found->announced() + 1);
  if (found->announced() == 0) return out;  // the same list once more
  if (!found->next || found->next->decision == congress::Decision::kNone) {
    return fail(codes::kNothingDecided, "contest", contest);
  }
  const congress::NextRound& next = *found->next;
  out.clear_candidates();
  for (const auto& person : next.people) {
    v1::Candidate& to = *out.add_candidates();
    to.set_person(person);
    to.set_name(printed_name(state, *found, person));
  }
  out.set_seats(next.seats);
  out.set_alternates(next.alternates);
  out.set_places(next.places == congress::Places::kAlternate ? v1::PLACES_ALTERNATE
                                                             : v1::PLACES_OFFICIAL);
  // Of the first ballot's list alone.
  out.clear_prepared_candidates();
  out.clear_outside_nominees();
  out.clear_convening_member_off_list();
  HP_TRY(congress::decode_definition(journal::encode_canonical(out)));
  return out;
}

v1::Command approve_contest(const v1::ContestDefinition& definition, Hands for_seats,
                            Hands for_list) {
  v1::Command out;
  v1::ApproveContest& body = *out.mutable_approve_contest();
  body.set_definition(to_string(journal::encode_canonical(definition)));
  set_hands(for_seats, [&] { return body.mutable_hands_for_seats(); });
  set_hands(for_list, [&] { return body.mutable_hands_for_list(); });
  return out;
}

v1::Command withdraw_contest(std::string contest, std::string reason) {
  v1::Command out;
  out.mutable_withdraw_contest()->set_contest(std::move(contest));
  out.mutable_withdraw_contest()->set_reason(std::move(reason));
  return out;
}

Result<v1::Command> appoint_counters(const State& state, const std::string& contest,
                                     std::string head, std::vector<std::string> members,
                                     Hands hands) {
  HP_ASSIGN(const congress::Round* round, congress::current_round(state, contest));
  v1::Command out;
  v1::AppointCounters& body = *out.mutable_appoint_counters();
  body.set_contest(contest);
  body.set_definition_hash(to_string(round->definition.hash));
  body.set_head(std::move(head));
  for (std::string& one : members) body.add_members(std::move(one));
  set_hands(hands, [&] { return body.mutable_hands(); });
  return out;
}

Result<v1::Command> replace_counter(const State& state, const std::string& contest,
                                    std::string leaving, std::string coming, std::string new_head,
                                    std::string reason, Hands hands) {
  HP_ASSIGN(const congress::Round* round, congress::current_round(state, contest));
  v1::Command out;
  v1::ReplaceCounter& body = *out.mutable_replace_counter();
  body.set_contest(contest);
  body.set_round(round->number());
  body.set_leaving(std::move(leaving));
  body.set_coming(std::move(coming));
  body.set_new_head(std::move(new_head));
  body.set_reason(std::move(reason));
  set_hands(hands, [&] { return body.mutable_hands(); });
  return out;
}

Result<v1::Command> decide_tie_ballot(const State& state, const std::string& contest, Hands hands) {
  return decide(state, contest, v1::DECISION_TIE_BALLOT, hands);
}

Result<v1::Command> decide_further_ballot(const State& state, const std::string& contest,
                                          std::vector<std::string> people, std::uint32_t seats,
                                          std::uint32_t alternates, v1::Places places,
                                          Hands hands) {
  HP_ASSIGN(v1::Command out, decide(state, contest, v1::DECISION_FURTHER_BALLOT, hands));
  v1::DecideNext& body = *out.mutable_decide_next();
  for (std::string& one : people) body.add_people(std::move(one));
  body.set_seats(seats);
  body.set_alternates(alternates);
  body.set_places(places);
  return out;
}

Result<v1::Command> decide_none(const State& state, const std::string& contest, Hands hands) {
  return decide(state, contest, v1::DECISION_NONE, hands);
}

}  // namespace hp::client
