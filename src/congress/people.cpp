#include "congress/people.h"

#include <algorithm>

#include "base/time.h"
#include "congress/codes.h"
#include "congress/contest_codes.h"
#include "congress/contest_queries.h"
#include "congress/field_checks.h"
#include "congress/state.h"

namespace hp::congress {
namespace {

std::set<v1::Role> roles_of(const v1::Official& official) {
  std::set<v1::Role> roles;
  for (int role : official.roles()) roles.insert(static_cast<v1::Role>(role));
  return roles;
}

Result<void> check_roles(const google::protobuf::RepeatedField<int>& roles,
                         const std::string& where) {
  if (roles.empty()) return fail(codes::kCommandField, where);
  for (int i = 0; i < roles.size(); ++i) {
    const bool known = v1::Role_IsValid(roles.Get(i)) && roles.Get(i) != v1::ROLE_UNSPECIFIED;
    const bool ascends = i == 0 || roles.Get(i - 1) < roles.Get(i);
    if (!known || !ascends) return fail(codes::kCommandField, where);
  }
  return {};
}

// Secretariat and credentials are neither counting nor trustee.
bool exclude_each_other(const std::set<v1::Role>& roles) {
  const bool office = roles.contains(v1::ROLE_SECRETARIAT) || roles.contains(v1::ROLE_CREDENTIALS);
  return office && (roles.contains(v1::ROLE_COUNTING) || roles.contains(v1::ROLE_TRUSTEE));
}

Result<void> check_official(const v1::Official& official, const std::string& where) {
  HP_TRY(check_present(official.person(), where + ".person"));
  HP_TRY(check_present(official.name(), where + ".name"));
  HP_TRY(check_roles(official.roles(), where + ".roles"));
  HP_TRY(check_length(official.key(), 65, where + ".key"));
  if (exclude_each_other(roles_of(official))) return fail(codes::kRolesExclude, where + ".roles");
  return {};
}

void enrol(State& state, const v1::Official& official, std::uint64_t index) {
  OfficialPerson& person = state.people.officials[official.person()];
  const PublicKeyBytes key = array_of<65>(view(official.key()));
  const Hash key_id = key_id_of(key);
  if (!person.person.empty() && person.key_id != key_id) {
    state.people.live_keys.erase(person.key_id);
    state.people.dead_keys.insert(person.key_id);
  }
  person.person = official.person();
  person.name = official.name();
  person.roles.merge(roles_of(official));
  person.key = key;
  person.key_id = key_id;
  state.people.live_keys[key_id] = person.person;
  state.touch(person_subject(person.person), index);
}

Result<void> check_witnesses(const v1::FoundCongress& body) {
  std::set<std::string> keys{body.log_key()}, names;
  for (int i = 0; i < body.witnesses_size(); ++i) {
    const std::string where = at("witnesses", i);
    HP_TRY(check_present(body.witnesses(i).name(), where + ".name"));
    HP_TRY(check_length(body.witnesses(i).key(), 32, where + ".key"));
    if (!keys.insert(body.witnesses(i).key()).second ||
        !names.insert(body.witnesses(i).name()).second) {
      return fail(codes::kCommandField, where);
    }
  }
  if (body.witness_quorum() > static_cast<std::uint32_t>(body.witnesses_size())) {
    return fail(codes::kCommandField, "witness_quorum");
  }
  return {};
}

Result<void> check_days(const v1::FoundCongress& body) {
  if (body.days().empty()) return fail(codes::kCommandField, "days");
  for (int i = 0; i < body.days_size(); ++i) {
    const auto day = day_from_iso(body.days(i));
    if (!day || (i > 0 && *day_from_iso(body.days(i - 1)) >= *day)) {
      return fail(codes::kCommandField, at("days", i), body.days(i));
    }
  }
  return {};
}

}  // namespace

Result<void> check_found_congress(const State&, const Entry&, const v1::FoundCongress& body) {
  HP_TRY(check_present(body.organisation(), "organisation"));
  HP_TRY(check_present(body.congress(), "congress"));
  HP_TRY(check_present(body.term(), "term"));
  HP_TRY(check_present(body.place(), "place"));
  if (!v1::Level_IsValid(body.level()) || body.level() == v1::LEVEL_UNSPECIFIED) {
    return fail(codes::kCommandField, "level");
  }
  if (!v1::Meeting_IsValid(body.meeting()) || body.meeting() == v1::MEETING_UNSPECIFIED) {
    return fail(codes::kCommandField, "meeting");
  }
  HP_TRY(check_days(body));
  HP_TRY(check_length(body.log_key(), 32, "log_key"));
  HP_TRY(check_witnesses(body));
  std::set<std::string> people, keys;
  int secretariat = 0;
  for (int i = 0; i < body.officials_size(); ++i) {
    const v1::Official& official = body.officials(i);
    HP_TRY(check_official(official, at("officials", i)));
    if (!people.insert(official.person()).second) {
      return fail(codes::kCommandField, at("officials", i) + ".person", official.person());
    }
    if (!keys.insert(official.key()).second) {
      return fail(codes::kKeyTaken, at("officials", i) + ".key");
    }
    if (roles_of(official).contains(v1::ROLE_SECRETARIAT)) ++secretariat;
  }
  if (secretariat < 2) return fail(codes::kTooFewLeft, "officials");
  return {};
}

void apply_found_congress(State& state, const Entry& entry, const v1::FoundCongress& body) {
  state.congress_id = entry.payload_hash;
  state.founding = body;
  state.founded_at = entry.command.signed_at();
  for (const v1::Official& official : body.officials()) enrol(state, official, entry.index);
}

Result<void> check_enrol_official(const State& state, const Entry&, const v1::EnrolOfficial& body) {
  const v1::Official& official = body.official();
  HP_TRY(check_official(official, "official"));
  std::set<v1::Role> roles = roles_of(official);
  const OfficialPerson* before = find_official(state, official.person());
  const v1::Person* delegate = roll_person(state, official.person());
  if ((before != nullptr && before->name != official.name()) ||
      (delegate != nullptr && delegate->name() != official.name())) {
    return fail(codes::kNameDiffers, "official.name", name_of(state, official.person()));
  }
  const Hash key_id = key_id_of(view(official.key()));
  const OfficialPerson* owner = person_of_key(state, key_id);
  if ((owner != nullptr && owner->person != official.person()) ||
      state.people.dead_keys.contains(key_id) || state.cards.keys.contains(key_id)) {
    return fail(codes::kKeyTaken, "official.key");
  }
  if (before == nullptr) return {};
  if (owner != nullptr && std::ranges::includes(before->roles, roles)) {
    return fail(codes::kNothingChanges, "official");
  }
  roles.insert(before->roles.begin(), before->roles.end());
  if (exclude_each_other(roles)) return fail(codes::kRolesExclude, "official.roles");
  return {};
}

void apply_enrol_official(State& state, const Entry& entry, const v1::EnrolOfficial& body) {
  enrol(state, body.official(), entry.index);
}

Result<void> check_retire_official(const State& state, const Entry&,
                                   const v1::RetireOfficial& body) {
  HP_TRY(check_present(body.reason(), "reason"));
  HP_TRY(check_roles(body.roles(), "roles"));
  const OfficialPerson* person = find_official(state, body.person());
  if (person == nullptr) return fail(codes::kPersonUnknown, "person", body.person());
  for (int number : body.roles()) {
    const auto role = static_cast<v1::Role>(number);
    if (!person->has(role)) return fail(codes::kNothingChanges, "roles", v1::Role_Name(role));
    const std::size_t least = role == v1::ROLE_PRESIDIUM                                     ? 1
                              : role == v1::ROLE_SECRETARIAT || role == v1::ROLE_CREDENTIALS ? 2
                                                                                             : 0;
    if (least > 0 && count_role(state, role) <= least) {
      return fail(codes::kTooFewLeft, "roles", v1::Role_Name(role));
    }
  }
  if (is_bound_to_unfinished_round(state, body.person())) {
    return fail(codes::kBoundToRound, "person", body.person());
  }
  return {};
}

void apply_retire_official(State& state, const Entry& entry, const v1::RetireOfficial& body) {
  OfficialPerson& person = state.people.officials.at(body.person());
  for (int role : body.roles()) person.roles.erase(static_cast<v1::Role>(role));
  state.touch(person_subject(body.person()), entry.index);
}

}  // namespace hp::congress
