// Whose signatures a proposal still waits for, from the fold.
#pragma once

#include <string>
#include <vector>

#include "homphieu/v1/api.pb.h"

namespace hp::congress {
struct State;
}

namespace hp::client {

struct Waiting {
  // One place each: the people any one of whom fills it. Ids; `new_key` marks the person whose
  // new key signs.
  std::vector<std::vector<std::string>> places;
  std::vector<std::string> also;  // who may sign besides, though nothing waits for them
  std::string new_key;            // the person to be enrolled, where that signature is missing
};

// By the table of authority alone: content is not looked at. Empty where the signatures are whole,
// and where no signature could make them so.
Waiting waiting_for(const congress::State& state, const homphieu::v1::Proposal& proposal);

}  // namespace hp::client
