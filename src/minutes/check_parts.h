// Checks of fields that the counting minutes and the election minutes share.
#pragma once

#include <string>
#include <string_view>

#include "minutes/model.h"

namespace hp::minutes::check_parts {

// The same result, its error seen under `where`.
Result<void> located(std::string_view where, Result<void> result);
Result<void> text(std::string_view where, std::string_view value);
Result<void> person(std::string_view where, const Person& who);
Result<void> people(std::string_view list, const std::vector<Person>& people);
Result<void> congress(const Congress& congress);
// The outcome of a contest for `office` with `names` candidates.
Result<void> outcome(const Outcome& outcome, Office office, std::size_t names);
bool is_decimal(std::string_view text);

// Each element in turn, under "list[i]".
template <class Items, class Check>
Result<void> each(std::string_view list, const Items& items, Check check_one) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    HP_TRY(located(std::string(list) + "[" + std::to_string(i) + "]", check_one(items[i])));
  }
  return {};
}

}  // namespace hp::minutes::check_parts
