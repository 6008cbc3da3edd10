// What the commands about papers share, for this room alone.
#pragma once

#include <memory>

#include "base/error.h"
#include "congress/contest_env.h"
#include "congress/contest_lookup.h"
#include "congress/entry.h"
#include "congress/paper_codes.h"
#include "congress/papers.h"
#include "congress/state.h"

namespace hp::congress {

// The round that a command names, while its papers can be counted.
inline Result<const Round*> counting_round(const State& state, const auto& body) {
  HP_ASSIGN(const Round* round, current_round(state, body.contest(), body.round()));
  HP_TRY(require_counting(*round));
  return round;
}

// A batch of it by number.
inline Result<const Batch*> known_batch(const Round& round, const auto& body) {
  const Batch* batch = find_batch(round, body.batch());
  if (batch == nullptr) return fail(codes::kBatchUnknown, "batch", std::to_string(body.batch()));
  return batch;
}

// The batch, in the opening that the command names and not closed.
inline Result<const Batch*> open_batch(const Round& round, const auto& body) {
  HP_ASSIGN(const Batch* batch, known_batch(round, body));
  if (batch->opening != body.opening()) {
    return fail(codes::kBatchOpening, "opening", std::to_string(batch->opening));
  }
  if (batch->closed) return fail(codes::kBatchClosed, "batch", std::to_string(batch->number));
  return batch;
}

// A sheet of it.
inline Result<const Sheet*> known_sheet(const Batch& batch, std::uint32_t number,
                                        const std::string& where) {
  if (number < 1 || number > batch.sheets.size()) {
    return fail(codes::kSheetOutside, where,
                std::to_string(number) + " > " + std::to_string(batch.sheets.size()));
  }
  return &batch.sheets[number - 1];
}

// A copy of the batch to change, put in its stead: see paper_state.h.
inline Batch& batch_to_change(Round& round, std::uint32_t number) {
  auto made = std::make_shared<Batch>(*find_batch(round, number));
  Batch& out = *made;
  round.paper.batches[number - 1] = std::move(made);
  return out;
}

// After a change of figures or batches: the phase that follows, and who must have seen it.
inline void settle_and_touch(State& state, const Entry& entry, Round& round) {
  if (settle(round)) state.touch(contest_subject(round.definition.contest), entry.index);
}

inline std::vector<PersonId> people_who_signed(const State& state, const Entry& entry) {
  std::vector<PersonId> out;
  for (const Named& one : signers_of(state, entry)) out.push_back(one.person);
  return out;
}

}  // namespace hp::congress
