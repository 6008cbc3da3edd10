// From nothing to a congress that can vote: founded, officials enrolled, roll confirmed, cards
// registered, election key made, attendance recorded.
#pragma once

#include "demo/stage.h"

namespace hp::demo {

Result<Stage> begin_congress(const Venue& venue, const CongressScript& script, Dice& dice);

// Attendance and cards as the moves say.
Result<void> move_people(Stage& stage, const Moves& moves);

}  // namespace hp::demo
