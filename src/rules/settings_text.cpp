#include "rules/settings_text.h"

#include <algorithm>

namespace hp::rules {
namespace {

template <class Meaning>
std::string text(Number<Meaning> number) {
  return std::to_string(number.value);
}

template <class Enum>
std::string quoted(Enum value) {
  return "\"" + std::string(word(value)) + "\"";
}

std::string text(std::vector<Office> offices) {
  std::ranges::sort(offices);
  std::string out = "[";
  for (const Office office : offices) {
    if (out.size() > 1) out += ", ";
    out += quoted(office);
  }
  return out + "]";
}

std::string text(const std::optional<Percent>& percent) {
  return percent ? text(*percent) : "null";
}

std::string text(const std::optional<PercentRange>& range) {
  return range ? "[" + text(range->from) + ", " + text(range->to) + "]" : "null";
}

std::string text(const std::optional<SmallBody>& body) {
  if (!body) return "null";
  return R"({"from": )" + text(body->from) + R"(, "to": )" + text(body->to) + R"(, "surplus": )" +
         text(body->surplus) + "}";
}

std::string text(const Rounding& rounding) {
  return R"({"decimals": )" + std::to_string(rounding.decimals) + R"(, "mode": )" +
         quoted(rounding.mode) + "}";
}

std::string text(const Shortage& shortage) {
  std::string out = "{";
  for (const auto& [office, rule] : shortage.by_office) {
    out += quoted(office) + ": " + quoted(rule) + ", ";
  }
  return out + R"("*": )" + quoted(shortage.otherwise) + "}";
}

// What the value of 190-2024 rests on.
struct Source {
  std::string_view name;
  std::string_view basis;
  Certainty certainty;
  // Whether the wording was seen in 244-2014 too, or in the Party's charter that stands over both.
  bool in_244;
};
constexpr auto kSources = std::to_array<Source>({
    {"offices_with_surplus", "190 Đ.14 k.1", Certainty::kText, false},
    {"surplus_cap_percent", "190 Đ.14 k.1, k.3", Certainty::kText, false},
    {"prepared_surplus_percent", "190 Đ.14 k.1", Certainty::kText, false},
    {"small_body", "-", Certainty::kSecondary, false},
    {"outside_support_percent", "190 Đ.14 k.3", Certainty::kText, false},
    {"nobody_of_several", "244 Đ.17 k.2", Certainty::kInferred, true},
    {"one_name_both_boxes", "244 Đ.17 k.2", Certainty::kSecondary, true},
    {"one_name_no_box", "244 Đ.17 k.2", Certainty::kSecondary, true},
    {"rounding", "-", Certainty::kSecondary, true},
    {"branch_committee_from", "Điều lệ Đ.24 k.4", Certainty::kText, true},
    // Delegates: 244 Đ.20 k.2, text; other offices: recalled. A setting is as sure as its parts.
    {"shortage", "244 Đ.20 k.2", Certainty::kRecalled, true},
});

std::vector<std::string> values(const Settings& s) {
  return {text(s.offices_with_surplus),
          text(s.surplus_cap_percent),
          text(s.prepared_surplus_percent),
          text(s.small_body),
          text(s.outside_support_percent),
          quoted(s.nobody_of_several),
          quoted(s.one_name_both_boxes),
          quoted(s.one_name_no_box),
          text(s.rounding),
          text(s.branch_committee_from),
          text(s.shortage)};
}

// A profile that takes a value over from a regulation in which its wording was not seen has it
// as inferred.
void apply_profile(SettingLine& line, const Source& source, Profile profile) {
  const bool seen =
      profile == Profile::k190Of2024 || (profile == Profile::k244Of2014 && source.in_244);
  if (seen || source.certainty != Certainty::kText) return;
  line.certainty = Certainty::kInferred;
  if (profile != Profile::k244Of2014) line.basis = "-";
}

}  // namespace

std::vector<SettingLine> setting_lines(Profile profile, const Settings& settings) {
  const std::vector<std::string> own = values(settings_of(profile));
  std::vector<std::string> resolved = values(settings);
  std::vector<SettingLine> out;
  for (std::size_t i = 0; i < kSources.size(); ++i) {
    SettingLine line{.name = kSources[i].name,
                     .value = std::move(resolved[i]),
                     .basis = kSources[i].basis,
                     .certainty = kSources[i].certainty,
                     .changed = false};
    line.changed = line.value != own[i];
    apply_profile(line, kSources[i], profile);
    out.push_back(std::move(line));
  }
  return out;
}

}  // namespace hp::rules
