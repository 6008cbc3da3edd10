// Settings as minutes print them: in a fixed order, with what each rests on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/certainty.h"
#include "rules/profile.h"

namespace hp::rules {

struct SettingLine {
  std::string_view name{};   // as in a case file: "surplus_cap_percent"
  std::string value{};       // as a case file writes it: `30`, `null`, `{"from": 3, "to": 5, …}`
  std::string_view basis{};  // the article that the profile's own value rests on, "-" where unknown
  Certainty certainty = Certainty::kInferred;  // of the profile's own value
  bool changed = false;                        // differs from the profile's own value

  // Whether the value is not wording of the regulation: then the minutes print it.
  bool to_be_printed() const { return changed || certainty != Certainty::kText; }
  bool operator==(const SettingLine&) const = default;
};

// Every setting, in the order of tests/cases/README.md. Equal settings give equal lines, in
// whatever order their offices were named. Settings of `custom` are an organisation's own, so
// none of them counts as text.
std::vector<SettingLine> setting_lines(Profile profile, const Settings& settings);

}  // namespace hp::rules
