// What a congress of the demonstration is played on: the way to the server, the officials with
// their programs, the cards, the dice, and where the play tells what happens.
#pragma once

#include <functional>
#include <string>

#include "demo/bench.h"
#include "demo/cards.h"
#include "demo/plain_vote.h"
#include "demo/scenario.h"

namespace hp::demo {

// One line of progress for the person who watches.
using Tell = std::function<void(const std::string&)>;

struct Venue {
  Connect connect;  // a new connection to the server; from any thread
  std::string setup_code;
  Tell tell;
  unsigned voting_threads = 4;
};

struct Stage {
  const Venue& venue;
  const CongressScript& script;
  Dice& dice;
  Hash congress_id;
  Bench bench;
  Cards cards;

  std::string one(v1::Role role) const { return with_role(script, role).front(); }
  People two(v1::Role role) const {
    const People all = with_role(script, role);
    return {all.at(0), all.at(1)};
  }
  People presidium_and_secretary() const {
    return {one(v1::ROLE_PRESIDIUM), one(v1::ROLE_SECRETARIAT)};
  }
  void tell(const std::string& line) const { venue.tell(line); }
};

}  // namespace hp::demo
