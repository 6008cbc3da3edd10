#include "rules/case_parts.h"
#include "rules/json_read.h"

namespace hp::rules {
namespace {

Result<std::vector<Candidate>> read_candidates(const Json& value) {
  return read_list(value, read_candidate);
}

Result<MembersOf> read_members_of(const Json& value) {
  HP_ASSIGN(const Fields fields,
            Fields::of(value, {"standing_committee", "committee", "inspection_committee"}));
  MembersOf out;
  HP_TRY(fields.optional("standing_committee", out.standing_committee, read_candidates));
  HP_TRY(fields.optional("committee", out.committee, read_candidates));
  HP_TRY(fields.optional("inspection_committee", out.inspection_committee, read_candidates));
  return out;
}

Result<OutsideNominee> read_nominee(const Json& value) {
  HP_ASSIGN(const Fields fields, Fields::of(value, {"candidate", "support", "attending"}));
  OutsideNominee out;
  HP_TRY(fields.required("candidate", out.candidate, read_candidate));
  HP_TRY(fields.required("support", out.support, read_number<People>));
  HP_TRY(fields.required("attending", out.attending, read_number<People>));
  return out;
}

Result<std::vector<Office>> read_offices(const Json& value) {
  HP_ASSIGN(auto out, read_list(value, read_word<Office>));
  if (out.size() < 2) {
    return fail(codes::kCaseWrongLength, "", std::to_string(out.size()) + " < 2");
  }
  return out;
}

Result<std::vector<Office>> read_office(const Json& value) {
  HP_ASSIGN(const Office office, read_word<Office>(value));
  return std::vector<Office>{office};
}

Result<void> read_office_or_offices(const Fields& fields, Contest& out) {
  if (fields.has("office") && fields.has("offices")) {
    return fail(codes::kCaseOfficeAndOffices, "offices");
  }
  if (fields.has("offices")) return fields.optional("offices", out.offices, read_offices);
  return fields.required("office", out.offices, read_office);
}

// ballots_held only repeats the round, so it is checked and not kept.
Result<void> check_ballots_held(const Fields& fields, Round round) {
  if (!fields.has("ballots_held")) return {};
  std::uint64_t held = 0;
  HP_TRY(fields.optional("ballots_held", held, [](const Json& v) { return read_integer(v); }));
  if (held + 1 == round.value) return {};
  return fail(codes::kCaseBallotsHeld, "ballots_held",
              std::to_string(held) + " != " + std::to_string(round.value) + " - 1");
}

}  // namespace

Result<Contest> read_contest(const Json& value) {
  HP_ASSIGN(const Fields fields,
            Fields::of(value, {"office", "offices", "seats", "candidates", "round", "ballots_held",
                               "alternates", "tie_of", "approved_size", "prepared_candidates",
                               "members_of", "planned", "outside_nominees",
                               "nominated_by_convening_member_off_list", "counters_on_list",
                               "official_members"}));
  const auto nominees = [](const Json& list) { return read_list(list, read_nominee); };

  Contest out;
  HP_TRY(read_office_or_offices(fields, out));
  HP_TRY(fields.required("seats", out.seats, read_number<Seats>));
  HP_TRY(fields.required("candidates", out.candidates, read_number<Names>));
  HP_TRY(fields.optional("round", out.round, read_number_from_1<Round>));
  HP_TRY(check_ballots_held(fields, out.round));
  HP_TRY(fields.optional("alternates", out.alternates, read_number<Seats>));
  HP_TRY(fields.optional("tie_of", out.tie_of, read_boolean));
  HP_TRY(fields.optional("approved_size", out.approved_size, read_number<Seats>));
  HP_TRY(fields.optional("prepared_candidates", out.prepared_candidates, read_number<Names>));
  HP_TRY(fields.optional("members_of", out.members_of, read_members_of));
  HP_TRY(fields.optional("planned", out.planned, read_candidate));
  HP_TRY(fields.optional("outside_nominees", out.outside_nominees, nominees));
  HP_TRY(fields.optional("nominated_by_convening_member_off_list",
                         out.nominated_by_convening_member_off_list, read_candidates));
  HP_TRY(fields.optional("counters_on_list", out.counters_on_list, read_candidates));
  HP_TRY(fields.optional("official_members", out.official_members, read_number<People>));
  HP_TRY(check(out));
  return out;
}

}  // namespace hp::rules
