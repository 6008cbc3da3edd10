#include "verify/refold.h"

#include <algorithm>
#include <atomic>
#include <memory>

#include "congress/fold.h"
#include "verify/parallel.h"

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

// One ballot's place between the worker that checks it and the fold that takes it.
struct Slot {
  Result<Entry> entry = Entry{};
  std::atomic<bool> ready = false;
};

// A stretch of ballots: none of them changes what the check of another reads (cards, ceremonies,
// the open round), so all are checked against the state before the stretch.
void fold_ballots(Refolded& to, const std::vector<ReadEntry>& entries, std::size_t first,
                  std::size_t count, unsigned threads) {
  const State before = to.state;
  const std::unique_ptr<Slot[]> slots(new Slot[count]);
  const auto check_one = [&](std::size_t i) {
    Slot& slot = slots[i];
    slot.entry = congress::prepare(before, entries[first + i].envelope, BallotChecking::kFull);
    slot.ready = true;
    slot.ready.notify_one();
  };
  const Workers workers(count, threads_for(threads, count), check_one);
  for (std::size_t i = 0; i < count; ++i) {
    slots[i].ready.wait(false);
    Result<Entry>& entry = slots[i].entry;
    if (to.findings.empty()) {
      if (auto added = add(to.state, entry); added) {
        ++to.folded;
      } else {
        to.findings.push_back(finding(first + i, std::move(added).error()));
      }
    } else if (!entry) {
      to.findings.push_back(finding(first + i, entry.error()));
    }
    entry = Entry{};
  }
}

}  // namespace

Check check_of(const Error& error) {
  constexpr std::string_view kForm[] = {"not_canonical", "enum_not_declared", "field_unknown",
                                        "payload_type",  "signature_form",    "not_utf8",
                                        "not_nfc"};
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
      fold_ballots(out, entries, first, ballots, threads);
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
