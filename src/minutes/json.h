// The minutes as JSON: what every signatory hashes and signs.
#pragma once

#include <string>

#include "base/error.h"
#include "minutes/model.h"

namespace hp::minutes {

// The version of the schema; it changes with any change of a key or its meaning.
inline constexpr int kSchemaVersion = 1;

// The minutes in the canonical form of RFC 8785: one line, keys sorted, no floats. The same
// model gives the same bytes. Fails as `check` does, and with `kMinutesNumber` for a number that
// JSON readers may round.
Result<std::string> make_json(const Model& model);

}  // namespace hp::minutes
