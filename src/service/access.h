// Who reads what: the table of docs/design/record.md section 8 as data.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "congress/contest_state.h"
#include "congress/state.h"

namespace hp::service {

enum class Thing : std::uint8_t {
  kPublic,    // checkpoints, proofs, founding, definitions, ceremony, numbers, board
  kResult,    // outcome, minutes
  kPartials,  // partial decryptions
  kReadings,  // what was keyed of each paper
  kCount,     // how far the count of papers is
  kRoll,      // and attendance
  kProposals,
  kRecord,  // entries as they stand, as far as they hold nothing of the above
};

// As whom somebody reads; one person may be several.
enum class Viewer : std::uint8_t {
  kAnyone,
  kOfficial,  // logged in, any role but observer
  kPresidium,
  kCounter,  // of that contest's round
  kTrustee,
  kObserver,
};
inline constexpr std::size_t kViewers = 6;

enum class Cell : std::uint8_t { kNo, kAnnounced, kYes };

struct AccessRow {
  Thing thing;
  Cell cells[kViewers];  // by Viewer
};
std::span<const AccessRow> access_table();

// Bit n: Viewer n.
using Viewers = std::uint32_t;
constexpr Viewers as(Viewer viewer) {
  return Viewers{1} << static_cast<unsigned>(viewer);
}

// `person` as the state has them today; empty: not logged in. `round`: the one asked about, or
// nullptr.
Viewers viewers_of(const congress::State& state, const std::string& person,
                   const congress::Round* round);

// Whether somebody may read what was keyed of the round's papers. Who may key there reads nothing
// of it before the count is complete, whatever else they are.
bool may_read_readings(const congress::State& state, const std::string& person,
                       const congress::Round& round);

// Whether a round is told to all: announced, or a rehearsal at its end. That one is never
// announced, and must not keep what follows it in the record from those who act in the real
// contest.
bool is_told(const congress::Round& round);

// Whether one of them may; `announced`: the round that the thing is of is told to all.
bool may_read(Thing thing, Viewers viewers, bool announced);

}  // namespace hp::service
