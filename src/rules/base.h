// The base (số làm căn cứ tính): the number of people of whom more than half must agree.
//
// 190 Đ.30, 244 Đ.32 k.2-3 (text). Ballots issued, collected or valid never enter it.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "rules/person.h"

namespace hp::rules {

// Why a convened person is taken off the base; in the order in which reasons are tried.
enum class Deduction {
  kConveningCommitteeAbsent,  // delegate congress
  kAbsentUnreplaced,          // delegate congress
  kActiveElsewhere,           // member congress, as all below
  kExemptedAbsent,
  kSuspended,
  kCharged,
  kAbsentExcused,
};
template <>
struct Words<Deduction> {
  static constexpr auto of = std::to_array<std::string_view>(
      {"convening_committee_absent", "absent_unreplaced", "active_elsewhere", "exempted_absent",
       "suspended", "charged", "absent_excused"});
};

// How one person stands to the base.
struct PlaceInBase {
  bool convened = false;
  std::optional<Deduction> deduction{};  // only of who is convened
  bool counts() const { return convened && !deduction; }
  bool operator==(const PlaceInBase&) const = default;
};

// Convened are the officials without `not_convened` (04-HD/TW 2024, text); alternates,
// probationary members and those only temporarily here never are (244 Đ.11, Đ.15, text).
// A person is deducted once, for the first reason that holds:
//
//   delegate congress (244 Đ.32 k.3, text): of the convening committee and never came, replaced
//     or not; anybody else who never came and whom no alternate replaced. Who came at any time
//     is not absent (inferred).
//   member congress (244 Đ.32 k.2, text): active elsewhere, attending or not; exempted and not at
//     this vote (that only who votes counts: inferred); suspended, charged, attending or not;
//     excused and never came.
//   conference (190 Đ.30, recalled): nobody is deducted.
PlaceInBase place_in_base(const Person& person, Meeting meeting);

struct Deducted {
  Deduction reason{};
  People count{};
  bool operator==(const Deducted&) const = default;
};

struct BaseOf {
  People convened{};
  std::vector<Deducted> deductions{};  // in the order of Deduction, none of them zero
  Base base{};
  Votes needed{};  // half the base, rounded down, and one
  bool operator==(const BaseOf&) const = default;
};

// The base of a meeting from its roll.
BaseOf base_of(std::span<const PeopleGroup> roll, Meeting meeting);

// The fewest votes that are more than half of the base.
Votes needed_on(Base base);

// More than half of the base (quá một nửa): 2 × votes > base. 244 Đ.32, 190 Đ.30 (text).
bool above_half(Votes votes, Base base);

}  // namespace hp::rules
