// Officials: who holds which role, and whose key is whose (record.md section 4).
#pragma once

#include <map>
#include <set>
#include <string>

#include "base/bytes.h"
#include "base/error.h"
#include "crypto/signing.h"
#include "homphieu/v1/record.pb.h"

namespace hp::congress {

namespace v1 = homphieu::v1;
struct State;
struct Entry;

using PublicKeyBytes = std::array<std::uint8_t, 65>;

struct OfficialPerson {
  std::string person;
  std::string name;
  std::set<v1::Role> roles;  // empty once all are retired; the key stays the person's
  PublicKeyBytes key{};
  Hash key_id{};
  bool has(v1::Role role) const { return roles.contains(role); }
};

struct PeopleState {
  std::map<std::string, OfficialPerson> officials;  // by person id
  std::map<Hash, std::string> live_keys;            // key id → person
  std::set<Hash> dead_keys;                         // replaced, never to be used again
};

// The official who signs with this key today, or nullptr: unknown, dead or a card's.
const OfficialPerson* person_of_key(const State& state, const Hash& key_id);
const OfficialPerson* find_official(const State& state, const std::string& person);
bool has_role(const State& state, const std::string& person, v1::Role role);
std::size_t count_role(const State& state, v1::Role role);

// The name to print for a person: the official's, else the roll's, else the id.
std::string name_of(const State& state, const std::string& person);

using crypto::key_id_of;

}  // namespace hp::congress
