#include <algorithm>

#include "congress/approve_contest.h"
#include "congress/contest_codes.h"
#include "congress/contest_env.h"
#include "congress/contest_lookup.h"
#include "congress/entry.h"
#include "congress/state.h"
#include "homphieu/v1/record.pb.h"

namespace hp::congress {
namespace {

// A counter is an official with that role, and nobody on the list (190 Đ.8 k.1).
Result<void> check_counter(const State& state, const Round& round, const PersonId& person,
                           const std::string& where) {
  if (!may_count(state, person)) return fail(codes::kCountersInvalid, where, person);
  if (round.definition.position(person) != 0) {
    return fail(codes::kCounterOnTheList, where, person);
  }
  return {};
}

std::optional<std::uint32_t> votes(const auto& body) {
  return body.has_hands() ? std::optional<std::uint32_t>(body.hands().votes_for()) : std::nullopt;
}

std::optional<Hands> hands_of(const State& state, const auto& body) {
  if (!body.has_hands()) return std::nullopt;
  return Hands{body.hands().votes_for(), present_count(state)};
}

}  // namespace

Result<void> check_appoint_counters(const State& state, const Entry&,
                                    const v1::AppointCounters& body) {
  HP_ASSIGN(const Round* round, current_round(state, body.contest()));
  HP_TRY(require(*round, {Phase::kApproved}));
  if (!equal(view(body.definition_hash()), round->definition.hash)) {
    return fail(codes::kOpeningMismatch, "definition_hash");
  }
  HP_TRY(check_counter(state, *round, body.head(), "head"));
  for (int i = 0; i < body.members_size(); ++i) {
    const std::string where = "members[" + std::to_string(i) + "]";
    const auto before = body.members().begin() + i;
    if (body.members(i) == body.head() ||
        std::find(body.members().begin(), before, body.members(i)) != before) {
      return fail(codes::kCountersInvalid, where, body.members(i));
    }
    HP_TRY(check_counter(state, *round, body.members(i), where));
  }
  return check_hands(votes(body), hands_due(round->definition), present_count(state), "hands");
}

void apply_appoint_counters(State& state, const Entry& entry, const v1::AppointCounters& body) {
  Counters counters;
  counters.head = body.head();
  counters.all.push_back(*named(state, body.head()));
  for (const auto& member : body.members()) counters.all.push_back(*named(state, member));
  counters.hands = hands_of(state, body);
  counters.appointed = stamp_of(entry);
  ContestState& contest = contest_to_change(state, body.contest());
  contest.current().counters = std::move(counters);
  state.touch(contest_subject(contest.id), entry.index);
}

Result<void> check_replace_counter(const State& state, const Entry&,
                                   const v1::ReplaceCounter& body) {
  HP_ASSIGN(const Round* round, current_round(state, body.contest(), body.round()));
  HP_TRY(require(
      *round, {Phase::kOpen, Phase::kClosed, Phase::kCounted, Phase::kDeclared, Phase::kSigned}));
  const Counters& now = *round->counters;
  if (!now.has(body.leaving())) return fail(codes::kCountersInvalid, "leaving", body.leaving());
  if (!body.coming().empty()) {
    if (now.has(body.coming())) return fail(codes::kCountersInvalid, "coming", body.coming());
    HP_TRY(check_counter(state, *round, body.coming(), "coming"));
  } else if (now.all.size() == 1) {
    return fail(codes::kCountersInvalid, "coming");
  }
  const bool known = body.new_head() == body.coming() || now.has(body.new_head());
  if (body.new_head().empty() ? body.leaving() == now.head
                              : !known || body.new_head() == body.leaving()) {
    return fail(codes::kCountersInvalid, "new_head", body.new_head());
  }
  if (body.reason().empty()) return fail(codes::kReasonMissing, "reason");
  return check_hands(votes(body), hands_due(round->definition), present_count(state), "hands");
}

void apply_replace_counter(State& state, const Entry& entry, const v1::ReplaceCounter& body) {
  ContestState& contest = contest_to_change(state, body.contest());
  Round& round = contest.current();
  Counters& counters = *round.counters;
  CounterChange change;
  const auto leaving = std::ranges::find(counters.all, body.leaving(), &Named::person);
  change.leaving = *leaving;
  counters.all.erase(leaving);
  if (!body.coming().empty()) {
    change.coming = named(state, body.coming());
    counters.all.push_back(*change.coming);
  }
  if (!body.new_head().empty()) counters.head = body.new_head();
  change.head = counters.head;
  change.head_named = !body.new_head().empty();
  change.reason = body.reason();
  change.hands = hands_of(state, body);
  change.when = stamp_of(entry);
  round.counter_changes.push_back(std::move(change));
  lapse_declaration(round);
  state.touch(contest_subject(contest.id), entry.index);
}

}  // namespace hp::congress
