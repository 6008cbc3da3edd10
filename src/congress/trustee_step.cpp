#include "congress/trustee_step.h"

#include <algorithm>

#include "congress/contest_lookup.h"
#include "congress/state.h"

namespace hp::congress {
namespace {

TrusteeStep step_after_closing(const Round& round, const Ceremony& ceremony,
                               std::uint32_t trustee) {
  if (round.phase != Phase::kClosed) return TrusteeStep::kNothing;
  if (!round.acceptances.contains(trustee)) return TrusteeStep::kAcceptClosing;
  const bool decrypted = std::ranges::find(round.decryptions, trustee, &Decryption::trustee) !=
                         round.decryptions.end();
  if (decrypted || round.acceptances.size() < ceremony.k) return TrusteeStep::kNothing;
  return TrusteeStep::kDecrypt;
}

TrusteeStep step_of_ceremony(const Ceremony& ceremony, const TrusteeSteps& mine) {
  const auto unless = [](bool done, TrusteeStep step) {
    return done ? TrusteeStep::kNothing : step;
  };
  switch (ceremony.phase) {
    case CeremonyPhase::kCommit:
      return unless(mine.commitment.has_value(), TrusteeStep::kCommit);
    case CeremonyPhase::kReveal:
      return unless(mine.reveal.has_value(), TrusteeStep::kReveal);
    case CeremonyPhase::kShare:
      return unless(mine.shares.has_value(), TrusteeStep::kShare);
    case CeremonyPhase::kAccept:
      return unless(mine.accepted, TrusteeStep::kAccept);
    case CeremonyPhase::kRehearse:
      return unless(mine.rehearsal.has_value(), TrusteeStep::kRehearse);
    case CeremonyPhase::kReady:
    case CeremonyPhase::kComplaint:
      break;
  }
  return TrusteeStep::kNothing;
}

}  // namespace

TrusteeTask task_of(const State& state, const PersonId& person) {
  for (const auto& [id, contest] : state.contests) {
    const Round& round = contest.current();
    if (!round.closing || round.opening->ceremony == 0) continue;
    const Ceremony& ceremony = state.ceremonies.all[round.opening->ceremony - 1];
    const std::uint32_t trustee = ceremony.number_of(person);
    if (trustee == 0) continue;
    const TrusteeStep step = step_after_closing(round, ceremony, trustee);
    if (step == TrusteeStep::kNothing) continue;
    return {step, ceremony.number, trustee,
            id,   round.number(),  head_after(state, round.closing->when)};
  }
  const Ceremony* ceremony = state.ceremonies.in_force();
  const std::uint32_t trustee = ceremony == nullptr ? 0 : ceremony->number_of(person);
  if (trustee == 0) return {};
  return {step_of_ceremony(*ceremony, ceremony->trustees[trustee - 1]),
          ceremony->number,
          trustee,
          {},
          0,
          {}};
}

}  // namespace hp::congress
