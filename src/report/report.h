// Minutes out of the state of a congress: the counting minutes of one round, and the election
// minutes of a contest. Source: docs/design/minutes.md section 1.
//
//   HP_ASSIGN(const std::string json, report::minutes_json(state, "ban-chap-hanh", 1));
//   SHA-256 of it is what SignMinutes carries
//
// Pure, and of the round alone: entries that follow in the record (but a new declaration or an
// annulment) change no byte, so minutes made years later are those that were signed.
#pragma once

#include <cstdint>
#include <string>

#include "base/bytes.h"
#include "base/error.h"
#include "minutes/election.h"
#include "minutes/model.h"

namespace hp::congress {
struct State;
}

namespace hp::report {

// The counting minutes of a round that is declared, signed, announced, or annulled after closing.
// An annulled round keeps its figures and elects nobody; where it was annulled before its tally
// was decrypted, no ballot of it is counted and the accounting says so.
// Fails with `contest_unknown`, `round_not_current`, `contest_phase` before a declaration and
// `declaration_lapsed` where the round must be declared again.
Result<minutes::Model> minutes_of(const congress::State& state, const std::string& contest,
                                  std::uint32_t round);

// The JSON that is signed, the SHA-256 of it, and the text for people. Fail as above, and as
// minutes::check does.
Result<std::string> minutes_json(const congress::State& state, const std::string& contest,
                                 std::uint32_t round);
Result<Hash> minutes_hash(const congress::State& state, const std::string& contest,
                          std::uint32_t round);
Result<std::string> minutes_text(const congress::State& state, const std::string& contest,
                                 std::uint32_t round);

// The election minutes (biên bản bầu cử): all announced rounds of a contest, and who is elected
// by them together. Fails with `contest_unknown`, and `minutes_no_round` before the first
// announcement.
Result<minutes::Election> election_of(const congress::State& state, const std::string& contest);
Result<std::string> election_json(const congress::State& state, const std::string& contest);
Result<std::string> election_text(const congress::State& state, const std::string& contest);

}  // namespace hp::report
