// One round of a contest, from the approval of its list to the announcement of its result.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "congress/definition.h"
#include "demo/plain_count.h"
#include "demo/stage.h"
#include "homphieu/v1/outcome.pb.h"

namespace hp::demo {

struct RoundPlayed {
  std::string contest;
  std::uint32_t round = 1;
  std::uint32_t ballot = 1;  // lần bầu
  congress::Definition definition;
  PlainResult plain;    // counted from the votes themselves
  v1::Outcome outcome;  // what the record says
  std::string minutes_json;
  std::string minutes_text;
};

// Plays the round that is next in the contest. Fails with `demo_differs` where the record's outcome
// is not what the plain votes give.
Result<RoundPlayed> play_round(Stage& stage, const ContestScript& contest, const RoundPlan& plan);

}  // namespace hp::demo
