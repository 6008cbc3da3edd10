#include "congress/people_state.h"

#include <algorithm>

#include "congress/state.h"

namespace hp::congress {

const OfficialPerson* find_official(const State& state, const std::string& person) {
  const auto found = state.people.officials.find(person);
  return found == state.people.officials.end() ? nullptr : &found->second;
}

const OfficialPerson* person_of_key(const State& state, const Hash& key_id) {
  const auto found = state.people.live_keys.find(key_id);
  return found == state.people.live_keys.end() ? nullptr : find_official(state, found->second);
}

bool has_role(const State& state, const std::string& person, v1::Role role) {
  const OfficialPerson* found = find_official(state, person);
  return found != nullptr && found->has(role);
}

std::size_t count_role(const State& state, v1::Role role) {
  return static_cast<std::size_t>(std::ranges::count_if(
      state.people.officials, [&](const auto& one) { return one.second.has(role); }));
}

std::string name_of(const State& state, const std::string& person) {
  if (const OfficialPerson* found = find_official(state, person)) return found->name;
  if (const v1::Person* found = roll_person(state, person)) return found->name();
  return person;
}

}  // namespace hp::congress
