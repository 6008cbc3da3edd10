#include <nlohmann/json.hpp>

#include "congress/contest_codes.h"
#include "congress/definition.h"

namespace hp::congress {
namespace {

using nlohmann::json;
using Text = std::vector<std::pair<std::string, std::string>>;

template <class Enum>
std::optional<Enum> as_word(const json& j) {
  return j.is_string() ? rules::from_word<Enum>(j.get<std::string>()) : std::nullopt;
}

std::optional<std::uint64_t> as_number(const json& j) {
  if (!j.is_number_unsigned()) return std::nullopt;
  const auto n = j.get<std::uint64_t>();
  return n <= 1'000'000 ? std::optional(n) : std::nullopt;
}

template <class Enum>
bool read_word(const json& j, Enum& to) {
  const auto value = as_word<Enum>(j);
  if (value) to = *value;
  return value.has_value();
}

template <class Meaning>
bool read_number(const json& j, rules::Number<Meaning>& to) {
  const auto n = as_number(j);
  if (n) to = rules::Number<Meaning>(*n);
  return n.has_value();
}

bool read_offices(const json& j, rules::Settings& s) {
  if (!j.is_array()) return false;
  for (const json& one : j) {
    const auto office = as_word<rules::Office>(one);
    if (!office) return false;
    s.offices_with_surplus.push_back(*office);
  }
  return true;
}

bool read_range(const json& j, rules::Settings& s) {
  if (j.is_null()) return true;
  rules::PercentRange range;
  if (!j.is_array() || j.size() != 2 || !read_number(j[0], range.from) ||
      !read_number(j[1], range.to)) {
    return false;
  }
  s.prepared_surplus_percent = range;
  return true;
}

bool read_small_body(const json& j, rules::Settings& s) {
  if (j.is_null()) return true;
  rules::SmallBody small;
  if (!j.is_object() || j.size() != 3 || !j.contains("from") || !j.contains("to") ||
      !j.contains("surplus") || !read_number(j["from"], small.from) ||
      !read_number(j["to"], small.to) || !read_number(j["surplus"], small.surplus)) {
    return false;
  }
  s.small_body = small;
  return true;
}

bool read_cap(const json& j, rules::Settings& s) {
  if (j.is_null()) return true;
  rules::Percent cap;
  if (!read_number(j, cap)) return false;
  s.surplus_cap_percent = cap;
  return true;
}

bool read_rounding(const json& j, rules::Settings& s) {
  if (!j.is_object() || j.size() != 2 || !j.contains("decimals") || !j.contains("mode")) {
    return false;
  }
  const auto decimals = as_number(j["decimals"]);
  if (!decimals || *decimals > 6) return false;
  s.rounding.decimals = static_cast<int>(*decimals);
  return read_word(j["mode"], s.rounding.mode);
}

bool read_shortage(const json& j, rules::Settings& s) {
  if (!j.is_object() || !j.contains("*")) return false;
  for (const auto& [key, value] : j.items()) {
    rules::ShortageRule rule{};
    if (!read_word(value, rule)) return false;
    if (key == "*") {
      s.shortage.otherwise = rule;
    } else if (const auto office = rules::from_word<rules::Office>(key)) {
      s.shortage.by_office[*office] = rule;
    } else {
      return false;
    }
  }
  return true;
}

struct Reader {
  const char* name;
  bool (*read)(const json&, rules::Settings&);
};

// In order of name.
constexpr Reader kReaders[] = {
    {"branch_committee_from",
     [](const json& j, rules::Settings& s) { return read_number(j, s.branch_committee_from); }},
    {"nobody_of_several",
     [](const json& j, rules::Settings& s) { return read_word(j, s.nobody_of_several); }},
    {"offices_with_surplus", read_offices},
    {"one_name_both_boxes",
     [](const json& j, rules::Settings& s) { return read_word(j, s.one_name_both_boxes); }},
    {"one_name_no_box",
     [](const json& j, rules::Settings& s) { return read_word(j, s.one_name_no_box); }},
    {"outside_support_percent",
     [](const json& j, rules::Settings& s) { return read_number(j, s.outside_support_percent); }},
    {"prepared_surplus_percent", read_range},
    {"rounding", read_rounding},
    {"shortage", read_shortage},
    {"small_body", read_small_body},
    {"surplus_cap_percent", read_cap},
};

json optional_number(const std::optional<rules::Percent>& n) {
  return n ? json(n->value) : json(nullptr);
}

}  // namespace

// nlohmann's dump() of integers, words and objects with sorted keys is RFC 8785 for these values.
Text settings_as_text(const rules::Settings& s) {
  json offices = json::array();
  for (const auto office : s.offices_with_surplus) offices.push_back(rules::word(office));
  json range = nullptr;
  if (const auto& r = s.prepared_surplus_percent) range = {r->from.value, r->to.value};
  json small = nullptr;
  if (const auto& b = s.small_body) {
    small = {{"from", b->from.value}, {"to", b->to.value}, {"surplus", b->surplus.value}};
  }
  json shortage = {{"*", rules::word(s.shortage.otherwise)}};
  for (const auto& [office, rule] : s.shortage.by_office) {
    shortage[std::string(rules::word(office))] = rules::word(rule);
  }
  const json rounding = {{"decimals", s.rounding.decimals}, {"mode", rules::word(s.rounding.mode)}};
  const json values[] = {s.branch_committee_from.value,
                         rules::word(s.nobody_of_several),
                         offices,
                         rules::word(s.one_name_both_boxes),
                         rules::word(s.one_name_no_box),
                         s.outside_support_percent.value,
                         range,
                         rounding,
                         shortage,
                         small,
                         optional_number(s.surplus_cap_percent)};
  static_assert(std::size(values) == std::size(kReaders));
  Text out;
  for (std::size_t i = 0; i < std::size(kReaders); ++i) {
    out.emplace_back(kReaders[i].name, values[i].dump());
  }
  return out;
}

Result<rules::Settings> settings_from_text(const Text& text) {
  if (text.size() != std::size(kReaders)) {
    return fail(codes::kDefinitionSettings, "settings", std::to_string(text.size()));
  }
  rules::Settings out;
  const auto where = [](std::size_t i) { return "settings[" + std::to_string(i) + "]"; };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const json value = json::parse(text[i].second, nullptr, false);
    if (text[i].first != kReaders[i].name || value.is_discarded() ||
        !kReaders[i].read(value, out)) {
      return fail(codes::kDefinitionSettings, where(i), text[i].first);
    }
  }
  if (auto checked = rules::check(out); !checked) {
    return std::unexpected(under("settings", std::move(checked).error()));
  }
  const Text again = settings_as_text(out);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (again[i] != text[i]) return fail(codes::kDefinitionSettings, where(i), text[i].first);
  }
  return out;
}

}  // namespace hp::congress
