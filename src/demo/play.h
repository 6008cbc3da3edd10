// A whole congress of the demonstration, from its founding to the exported record.
#pragma once

#include <string>
#include <vector>

#include "congress/contest_result.h"
#include "demo/round.h"
#include "demo/stage.h"

namespace hp::demo {

struct ContestPlayed {
  std::string contest;
  std::string office;  // in words
  std::string body;
  std::vector<RoundPlayed> rounds;
  congress::ContestResult result;
  std::string election_json;  // of the election minutes
};

struct Played {
  std::string name;  // of the record's file
  std::string organisation;
  std::string congress;
  Hash congress_id{};
  std::vector<ContestPlayed> contests;
  Bytes record;            // as exported
  std::string checkpoint;  // the newest, as anybody in the hall could see it
  std::uint64_t entries = 0;
};

Result<Played> play(const Venue& venue, const CongressScript& script, Dice& dice);

}  // namespace hp::demo
