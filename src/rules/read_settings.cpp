#include "rules/case_parts.h"
#include "rules/json_read.h"

namespace hp::rules {
namespace {

Result<PercentRange> read_range(const Json& value) {
  HP_ASSIGN(const auto ends, read_list(value, read_number<Percent>));
  if (ends.size() != 2) {
    return fail(codes::kCaseWrongLength, "", std::to_string(ends.size()) + " != 2");
  }
  return PercentRange{.from = ends[0], .to = ends[1]};
}

Result<SmallBody> read_small_body(const Json& value) {
  HP_ASSIGN(const Fields fields, Fields::of(value, {"from", "to", "surplus"}));
  SmallBody out;
  HP_TRY(fields.required("from", out.from, read_number<Seats>));
  HP_TRY(fields.required("to", out.to, read_number<Seats>));
  HP_TRY(fields.required("surplus", out.surplus, read_number<Names>));
  return out;
}

Result<int> read_decimals(const Json& value) {
  HP_ASSIGN(const std::uint64_t number, read_integer(value));
  if (number > 6) return fail(codes::kCaseOutOfRange, "", "0-6");
  return static_cast<int>(number);
}

Result<Rounding> read_rounding(const Json& value) {
  HP_ASSIGN(const Fields fields, Fields::of(value, {"decimals", "mode"}));
  Rounding out;
  HP_TRY(fields.required("decimals", out.decimals, read_decimals));
  HP_TRY(fields.required("mode", out.mode, read_word<RoundingMode>));
  return out;
}

Result<Shortage> read_shortage(const Json& value) {
  if (!value.is_object()) return fail(codes::kCaseNotObject);
  if (!value.contains("*")) return fail(codes::kCaseKeyMissing, "*");
  Shortage out;
  for (const auto& [key, entry] : value.items()) {
    const auto office = from_word<Office>(key);
    if (!office && key != "*") return fail(codes::kCaseKeyUnknown, path_step(key));
    auto rule = read_word<ShortageRule>(entry);
    if (!rule) return std::unexpected(under(key, std::move(rule).error()));
    if (office) {
      out.by_office[*office] = *rule;
    } else {
      out.otherwise = *rule;
    }
  }
  return out;
}

}  // namespace

Result<Settings> read_settings(const Json& value, Profile profile) {
  HP_ASSIGN(const Fields fields,
            Fields::of(value, {"offices_with_surplus", "surplus_cap_percent",
                               "prepared_surplus_percent", "small_body", "outside_support_percent",
                               "nobody_of_several", "one_name_both_boxes", "one_name_no_box",
                               "rounding", "branch_committee_from", "shortage"}));
  const auto offices = [](const Json& list) { return read_list(list, read_word<Office>); };
  const auto cap = [](const Json& percent) { return read_or_null(percent, read_number<Percent>); };
  const auto range = [](const Json& ends) { return read_or_null(ends, read_range); };
  const auto small = [](const Json& body) { return read_or_null(body, read_small_body); };

  Settings out = settings_of(profile);
  HP_TRY(fields.optional("offices_with_surplus", out.offices_with_surplus, offices));
  HP_TRY(fields.optional("surplus_cap_percent", out.surplus_cap_percent, cap));
  HP_TRY(fields.optional("prepared_surplus_percent", out.prepared_surplus_percent, range));
  HP_TRY(fields.optional("small_body", out.small_body, small));
  HP_TRY(fields.optional("outside_support_percent", out.outside_support_percent,
                         read_number<Percent>));
  HP_TRY(fields.optional("nobody_of_several", out.nobody_of_several, read_word<NobodyRule>));
  HP_TRY(fields.optional("one_name_both_boxes", out.one_name_both_boxes, read_word<OneNameRule>));
  HP_TRY(fields.optional("one_name_no_box", out.one_name_no_box, read_word<OneNameRule>));
  HP_TRY(fields.optional("rounding", out.rounding, read_rounding));
  HP_TRY(fields.optional("branch_committee_from", out.branch_committee_from, read_number<People>));
  HP_TRY(fields.optional("shortage", out.shortage, read_shortage));
  return out;
}

}  // namespace hp::rules
