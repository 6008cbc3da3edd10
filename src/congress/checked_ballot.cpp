#include "congress/checked_ballot.h"

namespace hp::congress {

BallotContext ballot_context(const Ceremonies& ceremonies, const Round& round,
                             const KeyPoint& voter) {
  const Definition& d = round.definition;
  return {.ctx = round.opening->ctx,
          .key = ceremonies.all[round.opening->ceremony - 1].keys->key,
          .voter = voter,
          .shape = ballot_shape(d.candidates.size(), d.seats,
                                d.settings.nobody_of_several == rules::NobodyRule::kValid)
                       .value()};
}

}  // namespace hp::congress
