// The minutes as plain text, for screens, terminals and printers that take text.
#pragma once

#include <string>

#include "base/error.h"
#include "minutes/model.h"

namespace hp::minutes {

// The Vietnamese text in the order of docs/design/minutes.md section 1: UTF-8, lines of at most
// 80 characters ending in '\n'. `json_hash` is the SHA-256 of make_json's bytes, printed in the
// text. The same model gives the same bytes. Fails as `check` does.
Result<std::string> make_text(const Model& model, const Hash& json_hash);

}  // namespace hp::minutes
