#include "rules/case_parts.h"
#include "rules/json_read.h"

namespace hp::rules {
namespace {

Result<Conclusion> read_conclusion(const Json& value) {
  HP_ASSIGN(const Fields fields, Fields::of(value, {"valid", "reason"}));
  Conclusion out;
  HP_TRY(fields.required("valid", out.valid, read_boolean));
  HP_TRY(fields.optional("reason", out.reason, read_text));
  return out;
}

}  // namespace

Result<PeopleGroup> read_people(const Json& value) {
  HP_ASSIGN(const Fields fields,
            Fields::of(value, {"count", "standing", "attended", "convening_committee", "replaced",
                               "active_elsewhere", "exempted", "suspended", "charged", "excused",
                               "not_convened"}));
  PeopleGroup out;
  Person& person = out.person;
  HP_TRY(fields.optional("count", out.count, read_number_from_1<People>));
  HP_TRY(fields.required("standing", person.standing, read_word<Standing>));
  HP_TRY(fields.required("attended", person.attended, read_word<Attended>));
  HP_TRY(fields.optional("convening_committee", person.convening_committee, read_boolean));
  HP_TRY(fields.optional("replaced", person.replaced, read_boolean));
  HP_TRY(fields.optional("active_elsewhere", person.active_elsewhere, read_boolean));
  HP_TRY(fields.optional("exempted", person.exempted, read_boolean));
  HP_TRY(fields.optional("suspended", person.suspended, read_boolean));
  HP_TRY(fields.optional("charged", person.charged, read_boolean));
  HP_TRY(fields.optional("excused", person.excused, read_boolean));
  HP_TRY(fields.optional("not_convened", person.not_convened, read_word<NotConvened>));
  return out;
}

Result<BallotGroup> read_ballots(const Json& value, Form form) {
  HP_ASSIGN(const Fields fields,
            Fields::of(value, {"count", "struck", "marks", "defects", "conclusion"}));
  const bool strike_out = form == Form::kStrikeOut;
  const char* other = strike_out ? "marks" : "struck";
  if (fields.has(other)) return fail(codes::kCaseOtherForm, other);

  const auto candidates = [](const Json& list) { return read_list(list, read_candidate); };
  const auto marks = [](const Json& list) { return read_list(list, read_word<Mark>); };
  const auto defects = [](const Json& list) { return read_list(list, read_word<Defect>); };
  BallotGroup out;
  HP_TRY(fields.optional("count", out.count, read_number_from_1<Ballots>));
  HP_TRY(strike_out ? fields.required("struck", out.struck, candidates)
                    : fields.required("marks", out.marks, marks));
  HP_TRY(fields.optional("defects", out.defects, defects));
  HP_TRY(fields.optional("conclusion", out.conclusion, read_conclusion));
  return out;
}

Result<Accounting> read_accounting(const Json& value) {
  HP_ASSIGN(const Fields fields,
            Fields::of(value, {"issued", "collected", "unused", "spoiled", "prepared"}));
  Accounting out;
  HP_TRY(fields.optional("issued", out.issued, read_number<Ballots>));
  HP_TRY(fields.optional("collected", out.collected, read_number<Ballots>));
  HP_TRY(fields.optional("unused", out.unused, read_number<Ballots>));
  HP_TRY(fields.optional("spoiled", out.spoiled, read_number<Ballots>));
  HP_TRY(fields.optional("prepared", out.prepared, read_number<Ballots>));
  return out;
}

}  // namespace hp::rules
