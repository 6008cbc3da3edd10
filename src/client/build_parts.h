// What the builders of bodies share, for this room alone.
#pragma once

#include "client/builders.h"
#include "congress/contest_lookup.h"

namespace hp::client {

// A body of the contest's current round with these two fields set. Fails with `contest_unknown`.
template <class Body>
Result<const congress::Round*> about(const State& state, const std::string& contest, Body& body) {
  HP_ASSIGN(const congress::Round* round, congress::current_round(state, contest));
  body.set_contest(contest);
  body.set_round(round->number());
  return round;
}

}  // namespace hp::client
