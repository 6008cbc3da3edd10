// The state of a congress: a pure function of the journal. A plain value; whoever copies it has
// a snapshot. Built by fold.h alone. One header per idea.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "base/bytes.h"
#include "congress/attendance_state.h"
#include "congress/cards_state.h"
#include "congress/ceremony_state.h"
#include "congress/contest_state.h"
#include "congress/entry.h"
#include "congress/frontier.h"
#include "congress/marks.h"
#include "congress/people_state.h"
#include "congress/roll_state.h"
#include "homphieu/v1/record.pb.h"

namespace hp::congress {

struct State {
  Hash congress_id{};            // all zero before the founding
  v1::FoundCongress founding;    // as it was founded
  std::uint64_t founded_at = 0;  // signed_at of the founding command
  PeopleState people;
  RollState roll;
  AttendanceState attendance;
  CardsState cards;
  Ceremonies ceremonies;
  Contests contests;
  bool closed = false;  // CloseCongress: nothing follows
  Marks marks;
  std::map<CommandId, Hash> commands;  // accepted: command id → SHA-256 of the payload
  // roots[n] is the root of the tree of the first n entries; roots.size() == size + 1.
  // It lets `seen` be checked without the tree itself.
  std::vector<Hash> roots;
  Frontier frontier;       // from which the next root is made
  std::uint64_t size = 0;  // entries folded

  void touch(const Subject& subject, std::uint64_t index) { marks.touch(subject, index); }
};

}  // namespace hp::congress
