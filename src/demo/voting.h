// The delegates vote: several at once, each over an own connection with the card drawn.
#pragma once

#include <string>
#include <vector>

#include "demo/plain_vote.h"
#include "demo/stage.h"

namespace hp::demo {

// Casts one ballot for each of the voters, who are as many. Now and then one sends the same bytes
// again, as after a lost answer, and must get the same place in the record.
Result<void> cast_all(Stage& stage, const std::string& contest, const People& voters,
                      const std::vector<PlainBallot>& ballots);

// What must not go: a card that was not drawn, and a second ballot from a card that has cast.
// Fails with `demo_differs` where one of them is taken.
Result<void> try_forbidden(Stage& stage, const std::string& contest, const std::string& voter,
                           const PlainBallot& ballot);

}  // namespace hp::demo
