// What screens, callers and minutes read of contests, rounds and ceremonies.
// Who may read what (docs/design/record.md section 8) is the service's business.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "congress/ceremony_state.h"
#include "congress/contest_state.h"

namespace homphieu::v1 {
class Outcome;
}

namespace hp::congress {

namespace v1 = homphieu::v1;
struct State;

// The round of that number: the opened one where there are several approvals of it, else the last.
// Fails with `contest_unknown` or `round_not_current`.
Result<const Round*> find_round(const State& state, const ContestId& contest, std::uint32_t number);
// The same; number 0 is the newest round.
Result<const Round*> round_or_newest(const State& state, const ContestId& contest,
                                     std::uint32_t number);

// Numbers that everybody may see while a round runs.
struct Progress {
  ContestId contest;
  std::string body;
  std::uint32_t round = 0;
  std::uint32_t ballot = 0;  // lần bầu
  Phase phase = Phase::kApproved;
  std::uint32_t present = 0;     // as confirmed; 0 before
  std::uint32_t issued = 0;      // cards that can cast, or could
  std::uint32_t cast = 0;        // ballots accepted
  std::uint32_t papers = 0;      // to issue
  std::uint32_t accepted = 0;    // trustees who accepted the closing head
  std::uint32_t decrypted = 0;   // partial decryptions accepted
  std::uint32_t threshold = 0;   // k
  std::uint32_t signatures = 0;  // on the minutes
  std::uint32_t signatories = 0;
};
Progress progress_of(const State& state, const Round& round);
// One for each contest, of its current round.
std::vector<Progress> progress(const State& state);

// The tree just after the round's opening, closing, declaration; nothing before it.
std::optional<Head> opening_head(const State& state, const Round& round);
std::optional<Head> closing_head(const State& state, const Round& round);
// The record head of the minutes: just after DeclareResult, or after an annulment past closing.
std::optional<Head> minutes_head(const State& state, const Round& round);

// Whose signatures the minutes wait for; empty before a declaration.
std::vector<PersonId> signatories_of(const Round& round);

// The ceremony that a round's ballots are under, or that is in force; nothing where there is none.
const Ceremony* ceremony_of(const State& state, const Round& round);

}  // namespace hp::congress
