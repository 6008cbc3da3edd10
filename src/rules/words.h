// The words that case files and outcomes use for the values of an enum. Each enum has its table
// right beside it, in the order of its values:
//
//   enum class Form { kStrikeOut, kBox };
//   template <>
//   struct Words<Form> {
//     static constexpr auto of = std::to_array<std::string_view>({"strike_out", "box"});
//   };
//
//   word(Form::kBox)          "box"
//   from_word<Form>("boxes")  nothing
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace hp::rules {

template <class Enum>
struct Words;

template <class Enum>
constexpr std::string_view word(Enum value) {
  return Words<Enum>::of[static_cast<std::size_t>(value)];
}

template <class Enum>
constexpr std::optional<Enum> from_word(std::string_view text) {
  for (std::size_t i = 0; i < Words<Enum>::of.size(); ++i) {
    if (Words<Enum>::of[i] == text) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace hp::rules
