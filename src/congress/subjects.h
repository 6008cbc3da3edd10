// What a command is about: whose last change its `seen` must hold (record.md section 1).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/error.h"
#include "congress/entry.h"
#include "congress/marks.h"

namespace hp::congress {

struct State;

// The contest that the command names; empty where it names none.
std::string contest_of(const v1::Command& command);
std::vector<Subject> subjects_of(const State& state, const v1::Command& command);

// Whether `seen` is a prefix of the record and holds the last change of every subject.
// Fails with `seen_not_prefix` or `seen_stale`.
Result<void> check_seen(const State& state, const v1::Command& command);

}  // namespace hp::congress
