// JSON as a case file may hold it. Private to this room: nothing else includes nlohmann's header.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "base/error.h"

namespace hp::rules {

using Json = nlohmann::json;

// Limits that keep a hostile file from exhausting memory; a real case is far below them.
inline constexpr std::size_t kMostBytes = 64 * 1024 * 1024;
inline constexpr std::size_t kMostValues = 5'000'000;
inline constexpr std::size_t kMostDepth = 16;

// One value out of the whole text, nothing after it. Fails with kCaseNotJson (detail
// "line:column"), kCaseKeyTwice (the key's path as `where`), kCaseTooDeep, kCaseTooLarge.
Result<Json> parse_json(std::string_view text);

// A key as a step of a path: `office`, or `["two words"]` where it is not a plain word, so that an
// error stays one line of printable ASCII whatever the file holds. Long keys are cut.
std::string path_step(std::string_view key);

// A value quoted for an error's detail, on one line, cut where it is long.
std::string shown(const Json& value);

}  // namespace hp::rules
