// Typed reading of JSON values, strictly: nothing is converted, nothing is guessed. Private to
// this room. Every reader takes a value and gives Result<T>; an error's `where` is the path from
// that value on, and whoever reads an outer value puts its own step before it.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/error.h"
#include "rules/codes.h"
#include "rules/json_text.h"
#include "rules/units.h"
#include "rules/words.h"

namespace hp::rules {

inline constexpr std::uint64_t kMostNumber = 1'000'000;

Result<bool> read_boolean(const Json& value);
Result<std::string> read_text(const Json& value);

// An integer from `least` to a million; 15.0 and true are none.
Result<std::uint64_t> read_integer(const Json& value, std::uint64_t least = 0);

// A position on the ballot, or 0 where a key gives that a meaning.
Result<Candidate> read_candidate(const Json& value);

template <class N>
Result<N> read_number(const Json& value) {
  HP_ASSIGN(const std::uint64_t number, read_integer(value));
  return N{number};
}

template <class N>
Result<N> read_number_from_1(const Json& value) {
  HP_ASSIGN(const std::uint64_t number, read_integer(value, 1));
  return N{number};
}

template <class Enum>
Result<Enum> read_word(const Json& value) {
  if (!value.is_string()) return fail(codes::kCaseNotText);
  const auto found = from_word<Enum>(value.get_ref<const std::string&>());
  if (!found) return fail(codes::kCaseWordUnknown, "", shown(value));
  return *found;
}

template <class Reader>
auto read_list(const Json& value, Reader read)
    -> Result<std::vector<typename std::invoke_result_t<Reader, const Json&>::value_type>> {
  if (!value.is_array()) return fail(codes::kCaseNotList);
  std::vector<typename std::invoke_result_t<Reader, const Json&>::value_type> out;
  out.reserve(value.size());
  for (const Json& entry : value) {
    auto one = read(entry);
    if (!one) {
      return std::unexpected(under("[" + std::to_string(out.size()) + "]", std::move(one).error()));
    }
    out.push_back(*std::move(one));
  }
  return out;
}

// null, or what the reader reads.
template <class Reader>
auto read_or_null(const Json& value, Reader read)
    -> Result<std::optional<typename std::invoke_result_t<Reader, const Json&>::value_type>> {
  if (value.is_null()) return std::nullopt;
  HP_ASSIGN(auto one, read(value));
  return one;
}

// An object whose keys are all among `keys`.
class Fields {
 public:
  static Result<Fields> of(const Json& value, std::initializer_list<std::string_view> keys);

  bool has(std::string_view key) const { return object_->contains(key); }

  // The value of the key, through the reader, into `to`. Fails with kCaseKeyMissing.
  template <class T, class Reader>
  Result<void> required(std::string_view key, T& to, Reader read) const {
    if (!has(key)) return fail(codes::kCaseKeyMissing, std::string(key));
    return optional(key, to, read);
  }

  // The same, but a key that is missing leaves `to` as it is.
  template <class T, class Reader>
  Result<void> optional(std::string_view key, T& to, Reader read) const {
    const auto found = object_->find(key);
    if (found == object_->end()) return {};
    auto one = read(*found);
    if (!one) return std::unexpected(under(path_step(key), std::move(one).error()));
    to = *std::move(one);
    return {};
  }

 private:
  explicit Fields(const Json& object) : object_(&object) {}
  const Json* object_;
};

}  // namespace hp::rules
