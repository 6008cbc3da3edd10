// Pieces of JSON read back, as json_parts.h makes them. They throw what nlohmann's accessors throw;
// read_json.cpp turns that into an error.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>

#include "minutes/model.h"

namespace hp::minutes::read_parts {

using Read = nlohmann::json;

std::string text(const Read& it);
Count number(const Read& it);
Hash hash(const Read& it);
UnixMs time(const Read& it);
Person person(const Read& it);
std::vector<Person> people(const Read& it);
std::vector<Count> numbers(const Read& it);
Congress congress(const Read& it);
Base base(const Read& it);
Outcome outcome(const Read& it);
RecordHead head(const Read& it);

// A value that can't be what the minutes write; make_json then gives other bytes or fails, so
// nothing rests on which value it is.
[[noreturn]] void refuse(const char* what);

template <class Word>
Word word_of(const Read& it, Word last) {
  const std::string name = text(it);
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    if (word(static_cast<Word>(i)).json == name) return static_cast<Word>(i);
  }
  refuse("word");
}

template <class Make>
auto list(const Read& it, Make make) {
  if (!it.is_array()) refuse("list");
  std::vector<decltype(make(it))> out;
  out.reserve(it.size());
  for (const Read& one : it) out.push_back(make(one));
  return out;
}

template <class Make>
auto maybe(const Read& it, Make make) -> std::optional<decltype(make(it))> {
  if (it.is_null()) return std::nullopt;
  return make(it);
}

}  // namespace hp::minutes::read_parts
