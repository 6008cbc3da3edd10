// What the fold knows of the key ceremonies. Source: docs/design/ballot.md section 6.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "congress/contest_state.h"
#include "crypto/ceremony.h"

namespace hp::congress {

using crypto::CeremonyKeys;
using crypto::Reveal;

enum class CeremonyPhase {
  kCommit,     // commitments come in
  kReveal,     // all have committed
  kShare,      // all reveals hold
  kAccept,     // all shares are there
  kRehearse,   // all accepted the same hash
  kReady,      // every rehearsal opened to 1
  kComplaint,  // stopped: start again with new seeds
};
std::string_view word(CeremonyPhase phase);

struct Complaint {
  std::uint32_t from = 0;
  std::uint32_t against = 0;
  std::string reason;
  Stamp when;
};

// Everything of one trustee, in order of the steps; an empty one was not taken yet.
struct TrusteeSteps {
  PersonId person;
  std::string name;  // at the start
  std::optional<Hash> commitment;
  std::optional<Reveal> reveal;
  std::optional<std::vector<Bytes>> shares;  // to each other trustee in order, 113 each
  bool accepted = false;
  std::optional<Bytes> rehearsal;  // 227
};

struct Ceremony {
  std::uint32_t number = 0;
  std::uint32_t n = 0;
  std::uint32_t k = 0;
  std::vector<TrusteeSteps> trustees;  // trustee 1 first
  CeremonyPhase phase = CeremonyPhase::kCommit;
  std::optional<CeremonyKeys> keys;  // from kShare on
  std::optional<Complaint> complaint;
  Stamp started;

  // Number from 1 of a trustee, 0 of anybody else.
  std::uint32_t number_of(const PersonId& person) const;
};

struct Ceremonies {
  std::vector<Ceremony> all;   // by number; the last is in force
  std::set<Hash> commitments;  // of every ceremony: none may come again

  const Ceremony* in_force() const { return all.empty() ? nullptr : &all.back(); }
};

}  // namespace hp::congress
