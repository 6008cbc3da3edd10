// A ballot as it came out of the box: what is marked, what is odd about it, and what the counting
// committee concluded.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "rules/contest.h"
#include "rules/settings.h"

namespace hp::rules {

// The two boxes of one person on a box ballot.
enum class Mark { kAgree, kDisagree, kBoth, kNone };
template <>
struct Words<Mark> {
  static constexpr auto of = std::to_array<std::string_view>({"agree", "disagree", "both", "none"});
};

// In the order in which they are reported: first those that make a ballot invalid, then those
// that hold it for the counting committee (phiếu chờ kết luận).
enum class Defect {
  kNotIssued,    // 244 Đ.17 k.2 (text)
  kOutsideName,  // secondary, as the four below
  kPrivateMark,
  kSeveralInks,
  kSigned,
  kExtraWriting,
  kPartialStrike,  // 190 Đ.8 k.2 (inferred), as all below
  kSealMissing,
  kTorn,
  kWrongContest,
  kStruckOnBoxForm,
};
template <>
struct Words<Defect> {
  static constexpr auto of = std::to_array<std::string_view>(
      {"not_issued", "outside_name", "private_mark", "several_inks", "signed", "extra_writing",
       "partial_strike", "seal_missing", "torn", "wrong_contest", "struck_on_box_form"});
};
constexpr bool invalidates(Defect defect) {
  return defect < Defect::kPartialStrike;
}

// What the counting committee concluded on a held ballot. 190 Đ.8 k.2 (text).
struct Conclusion {
  bool valid = false;
  std::string reason{};  // may be empty
};

// Equal ballots. In strike-out form `struck` tells, in box form `marks`, one for each person; the
// other is empty.
struct BallotGroup {
  Ballots count{1};
  std::vector<Candidate> struck{};
  std::vector<Mark> marks{};
  std::vector<Defect> defects{};
  std::optional<Conclusion> conclusion{};
};

// Whether the group can be of this contest: the keys of its form, candidates on the ballot and
// named once, a mark for each person, no defect twice, a conclusion only where the ballot is held.
// Fails with the key as `where` ("struck[1]").
Result<void> check(const BallotGroup& group, const Contest& contest, const Settings& settings);

}  // namespace hp::rules
