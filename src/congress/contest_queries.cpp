#include "congress/contest_queries.h"

#include <algorithm>

#include "congress/state.h"

namespace hp::congress {
namespace {

template <class Predicate>
bool any_round(const State& state, Predicate holds) {
  return std::ranges::any_of(state.contests, [&](const auto& contest) {
    return std::ranges::any_of(contest.second.rounds, holds);
  });
}

}  // namespace

bool any_unfinished_round(const State& state) {
  return any_round(state, [](const Round& round) { return is_unfinished(round); });
}

bool any_live_round(const State& state) {
  return any_round(state, [](const Round& round) { return is_live(round); });
}

bool any_contest_opened(const State& state) {
  return any_round(state, [](const Round& round) {
    return round.opening.has_value() && !round.definition.rehearsal;
  });
}

bool is_bound_to_unfinished_round(const State& state, const std::string& person) {
  return any_round(state, [&](const Round& round) {
    if (!is_unfinished(round)) return false;
    if (round.counters && round.counters->has(person)) return true;
    const std::uint32_t number = round.opening ? round.opening->ceremony : 0;
    return number != 0 && number <= state.ceremonies.all.size() &&
           state.ceremonies.all[number - 1].number_of(person) != 0;
  });
}

bool is_head_of_open_round(const State& state, const std::string& person) {
  return any_round(state, [&](const Round& round) {
    return round.phase == Phase::kOpen && round.counters && round.counters->head == person;
  });
}

bool has_cast_in_open_round(const State& state, const Hash& key_id) {
  const auto card = state.cards.keys.find(key_id);
  if (card == state.cards.keys.end()) return false;
  return any_round(state, [&](const Round& round) {
    return round.phase == Phase::kOpen && round.voted.contains(card->second);
  });
}

}  // namespace hp::congress
