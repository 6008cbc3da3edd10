#include "congress/authority.h"

#include <algorithm>

#include "congress/codes.h"
#include "congress/contest_codes.h"
#include "congress/contest_env.h"
#include "congress/contest_lookup.h"
#include "congress/contest_queries.h"
#include "congress/state.h"
#include "congress/subjects.h"

namespace hp::congress {
namespace {

struct Signer {
  Hash key_id{};
  const OfficialPerson* official = nullptr;  // of a live key
};

enum class Completeness { kComplete, kPartial };

// One try to match an entry's signers with an alternative.
struct Matching {
  const State& state;
  const Entry& entry;
  const Round* round;  // nullptr: not about a round
  std::vector<Signer> signers;
  Completeness completeness;

  bool holds(Condition condition) const;
  bool fills(const Signer& signer, SignerPlace place) const;
  bool others_are(OtherSigners others, const std::vector<bool>& used) const;
  bool fill_from(const Alternative& alternative, std::size_t place, std::vector<bool>& used) const;
};

const v1::Official* enrolled(const Entry& entry) {
  return entry.command.has_enrol_official() ? &entry.command.enrol_official().official() : nullptr;
}

// Whether `person` alone holds a role without which the office can't act.
bool only_usable(const State& state, const OfficialPerson& person) {
  const bool presidium = count_role(state, v1::ROLE_PRESIDIUM) > 0;
  if (presidium && person.has(v1::ROLE_PRESIDIUM) && count_role(state, v1::ROLE_PRESIDIUM) == 1) {
    return true;
  }
  // Before a presidium is enrolled the secretariat signs twice.
  return person.has(v1::ROLE_SECRETARIAT) &&
         count_role(state, v1::ROLE_SECRETARIAT) == (presidium ? 1u : 2u);
}

// A new key and nothing else for such a person.
bool is_key_lost(const State& state, const Entry& entry) {
  const v1::Official* official = enrolled(entry);
  if (official == nullptr) return false;
  const OfficialPerson* before = find_official(state, official->person());
  if (before == nullptr || before->key_id == key_id_of(view(official->key()))) return false;
  const bool adds = std::ranges::any_of(
      official->roles(), [&](int role) { return !before->has(static_cast<v1::Role>(role)); });
  return !adds && only_usable(state, *before);
}

bool Matching::holds(Condition condition) const {
  switch (condition) {
    case Condition::kAlways:
      return true;
    case Condition::kNoPresidium:
      return count_role(state, v1::ROLE_PRESIDIUM) == 0;
    case Condition::kPresidium:
      return count_role(state, v1::ROLE_PRESIDIUM) > 0;
    case Condition::kKeyLost:
      return is_key_lost(state, entry);
    case Condition::kElectronicOpen:
      return electronic_round_open(state);
    case Condition::kNoElectronicOpen:
      return !electronic_round_open(state);
    case Condition::kBeforeClosing:
      return round != nullptr && round->phase == Phase::kOpen;
    case Condition::kAfterClosing:
      return round != nullptr && round->phase != Phase::kOpen;
  }
  return false;
}

bool Matching::fills(const Signer& signer, SignerPlace place) const {
  const v1::Official* official = enrolled(entry);
  const bool is_new_key = official != nullptr && signer.key_id == key_id_of(view(official->key()));
  if (place == SignerPlace::kNewKey) return is_new_key;
  if (place == SignerPlace::kCard) return state.cards.keys.contains(signer.key_id);
  if (signer.official == nullptr || is_new_key) return false;
  const OfficialPerson& person = *signer.official;
  // Two signatures are of two people: nobody vouches for the own new key.
  if (official != nullptr && person.person == official->person()) return false;
  switch (place) {
    case SignerPlace::kSecretariat:
      return person.has(v1::ROLE_SECRETARIAT);
    case SignerPlace::kCredentials:
      return person.has(v1::ROLE_CREDENTIALS);
    case SignerPlace::kPresidium:
      return person.has(v1::ROLE_PRESIDIUM);
    case SignerPlace::kOffice:
      return person.has(v1::ROLE_SECRETARIAT) || person.has(v1::ROLE_CREDENTIALS) ||
             person.has(v1::ROLE_PRESIDIUM);
    case SignerPlace::kHead:
      return round != nullptr && round->counters && round->counters->head == person.person;
    case SignerPlace::kMember:
      return round != nullptr && round->counters && round->counters->has(person.person);
    case SignerPlace::kHelper:
      return person.has(v1::ROLE_HELPER);
    case SignerPlace::kHeadOfOpenRound:
      return is_head_of_open_round(state, person.person);
    case SignerPlace::kTrustee: {
      const Ceremony* ceremony = state.ceremonies.in_force();
      return ceremony != nullptr && person.has(v1::ROLE_TRUSTEE) &&
             ceremony->number_of(person.person) != 0;
    }
    case SignerPlace::kSignatory: {
      if (round == nullptr) return false;
      static const std::vector<PersonId> kNone;
      const std::vector<PersonId>& all = round->annulment     ? round->annulment->signatories
                                         : round->declaration ? round->declaration->signatories
                                                              : kNone;
      return std::ranges::find(all, person.person) != all.end();
    }
    case SignerPlace::kAnyOfficial:
      return std::ranges::any_of(person.roles,
                                 [](v1::Role role) { return role != v1::ROLE_OBSERVER; });
    case SignerPlace::kNewKey:
    case SignerPlace::kCard:
      break;
  }
  return false;
}

bool Matching::others_are(OtherSigners others, const std::vector<bool>& used) const {
  std::vector<const Signer*> left;
  for (std::size_t i = 0; i < signers.size(); ++i) {
    if (!used[i]) left.push_back(&signers[i]);
  }
  if (others == OtherSigners::kNobody) return left.empty();
  if (others == OtherSigners::kAllFounders) return false;  // matched by key, see founders_sign
  if (round == nullptr || !round->counters) return false;
  const Counters& counters = *round->counters;
  std::set<std::string> named;
  if (entry.command.has_declare_result()) {
    for (const auto& one : entry.command.declare_result().not_signing()) {
      named.insert(one.person());
    }
  }
  for (const Signer* one : left) {
    if (one->official == nullptr || one->official->person == counters.head ||
        !counters.has(one->official->person) || named.contains(one->official->person)) {
      return false;
    }
  }
  if (completeness == Completeness::kPartial) return true;
  const std::size_t members = left.size() + 1;  // with the head
  if (members * 2 <= counters.all.size()) return false;
  return others == OtherSigners::kMoreThanHalf || members + named.size() == counters.all.size();
}

bool Matching::fill_from(const Alternative& alternative, std::size_t place,
                         std::vector<bool>& used) const {
  if (place == alternative.places.size()) return others_are(alternative.others, used);
  for (std::size_t i = 0; i < signers.size(); ++i) {
    if (used[i] || !fills(signers[i], alternative.places[place])) continue;
    used[i] = true;
    if (fill_from(alternative, place + 1, used)) return true;
    used[i] = false;
  }
  return completeness == Completeness::kPartial && fill_from(alternative, place + 1, used);
}

// FoundCongress: the keys of all its officials, and none else.
bool founders_sign(const Entry& entry, Completeness completeness) {
  std::set<Hash> founders;
  for (const auto& official : entry.command.found_congress().officials()) {
    founders.insert(key_id_of(view(official.key())));
  }
  const bool all_known = std::ranges::all_of(
      entry.key_ids, [&](const Hash& key_id) { return founders.contains(key_id); });
  return all_known &&
         (completeness == Completeness::kPartial || entry.key_ids.size() == founders.size());
}

Result<void> check(const State& state, const Entry& entry, Completeness completeness) {
  const AuthorityRow* row = authority_of(entry.command.body_case());
  if (row == nullptr) return fail(codes::kCommandUnknown, "body");
  Matching matching{state, entry, nullptr, {}, completeness};
  if (row->phases != 0) {
    HP_ASSIGN(matching.round, current_round(state, contest_of(entry.command)));
    if ((row->phases & phase_bit(matching.round->phase)) == 0) {
      return fail(codes::kContestPhase, "contest", std::string(word(matching.round->phase)));
    }
  }
  const auto refuse = [&] {
    return fail(codes::kSignersNotAllowed, "signatures", std::string(row->name));
  };
  if (entry.command.has_found_congress()) {
    if (!founders_sign(entry, completeness)) return refuse();
    return {};
  }
  std::set<std::string> people;
  for (const Hash& key_id : entry.key_ids) {
    const Signer signer{key_id, person_of_key(state, key_id)};
    if (signer.official != nullptr && !people.insert(signer.official->person).second) {
      return refuse();
    }
    matching.signers.push_back(signer);
  }
  for (const Alternative& alternative : row->alternatives) {
    std::vector<bool> used(matching.signers.size());
    if (matching.holds(alternative.condition) && matching.fill_from(alternative, 0, used)) {
      return {};
    }
  }
  return refuse();
}

}  // namespace

Result<void> check_authority(const State& state, const Entry& entry) {
  return check(state, entry, Completeness::kComplete);
}

Result<void> check_partial_authority(const State& state, const Entry& entry) {
  if (entry.key_ids.empty()) return fail(codes::kSignersNotAllowed, "signatures");
  return check(state, entry, Completeness::kPartial);
}

}  // namespace hp::congress
