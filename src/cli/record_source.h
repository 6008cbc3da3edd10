// What an exported record says about minutes.
#pragma once

#include <string>

#include "attest/expected.h"
#include "cli/terminal.h"
#include "congress/state.h"

namespace hp::cli {

// The state at the record's end. The record is taken as it is: `homphieu verify` checks it. Fails
// as read_input, journal::read_record and the fold do.
Result<congress::State> state_of_record(const std::string& path, const Terminal& terminal);
Result<congress::State> state_of_record(ByteView record);

// A contest's minutes as JSON: of a round (0: the newest), or of the whole election.
struct WhichMinutes {
  std::string contest;
  std::uint32_t round = 0;
  bool election = false;
};
Result<std::string> minutes_json_of(const congress::State& state, const WhichMinutes& which);
Result<std::string> minutes_text_of(const congress::State& state, const WhichMinutes& which);

// The same minutes as these, made anew from the state: of the contest and the round that these
// name. Fails with `record_congress_other`, and as report:: does.
Result<std::string> minutes_again(const congress::State& state, const attest::Minutes& minutes);

}  // namespace hp::cli
