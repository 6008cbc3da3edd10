// Named rule profiles: the settings that a regulation, or a body of its own, goes by.
#pragma once

#include "rules/settings.h"

namespace hp::rules {

enum class Profile {
  k190Of2024,  // Quyết định 190-QĐ/TW of 10/10/2024, with Hướng dẫn 04-HD/TW
  k244Of2014,  // Quyết định 244-QĐ/TW of 9/6/2014, in force for the congresses of 2020
  kNational,   // the national congress makes its own rules: no cap, no range, no small body
  kCustom,     // another organisation's own; starts from 190-2024
};

template <>
struct Words<Profile> {
  static constexpr auto of =
      std::to_array<std::string_view>({"190-2024", "244-2014", "national", "custom"});
};

// The settings of the profile before anything overrides them.
Settings settings_of(Profile profile);

}  // namespace hp::rules
