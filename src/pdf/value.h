// Values of a PDF as they are read: numbers, strings, names, arrays, dictionaries, references
// (ISO 32000-2, 7.3).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hp::pdf {

struct Value {
  enum class Kind : std::uint8_t {
    kNull,
    kBool,
    kInteger,
    kReal,
    kString,
    kName,
    kArray,
    kDictionary,
    kReference
  };
  Kind kind = Kind::kNull;
  std::int64_t integer = 0;    // an integer, a bool, the number of the object referred to
  std::string text{};          // a string's bytes, a name without its slash, a real's digits
  std::vector<Value> items{};  // of an array; of a dictionary name, value, name …, sorted by name
  std::size_t begin = 0, end = 0;  // where in the file

  bool is(Kind wanted) const { return kind == wanted; }
  bool is_name(std::string_view name) const { return kind == Kind::kName && text == name; }
  bool is_integer(std::int64_t n) const { return kind == Kind::kInteger && integer == n; }
  bool is_reference(int number) const { return kind == Kind::kReference && integer == number; }

  // A dictionary's entry; null where there is none, or where this is no dictionary.
  const Value* find(std::string_view key) const;
};

// Whether both say the same, wherever they stand and however they are spelt.
bool same(const Value& a, const Value& b);

// The value as the writer spells it, the same for the same value. `more` are entries to put into
// the outermost dictionary in the place of those of the same name: {"V", "12 0 R"}.
using Entries = std::vector<std::pair<std::string, std::string>>;
std::string to_text(const Value& value, const Entries& more = {});

// A text string (ISO 32000-2, 7.9.2.2) as UTF-8; what is no text becomes U+FFFD.
std::string text_of(const Value& value);

}  // namespace hp::pdf
