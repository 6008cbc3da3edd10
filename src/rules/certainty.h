// How sure the source of a rule is.
#pragma once

#include "rules/words.h"

namespace hp::rules {

enum class Certainty {
  kText,       // the wording of the regulation was seen
  kSecondary,  // seen in forms or local rule sheets
  kInferred,
  kRecalled,  // to be verified against the official text
};
template <>
struct Words<Certainty> {
  static constexpr auto of =
      std::to_array<std::string_view>({"text", "secondary", "inferred", "recalled"});
};

}  // namespace hp::rules
