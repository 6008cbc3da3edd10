// JSON for the terminal: a command may quote what a file or an argument said, and that need not be
// UTF-8; such bytes are shown as U+FFFD.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace hp::cli {

// `indent`: spaces a level, -1 for one line.
template <class Json>
std::string json_text(const Json& value, int indent = -1) {
  return value.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace hp::cli
