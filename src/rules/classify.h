// Is a ballot valid (hợp lệ), invalid (không hợp lệ) or held (chờ kết luận), why, and who gets its
// vote.
#pragma once

#include <vector>

#include "rules/ballot.h"

namespace hp::rules {

enum class BallotClass { kValid, kInvalid, kHeld };
template <>
struct Words<BallotClass> {
  static constexpr auto of = std::to_array<std::string_view>({"valid", "invalid", "held"});
};

// Every defect has its reason of the same name and number; the others follow.
enum class Reason {
  kNotIssued,
  kOutsideName,
  kPrivateMark,
  kSeveralInks,
  kSigned,
  kExtraWriting,
  kPartialStrike,
  kSealMissing,
  kTorn,
  kWrongContest,
  kStruckOnBoxForm,
  kTooMany,    // strike-out form, more left than seats: 244 Đ.17 k.2, 190 Đ.15 (text)
  kNobody,     // nobody of several: strike-out (text), boxes (inferred, a setting)
  kBothBoxes,  // one name: exactly one box, 244 Đ.17 k.2 (secondary, a setting)
  kNoBox,      // the same
  kConcluded,  // the counting committee decided
};
template <>
struct Words<Reason> {
  static constexpr auto of = std::to_array<std::string_view>(
      {"not_issued", "outside_name", "private_mark", "several_inks", "signed", "extra_writing",
       "partial_strike", "seal_missing", "torn", "wrong_contest", "struck_on_box_form", "too_many",
       "nobody", "both_boxes", "no_box", "concluded"});
};
constexpr Reason reason_of(Defect defect) {
  return static_cast<Reason>(defect);
}

struct Verdict {
  BallotClass ballot_class = BallotClass::kValid;
  std::vector<Reason> reasons{};         // in the order of Reason; empty on a plainly valid ballot
  std::vector<Candidate> votes{};        // who gets a vote, in ballot order; only when valid
  std::vector<Candidate> not_counted{};  // who has both boxes or none; only when valid
  bool operator==(const Verdict&) const = default;
};

// The verdict on a ballot that check() found well formed. In this order:
// 1. invalidating defects: invalid, whatever the marks or other defects;
// 2. holding defects without a conclusion: held; a conclusion "not valid": invalid, `concluded`;
// 3. the marks: invalid for one of too_many, nobody, both_boxes, no_box, or held for one of the
//    last two where the setting says so, and then as in 2. A conclusion "valid" has the ballot
//    counted by its marks: invalid all the same where they are, and otherwise `concluded`.
Verdict classify(const BallotGroup& group, const Contest& contest, const Settings& settings);

// Why the ballot needs a conclusion of the counting committee, given or not; empty if it needs
// none.
std::vector<Reason> held_for(const BallotGroup& group, const Contest& contest,
                             const Settings& settings);

}  // namespace hp::rules
