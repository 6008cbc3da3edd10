// Pieces of JSON that the counting minutes and the election minutes share.
#pragma once

#include "minutes/canonical_json.h"
#include "minutes/model.h"

namespace hp::minutes::json_parts {

Json text(std::string_view value);
Json hex(const Hash& hash);
Json time(UnixMs at);
inline Json number(std::uint64_t value) {
  return Json::number(value);
}
Json numbers(const std::vector<Count>& values);
Json person(const Person& who);
Json people(const std::vector<Person>& list);
Json congress(const Congress& it);
Json base(const Base& it);
Json outcome(const Outcome& it);
Json head(const RecordHead& it);

template <class Items, class Make>
Json array(const Items& items, Make make) {
  std::vector<Json> out;
  out.reserve(items.size());
  for (const auto& item : items) out.push_back(make(item));
  return Json::array(std::move(out));
}

template <class Value, class Make>
Json maybe(const std::optional<Value>& value, Make make) {
  return value ? make(*value) : Json::null();
}

}  // namespace hp::minutes::json_parts
