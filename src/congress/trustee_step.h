// What the record waits for from one trustee: the first step that is due and not taken.
#pragma once

#include <cstdint>

#include "congress/ceremony_state.h"
#include "congress/contest_state.h"

namespace hp::congress {

struct State;

enum class TrusteeStep {
  kNothing,  // not a trustee, or others are awaited
  kCommit,
  kReveal,
  kShare,
  kAccept,  // after the trustee's own program has checked everything; or a complaint
  kRehearse,
  kAcceptClosing,  // after the user has compared the head with the hall screen
  kDecrypt,
};

struct TrusteeTask {
  TrusteeStep step = TrusteeStep::kNothing;
  std::uint32_t ceremony = 0;  // number; of a round, the one its ballots are under
  std::uint32_t trustee = 0;   // number from 1
  ContestId contest;           // kAcceptClosing, kDecrypt
  std::uint32_t round = 0;
  Head closing;
};

// Rounds come before a new ceremony, contests in order of id.
TrusteeTask task_of(const State& state, const PersonId& person);

}  // namespace hp::congress
