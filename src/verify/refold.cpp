#include "verify/refold.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <span>

#include "congress/fold.h"
#include "verify/parallel.h"
#include "verify/stretch.h"

namespace hp::verify {
namespace {

using congress::BallotChecking;
using congress::Entry;
using congress::State;

bool is_ballot(const ReadEntry& entry) {
  return !entry.error && entry.body == v1::Command::kCastBallot;
}

Result<void> add(State& state, Result<Entry>& prepared) {
  if (!prepared) return std::unexpected(prepared.error());
  prepared->index = state.size;
  HP_TRY(congress::check(state, *prepared));
  congress::apply(state, *prepared);
  return {};
}

Finding finding(std::uint64_t index, Error error) {
  return {check_of(error), index, std::move(error), false};
}

// Some ballots' place between the worker that checks them and the fold that takes them.
struct Slot {
  std::vector<Result<Entry>> entries;
  std::atomic<bool> ready = false;
};

// The entry at `index`, or why not; after a refusal only what is wrong with an entry by itself.
void take(Refolded& to, std::uint64_t index, Result<Entry>& entry) {
  if (!to.findings.empty()) {
    if (!entry) to.findings.push_back(finding(index, entry.error()));
    return;
  }
  if (auto added = add(to.state, entry); added) {
    ++to.folded;
  } else {
    to.findings.push_back(finding(index, std::move(added).error()));
  }
}

// A stretch of ballots, checked on all threads against the state before it while this one folds
// them in their order.
void fold_ballots(Refolded& to, std::span<const ReadEntry> ballots, unsigned threads) {
  const State before = to.state;
  std::uint64_t index = to.folded;
  const std::size_t groups = (ballots.size() + kTogether - 1) / kTogether;
  const std::unique_ptr<Slot[]> slots(new Slot[groups]);
  const auto check_group = [&](std::size_t group) {
    const std::size_t first = group * kTogether;
    const auto some = ballots.subspan(first, std::min(kTogether, ballots.size() - first));
    Slot& slot = slots[group];
    slot.entries.assign(some.size(), Entry{});
    prepare_ballots(before, some, slot.entries);
    slot.ready = true;
    slot.ready.notify_one();
  };
  const Workers workers(groups, threads_for(threads, groups), check_group);
  for (std::size_t group = 0; group < groups; ++group) {
    slots[group].ready.wait(false);
    for (Result<Entry>& entry : slots[group].entries) take(to, index++, entry);
    slots[group].entries.clear();
  }
}

}  // namespace

Check check_of(const Error& error) {
  constexpr std::string_view kForm[] = {"not_canonical", "enum_not_declared", "field_unknown",
                                        "payload_type",  "signature_form",    "not_utf8",
                                        "not_nfc",       "text_not_printable"};
  const std::string_view name = error.code->name;
  if (std::ranges::find(kForm, name) != std::end(kForm)) return Check::kCanonical;
  if (name == "signature_wrong" || name == "key_unknown") return Check::kSignatures;
  if (name == "ballot_proof" || (name == "group_element" && error.where.starts_with("ballot"))) {
    return Check::kBallots;
  }
  return Check::kState;
}

Refolded refold(const std::vector<ReadEntry>& entries, unsigned threads) {
  Refolded out{congress::empty_state(), 0, {}};
  while (out.folded < entries.size() && out.findings.empty()) {
    const auto first = static_cast<std::size_t>(out.folded);
    std::size_t ballots = 0;
    while (first + ballots < entries.size() && is_ballot(entries[first + ballots])) ++ballots;
    if (ballots > 0) {
      fold_ballots(out, std::span(entries).subspan(first, ballots), threads);
      continue;
    }
    const ReadEntry& entry = entries[first];
    if (entry.error) break;  // named among the faults of form
    auto prepared = congress::prepare(out.state, entry.envelope, BallotChecking::kFull);
    if (auto added = add(out.state, prepared); added) {
      ++out.folded;
    } else {
      out.findings.push_back(finding(first, std::move(added).error()));
    }
  }
  return out;
}

}  // namespace hp::verify
