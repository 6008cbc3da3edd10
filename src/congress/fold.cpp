#include "congress/fold.h"

#include <algorithm>

#include "congress/authority.h"
#include "congress/codes.h"
#include "congress/contest_lookup.h"
#include "congress/dispatch.h"
#include "congress/field_checks.h"
#include "congress/subjects.h"

namespace hp::congress {
namespace {

Result<void> check_command_id(const State& state, const Entry& entry) {
  HP_TRY(check_length(entry.command.command_id(), 16, "command_id"));
  const auto known = state.commands.find(array_of<16>(view(entry.command.command_id())));
  if (known == state.commands.end()) return {};
  return fail(known->second == entry.payload_hash ? codes::kCommandAgain : codes::kCommandIdUsed,
              "command_id");
}

Result<void> check_founding_place(const State& state, const v1::Command& command) {
  if (state.size != 0) return fail(codes::kAlreadyFounded);
  if (!command.congress_id().empty()) return fail(codes::kCommandField, "congress_id");
  if (command.has_seen()) return fail(codes::kCommandField, "seen");
  return {};
}

Result<void> check_place(const State& state, const v1::Command& command) {
  if (state.size == 0) return fail(codes::kNotFounded);
  if (!equal(state.congress_id, view(command.congress_id()))) {
    return fail(codes::kOtherCongress, "congress_id");
  }
  if (command.has_cast_ballot() != (command.signed_at() == 0)) {
    return fail(codes::kCommandField, "signed_at");
  }
  return check_seen(state, command);
}

}  // namespace

State empty_state() {
  State state;
  state.roots.push_back(root_of(state.frontier));
  return state;
}

Result<void> check(const State& state, const Entry& entry) {
  HP_TRY(check_command_id(state, entry));
  if (state.closed) return fail(codes::kCongressClosed);
  if (entry.command.has_found_congress()) {
    HP_TRY(check_founding_place(state, entry.command));
  } else {
    HP_TRY(check_place(state, entry.command));
  }
  HP_TRY(check_authority(state, entry));
  return check_body(state, entry);
}

void apply(State& state, const Entry& entry) {
  append(state.frontier, entry.leaf_hash);
  state.roots.push_back(root_of(state.frontier));
  apply_body(state, entry);
  state.commands[array_of<16>(view(entry.command.command_id()))] = entry.payload_hash;
  ++state.size;
}

Fold::Fold() : state_(empty_state()) {}

Result<void> Fold::add(ByteView envelope, BallotChecking checking) {
  HP_ASSIGN(Entry entry, prepare(state_, envelope, checking));
  entry.index = state_.size;
  HP_TRY(check(state_, entry));
  apply(state_, entry);
  return {};
}

}  // namespace hp::congress
