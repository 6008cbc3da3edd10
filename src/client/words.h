// A command in words, with what it will change in the record: what a signer reads before signing.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "homphieu/v1/record.pb.h"

namespace hp::congress {
struct State;
enum class Phase;
enum class CeremonyPhase;
}  // namespace hp::congress

namespace hp::client {

struct CommandWords {
  std::string title;                // "Khai mạc bỏ phiếu: bch, lượt 1"
  std::vector<std::string> lines;   // each value of the command, people with their names
  std::vector<std::string> effect;  // what changes; warnings, such as figures unlike the fold's own
};

// Of a command about a rehearsal the title begins with "DIỄN TẬP – ", and the first effect warns.
// Every value of the command is in it: nothing is signed unseen. Long lists (roll, cards) are
// shown as counts, with their SHA-256.
CommandWords words_of(const congress::State& state, const homphieu::v1::Command& command,
                      Language language);
std::string as_text(const CommandWords& words);

// Where a round or a ceremony stands.
std::string phase_word(congress::Phase phase, Language language);
std::string ceremony_word(congress::CeremonyPhase phase, Language language);

}  // namespace hp::client
