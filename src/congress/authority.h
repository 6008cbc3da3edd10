// Who signs which command, and in which state of a round: docs/design/record.md section 5.
// The table itself is data, in authority_table.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "congress/contest_state.h"
#include "congress/entry.h"

namespace hp::congress {

struct State;

// One signature's place. Each is filled by another person.
enum class SignerPlace : std::uint8_t {
  kSecretariat,
  kCredentials,
  kPresidium,
  kOffice,           // secretariat, credentials or presidium: for a lost key
  kHead,             // of the contest's counting committee
  kHeadOfOpenRound,  // of any round that is open
  kMember,           // of the contest's counting committee, its head included
  kHelper,           // role helper
  kTrustee,          // of the ceremony in force
  kNewKey,           // the key that EnrolOfficial carries
  kCard,             // a registered card
  kSignatory,        // of the round's minutes
  kAnyOfficial,      // any role but observer
};

// Who signs besides the places.
enum class OtherSigners : std::uint8_t {
  kNobody,
  kAllFounders,         // every official of FoundCongress, and nobody else
  kMoreThanHalf,        // members; with the head more than half of the committee
  kAllMembersButNamed,  // every member but the head and those whom DeclareResult names
};

// When an alternative holds, besides the row's phases.
enum class Condition : std::uint8_t {
  kAlways,
  kNoPresidium,  // nobody of the presidium is enrolled yet
  kPresidium,
  kKeyLost,         // a new key for the only usable person of an office
  kElectronicOpen,  // an electronic round is open
  kNoElectronicOpen,
  kBeforeClosing,  // the contest's round is open
  kAfterClosing,
};

struct Alternative {
  Condition condition = Condition::kAlways;
  std::vector<SignerPlace> places;
  OtherSigners others = OtherSigners::kNobody;
};

using PhaseSet = std::uint32_t;  // bit n: Phase n
constexpr PhaseSet phase_bit(Phase phase) {
  return PhaseSet{1} << static_cast<unsigned>(phase);
}

struct AuthorityRow {
  v1::Command::BodyCase command;
  std::string_view name;  // "OpenContest"
  std::vector<Alternative> alternatives;
  PhaseSet phases = 0;  // of the contest's current round; 0: not about a round
};

std::span<const AuthorityRow> authority_table();
// Nothing where this version has no such command.
const AuthorityRow* authority_of(v1::Command::BodyCase command);

// Whether the entry's signatures fill the places of one alternative, each by another person and
// none left over, and the round is in a state that the command takes.
// Fails with `contest_unknown`, `contest_phase`, `key_unknown` or `signers_not_allowed`.
Result<void> check_authority(const State& state, const Entry& entry);

// The same for a proposal that is not fully signed yet: whether its signatures fill places of one
// alternative, others being still empty. A signature that never can is refused at once.
Result<void> check_partial_authority(const State& state, const Entry& entry);

}  // namespace hp::congress
