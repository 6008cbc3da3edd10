#include "report/people.h"

#include <algorithm>

#include "congress/people_state.h"

namespace hp::report {
namespace {

// An annulment names nobody who stays away; the minutes say what the record shows.
constexpr const char* kNotInAnnulment = "không ký quyết định hủy lần bầu";

bool holds(const std::vector<congress::PersonId>& people, const congress::PersonId& person) {
  return std::ranges::find(people, person) != people.end();
}

}  // namespace

minutes::Person person_of(const congress::Named& named) {
  return {named.person, named.name};
}

minutes::Person counter_of(const congress::State& state, const congress::Round& round,
                           const std::string& person) {
  for (const congress::Named& one : round.counters->all) {
    if (one.person == person) return person_of(one);
  }
  for (const congress::CounterChange& change : round.counter_changes) {
    if (change.leaving.person == person) return person_of(change.leaving);
    if (change.coming && change.coming->person == person) return person_of(*change.coming);
  }
  return {person, congress::name_of(state, person)};
}

minutes::Counters counters_of(const congress::State& state, const congress::Round& round) {
  minutes::Counters out;
  out.head = counter_of(state, round, round.counters->head);
  for (const congress::Named& one : round.counters->all) {
    if (one.person != round.counters->head) out.members.push_back(person_of(one));
  }
  for (const congress::CounterChange& change : round.counter_changes) {
    minutes::Replacement row;
    row.leaving = person_of(change.leaving);
    if (change.coming) row.coming = person_of(*change.coming);
    if (change.head_named) row.new_head = counter_of(state, round, change.head);
    row.reason = change.reason;
    out.replacements.push_back(std::move(row));
  }
  return out;
}

minutes::Person presidium_of(const congress::State& state, const congress::Round& round) {
  if (!round.annulment) {
    return round.declaration->presidium.empty() ? minutes::Person{}
                                                : person_of(round.declaration->presidium.front());
  }
  for (const congress::PersonId& person : round.annulment->signatories) {
    if (!round.counters->has(person)) return {person, congress::name_of(state, person)};
  }
  return {};
}

std::vector<minutes::NotSigning> not_signing_of(const congress::Round& round) {
  std::vector<minutes::NotSigning> out;
  if (!round.annulment) {
    for (const congress::NotSigning& one : round.declaration->not_signing) {
      out.push_back({person_of(one.who), one.reason});
    }
    return out;
  }
  for (const congress::Named& one : round.counters->all) {
    if (!holds(round.annulment->signatories, one.person)) {
      out.push_back({person_of(one), kNotInAnnulment});
    }
  }
  return out;
}

}  // namespace hp::report
