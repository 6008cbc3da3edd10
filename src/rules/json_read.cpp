#include "rules/json_read.h"

#include <algorithm>

namespace hp::rules {

Result<bool> read_boolean(const Json& value) {
  if (!value.is_boolean()) return fail(codes::kCaseNotBoolean);
  return value.get<bool>();
}

Result<std::string> read_text(const Json& value) {
  if (!value.is_string()) return fail(codes::kCaseNotText);
  return value.get<std::string>();
}

Result<std::uint64_t> read_integer(const Json& value, std::uint64_t least) {
  if (!value.is_number_integer()) return fail(codes::kCaseNotInteger, "", shown(value));
  const bool negative = !value.is_number_unsigned() && value.get<std::int64_t>() < 0;
  if (negative || value.get<std::uint64_t>() < least || value.get<std::uint64_t>() > kMostNumber) {
    return fail(codes::kCaseOutOfRange, "",
                std::to_string(least) + "-" + std::to_string(kMostNumber));
  }
  return value.get<std::uint64_t>();
}

Result<Candidate> read_candidate(const Json& value) {
  constexpr std::uint64_t kMostCandidates = 1000;
  HP_ASSIGN(const std::uint64_t number, read_integer(value));
  if (number > kMostCandidates) return fail(codes::kCaseOutOfRange, "", "1-1000");
  return Candidate{static_cast<std::uint16_t>(number)};
}

Result<Fields> Fields::of(const Json& value, std::initializer_list<std::string_view> keys) {
  if (!value.is_object()) return fail(codes::kCaseNotObject);
  for (const auto& [key, unused] : value.items()) {
    if (std::ranges::find(keys, std::string_view(key)) == keys.end()) {
      return fail(codes::kCaseKeyUnknown, path_step(key));
    }
  }
  return Fields(value);
}

}  // namespace hp::rules
