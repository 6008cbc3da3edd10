// The states of a round (record.md section 5).
//
//   approved → open → closed → counted → declared → signed → announced
//   withdrawn: from approved;  annulled: from open … signed
//
// Unfinished: open … signed. Live: approved … signed.
#pragma once

#include <cstdint>

namespace hp::congress {

enum class RoundState : std::uint8_t {
  kNone,  // the contest, or this round of it, isn't approved yet
  kApproved,
  kOpen,
  kClosed,
  kCounted,
  kDeclared,
  kSigned,
  kAnnounced,
  kWithdrawn,
  kAnnulled,
};
inline constexpr int kRoundStates = 10;

constexpr bool is_unfinished(RoundState s) {
  return s >= RoundState::kOpen && s <= RoundState::kSigned;
}
constexpr bool is_live(RoundState s) {
  return s >= RoundState::kApproved && s <= RoundState::kSigned;
}

}  // namespace hp::congress
