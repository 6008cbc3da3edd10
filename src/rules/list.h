// Whether a list of candidates (danh sách bầu cử) is in order.
#pragma once

#include <optional>
#include <vector>

#include "rules/contest.h"
#include "rules/settings.h"

namespace hp::rules {

// In the order in which they are reported.
enum class ListProblem {
  kNoSurplus,                 // 190 Đ.14 k.1 (text); in a re-vote of a tie: inferred
  kSurplusOverCap,            // 190 Đ.14 k.1, k.3 (text)
  kSmallBodySurplus,          // bodies of 3 to 5: one more at most (secondary)
  kSeveralOffices,            // each office has its own paper: 244 Đ.19 k.9 (text)
  kNotInStandingCommittee,    // 190 Đ.21, 244 Đ.23 (text)
  kNotInCommittee,            // 190 Đ.21, 244 Đ.23 (text)
  kNotInInspectionCommittee,  // inferred
  kBranchTooSmall,            // Charter Đ.24 k.4 (text)
  kOutsideSupportTooLow,      // 190 Đ.14 k.3 (text)
  kConveningMemberOffList,    // inferred
  kCounterOnList,             // 190 Đ.8 k.1 (text)
  kSeatsExceedApprovedSize,   // inferred
  kFewerCandidatesThanSeats,  // inferred
};
template <>
struct Words<ListProblem> {
  static constexpr auto of = std::to_array<std::string_view>(
      {"no_surplus", "surplus_over_cap", "small_body_surplus", "several_offices",
       "not_in_standing_committee", "not_in_committee", "not_in_inspection_committee",
       "branch_too_small", "outside_support_too_low", "convening_member_off_list",
       "counter_on_list", "seats_exceed_approved_size", "fewer_candidates_than_seats"});
};

enum class ListWarning {
  kPreparedSurplusOutsideRange,  // 190 Đ.14 k.1 (text)
  kSeatsBelowApprovedSize,       // seats may be fewer than the approved size (secondary)
};
template <>
struct Words<ListWarning> {
  static constexpr auto of = std::to_array<std::string_view>(
      {"prepared_surplus_outside_range", "seats_below_approved_size"});
};

// Each at most once, in the order of its enum.
struct ListCheck {
  std::vector<ListProblem> problems{};
  std::vector<ListWarning> warnings{};
  bool ok() const { return problems.empty(); }
  bool operator==(const ListCheck&) const = default;
};

// Looks at a contest that check() found well formed. The meeting has no part in it: a secretary
// elected directly at the congress is under the rules of one elected at a conference.
ListCheck list_check(const Contest& contest, const Settings& settings);

// The problem that this candidate stands outside the body that the office is chosen from, if so.
// A secretary or deputy comes from the standing committee, or where none exists from the
// committee; the standing committee from the committee; the inspection head from the inspection
// committee. A body that does not exist binds nobody.
std::optional<ListProblem> outside_body(const Contest& contest, Candidate candidate);

// Whether the person whom the approved plan names is outside that body, so that the election
// pauses and the higher committee is asked. Q&A 2025 (secondary).
bool plan_is_outside_body(const Contest& contest);

}  // namespace hp::rules
