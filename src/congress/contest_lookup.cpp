#include "congress/contest_lookup.h"

#include <algorithm>

#include "congress/contest_codes.h"
#include "congress/state.h"

namespace hp::congress {

std::string_view word(Phase phase) {
  static constexpr std::string_view kWords[] = {"approved",  "open",      "closed",
                                                "counted",   "declared",  "signed",
                                                "announced", "withdrawn", "annulled"};
  return kWords[static_cast<std::size_t>(phase)];
}

bool Counters::has(const PersonId& person) const {
  return std::ranges::find(all, person, &Named::person) != all.end();
}

std::uint32_t ContestState::openings() const {
  return static_cast<std::uint32_t>(
      std::ranges::count_if(rounds, [](const Round& r) { return r.opening.has_value(); }));
}

std::uint32_t ContestState::announced() const {
  return static_cast<std::uint32_t>(std::ranges::count(rounds, Phase::kAnnounced, &Round::phase));
}

const ContestState* find_contest(const State& state, const ContestId& id) {
  const auto found = state.contests.find(id);
  return found == state.contests.end() ? nullptr : &found->second;
}

Result<const Round*> current_round(const State& state, const ContestId& id) {
  const ContestState* contest = find_contest(state, id);
  if (contest == nullptr) return fail(codes::kContestUnknown, "contest", id);
  return &contest->current();
}

Result<const Round*> current_round(const State& state, const ContestId& id, std::uint32_t number) {
  HP_ASSIGN(const Round* round, current_round(state, id));
  if (round->number() != number) {
    return fail(codes::kRoundNotCurrent, "round", std::to_string(round->number()));
  }
  return round;
}

Result<void> require(const Round& round, std::initializer_list<Phase> phases) {
  if (std::ranges::find(phases, round.phase) != phases.end()) return {};
  return fail(codes::kContestPhase, "contest", std::string(word(round.phase)));
}

Result<void> check_hands(std::optional<std::uint32_t> votes, bool due, std::uint32_t present,
                         const char* where) {
  if (!due) {
    if (votes) return fail(codes::kHandsTooMany, where);
    return {};
  }
  if (!votes) return fail(codes::kHandsMissing, where);
  const std::string figures = std::to_string(*votes) + "/" + std::to_string(present);
  if (*votes > present) return fail(codes::kHandsTooMany, where, figures);
  if (std::uint64_t{*votes} * 2 <= present) return fail(codes::kHandsTooFew, where, figures);
  return {};
}

bool hands_due(const Definition& definition) {
  return !rules::is_poll(definition.office) && !definition.rehearsal;
}

ContestState& contest_to_change(State& state, const ContestId& id) {
  return state.contests.at(id);
}

Round& round_to_change(State& state, const ContestId& id) {
  return contest_to_change(state, id).current();
}

void lapse_declaration(Round& round) {
  if (round.phase != Phase::kDeclared && round.phase != Phase::kSigned) return;
  round.declaration->lapsed = true;
  round.signatures.clear();
  round.signed_when.reset();
  round.phase = Phase::kDeclared;
}

bool electronic_round_open(const State& state) {
  return std::ranges::any_of(state.contests, [](const auto& one) {
    const Round& round = one.second.current();
    return round.phase == Phase::kOpen && has_electronic(round.opening->way);
  });
}

bool electronic_round_undecrypted(const State& state) {
  return std::ranges::any_of(state.contests, [](const auto& one) {
    const Round& round = one.second.current();
    return round.phase == Phase::kClosed && has_electronic(round.opening->way) && !round.tally;
  });
}

Head head_after(const State& state, const Stamp& entry) {
  return {entry.index + 1, state.roots[entry.index + 1]};
}

}  // namespace hp::congress
