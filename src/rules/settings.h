// The settings of a rule profile: every point on which regulations differ, or on which the
// wording of the regulation was not seen. Meanings: tests/cases/README.md, "Settings".
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "base/error.h"
#include "rules/office.h"
#include "rules/units.h"

namespace hp::rules {

struct PercentRange {
  Percent from{};
  Percent to{};
  bool operator==(const PercentRange&) const = default;
};

// Bodies of `from` to `to` seats may have at most `surplus` names more than seats.
struct SmallBody {
  Seats from{};
  Seats to{};
  Names surplus{};
  bool operator==(const SmallBody&) const = default;
};

// A box ballot that agrees with nobody on a list of several people.
enum class NobodyRule { kInvalid, kValid };
template <>
struct Words<NobodyRule> {
  static constexpr auto of = std::to_array<std::string_view>({"invalid", "valid"});
};

// A box ballot on one person with both boxes marked, or with none.
enum class OneNameRule { kInvalid, kHeld };
template <>
struct Words<OneNameRule> {
  static constexpr auto of = std::to_array<std::string_view>({"invalid", "held"});
};

enum class RoundingMode { kHalfUp, kTruncate };
template <>
struct Words<RoundingMode> {
  static constexpr auto of = std::to_array<std::string_view>({"half_up", "truncate"});
};

// How percentages are printed. Nothing is decided by a rounded number.
struct Rounding {
  int decimals = 2;  // 0 to 6
  RoundingMode mode = RoundingMode::kHalfUp;
  bool operator==(const Rounding&) const = default;
};

// What follows when places stay open after a first ballot.
enum class ShortageRule { kVoteAgain, kCongressDecides };
template <>
struct Words<ShortageRule> {
  static constexpr auto of = std::to_array<std::string_view>({"vote_again", "congress_decides"});
};

struct Shortage {
  std::map<Office, ShortageRule> by_office{};
  ShortageRule otherwise = ShortageRule::kCongressDecides;
  ShortageRule of(Office office) const;
  bool operator==(const Shortage&) const = default;
};

struct Settings {
  std::vector<Office> offices_with_surplus{};
  std::optional<Percent> surplus_cap_percent{};
  std::optional<PercentRange> prepared_surplus_percent{};
  std::optional<SmallBody> small_body{};
  Percent outside_support_percent{};
  NobodyRule nobody_of_several = NobodyRule::kInvalid;
  OneNameRule one_name_both_boxes = OneNameRule::kInvalid;
  OneNameRule one_name_no_box = OneNameRule::kInvalid;
  Rounding rounding{};
  People branch_committee_from{};
  Shortage shortage{};
  bool operator==(const Settings&) const = default;

  bool needs_surplus(Office office) const;
  bool is_small_body(Seats seats) const;
};

// Whether the settings can be meant: decimals 0 to 6, ranges that hold a number, no office named
// twice. Fails with the setting's name as `where`.
Result<void> check(const Settings& settings);

}  // namespace hp::rules
