#include "congress/contest_env.h"

#include "congress/state.h"

namespace hp::congress {

Stamp stamp_of(const Entry& entry) {
  return {entry.index, UnixMs{entry.command.signed_at()}};
}

std::vector<Named> signers_of(const State& state, const Entry& entry) {
  std::vector<Named> out;
  for (const Hash& key : entry.key_ids) {
    if (const OfficialPerson* person = person_of_key(state, key)) {
      out.push_back({person->person, person->name});
    }
  }
  return out;
}

Named signer_of(const State& state, const Entry& entry) {
  const std::vector<Named> signers = signers_of(state, entry);
  return signers.empty() ? Named{} : signers.front();
}

std::optional<Named> named(const State& state, const PersonId& person) {
  const OfficialPerson* found = find_official(state, person);
  if (found == nullptr) return std::nullopt;
  return Named{found->person, found->name};
}

bool may_count(const State& state, const PersonId& person) {
  return has_role(state, person, v1::ROLE_COUNTING);
}

bool is_trustee(const State& state, const PersonId& person) {
  return has_role(state, person, v1::ROLE_TRUSTEE);
}

bool is_presidium(const State& state, const PersonId& person) {
  return has_role(state, person, v1::ROLE_PRESIDIUM);
}

CardStanding card_standing(const State& state, const KeyPoint& key) {
  const Hash id = key_id_of(key);
  if (!state.cards.keys.contains(id)) return CardStanding::kUnknown;
  return state.cards.void_for_ever.contains(id) ? CardStanding::kVoid : CardStanding::kLive;
}

std::vector<KeyPoint> live_keys(const State& state) {
  std::vector<KeyPoint> out;
  for (const auto& [id, key] : state.cards.keys) {
    if (!state.cards.void_for_ever.contains(id)) out.push_back(key);
  }
  return out;
}

std::uint32_t void_in(const State& state, const Round& round) {
  std::uint32_t out = 0;
  for (const KeyPoint& key : round.opening->void_keys) {
    if (card_standing(state, key) == CardStanding::kLive) ++out;
  }
  return out;
}

}  // namespace hp::congress
