// The roll: organisations with their allocation, and the people (record.md section 5).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "homphieu/v1/record.pb.h"

namespace hp::congress {

namespace v1 = homphieu::v1;
struct State;

struct RollState {
  std::vector<v1::Organisation> organisations;
  std::map<std::string, v1::Person> people;  // by id
  std::optional<Hash> import_hash;           // SHA-256 of the last ImportRoll's payload
  bool confirmed = false;
  std::map<std::string, std::string> allocation_reasons;  // by organisation, as confirmed
};

// The person on the roll, or nullptr.
const v1::Person* roll_person(const State& state, const std::string& id);

}  // namespace hp::congress
