// Minutes of made-up contests, for the tests: one of each form, and an election.
#pragma once

#include <ostream>

#include "minutes/election.h"

namespace hp::minutes::examples {

Model committee();       // strike-out, electronic, 5 names for 3 seats, complete
Model secretary();       // one name, boxes, paper with differences and a doubtful paper
Model delegates();       // electronic and paper, alternates, a tie over the last alternate place
Model tie_ballot();      // re-vote of two, electronic
Model opinion();         // boxes, several names, nobody elected
Model moved_to_paper();  // electronic ballots annulled, and later the round itself

struct Example {
  const char* name;
  Model (*make)();
};
// Each of them, for tests over all.
inline constexpr Example kEach[] = {{"committee", committee}, {"secretary", secretary},
                                    {"delegates", delegates}, {"tie_ballot", tie_ballot},
                                    {"opinion", opinion},     {"moved_to_paper", moved_to_paper}};
inline void PrintTo(const Example& example, std::ostream* out) {
  *out << example.name;
}

Election election();  // delegates, then the ballot among the tied

}  // namespace hp::minutes::examples
