// Small checks of a command's fields, each naming the field.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "congress/codes.h"

namespace hp::congress {

// "people[3]"
inline std::string at(std::string_view list, int index) {
  return std::string(list) + "[" + std::to_string(index) + "]";
}

// A text that says something. Fails with `kCommandField`.
inline Result<void> check_present(std::string_view text, std::string where) {
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    return fail(codes::kCommandField, std::move(where));
  }
  return {};
}

inline Result<void> check_length(std::string_view bytes, std::size_t length, std::string where) {
  if (bytes.size() != length) {
    return fail(codes::kCommandField, std::move(where), std::to_string(bytes.size()));
  }
  return {};
}

}  // namespace hp::congress
