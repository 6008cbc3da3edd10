// The election minutes (biên bản bầu cử) of a contest: all its announced rounds, and who is
// elected by them together. Same rules as for the counting minutes (model.h): plain data, NFC,
// nothing that the record does not fix.
#pragma once

#include "minutes/model.h"

namespace hp::minutes {

// What the congress decided after a round.
enum class NextStep { kTieBallot, kFurtherBallot, kNone };
const char* word_of(NextStep step);  // as the JSON writes it

struct Decided {
  NextStep step{};
  UnixMs at;
  std::optional<Count> hands;  // where the congress voted on it
};

// One announced round; the lists are in ballot order, positions from 1.
struct ElectionRound {
  Count round = 1;
  Count ballot = 1;
  bool tie_ballot = false;
  Places places{};
  std::vector<Person> candidates;
  Count seats = 0;
  Count alternates = 0;
  Base base;
  Count issued = 0;
  Count collected = 0;
  Count valid = 0;
  Count invalid = 0;
  std::vector<Count> votes;
  Outcome outcome;
  UnixMs announced_at;
  Hash minutes_hash{};  // SHA-256 of the JSON of the round's counting minutes
  std::optional<Decided> decided;
};

struct Elected {
  Person person;
  Count ballot = 1;  // in which ballot
  Count votes = 0;
  std::string percent;
};

struct Election {
  Congress congress;
  std::string contest;
  Office office{};
  std::string body;
  std::vector<ElectionRound> rounds;  // in order, at least one
  std::vector<Elected> elected;       // in the order of the rounds, most votes first in each
  std::vector<Elected> alternates;
  Count open_seats = 0;
  Count open_alternates = 0;
  std::string program_version;
  std::string profile;
  RecordHead head;
  UnixMs completed_at;  // when the last announcement or decision was signed
  Person presidium;
  Person secretary;
};

// As for the counting minutes; `kMinutesNoRound` where there is no round.
Result<void> check(const Election& election);

// Canonical JSON (RFC 8785), schema "homphieu-election-minutes" with kSchemaVersion.
Result<std::string> make_json(const Election& election);

// The Vietnamese text, lines of at most 80 characters.
Result<std::string> make_text(const Election& election, const Hash& json_hash);

}  // namespace hp::minutes
