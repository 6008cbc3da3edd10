// Minutes out of their JSON: for whoever checks a paper without the record.
#pragma once

#include <string_view>

#include "minutes/election.h"
#include "minutes/model.h"

namespace hp::minutes {

// What make_json was made from, times to the second. Reading and making are one another's
// inverse: bytes that make_json would not give again are refused, be they only in another order.
// Fail with `minutes_json`, the field as `where` where one is to blame.
Result<Model> read_minutes(std::string_view json);
Result<Election> read_election(std::string_view json);

// Which of the two it says it is, by its "schema"; no when it is neither.
enum class Kind { kNeither, kMinutes, kElection };
Kind kind_of(std::string_view json);

}  // namespace hp::minutes
