// The contest definition that a congress approves, and the rules' view of it.
// Source: docs/design/record.md section 6.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"
#include "rules/contest.h"
#include "rules/profile.h"
#include "rules/settings.h"

namespace hp::congress {

// A name on the ballot. The same person has the same id in every contest.
struct Candidate {
  std::string person;
  std::string name;  // as printed
  bool operator==(const Candidate&) const = default;
};

enum class Places { kOfficial, kAlternate };

// As decoded from its canonical bytes; nothing the fold adds is here but in `rules`.
struct Definition {
  std::string contest;
  rules::Office office = rules::Office::kCommittee;
  std::string body;
  std::uint32_t round = 1;   // of the record: openings of this contest, annulled ones included
  std::uint32_t ballot = 1;  // lần bầu
  std::vector<Candidate> candidates;  // in ballot order
  std::uint32_t seats = 0;
  std::uint32_t alternates = 0;
  Places places = Places::kOfficial;
  std::string from_contest;        // whose announced result fills the body; empty: none
  std::string planned_person;      // empty: none
  std::uint32_t minimum = 5;       // of electronic ballots
  std::uint32_t paper_counts = 2;  // how often each paper is keyed, 1 to 3
  bool rehearsal = false;          // votes known beforehand; elects nobody
  rules::Profile profile = rules::Profile::k190Of2024;
  rules::Settings settings;
  std::vector<std::pair<std::string, std::string>> settings_text;  // name, canonical JSON
  rules::Contest rules;  // tie_of, members_of and planned are made by `complete`
  Bytes bytes;           // as approved
  Hash hash{};           // of them

  // Position (from 1) of a person on the list, 0 where not on it.
  std::uint16_t position(const std::string& person) const;
};

// Decodes canonical bytes and checks everything that follows from them alone: id, ranges, people
// named once, every setting present and in the canonical form of README.md, rules::check.
// Fails with the field as `where`.
Result<Definition> decode_definition(ByteView bytes);

// The settings as a definition carries them: every one, sorted by name, each as canonical JSON.
std::vector<std::pair<std::string, std::string>> settings_as_text(const rules::Settings& settings);

// The reverse: exactly the settings of README.md, in order of name, each in canonical form.
// Fails with "settings[i]".
Result<rules::Settings> settings_from_text(
    const std::vector<std::pair<std::string, std::string>>& text);

}  // namespace hp::congress
