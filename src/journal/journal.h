// The journal: where a congress's entries are kept for good (docs/design/record.md section 3).
//
//   HP_ASSIGN(const Epoch epoch, journal->take_lead());
//   switch (journal->append(epoch, {size, records, checkpoint})) { ... }
//
// What every implementation keeps, and one suite of tests checks (journal_contract_test.cpp):
// - what `append` called durable is there after a crash, with the checkpoint that came with it;
// - a batch is there as a whole or not at all; entries stand in one order without gaps;
// - a command id stands in it once;
// - once `take_lead` has returned, nothing of an earlier epoch appears any more;
// - no clock and no randomness inside; no call waits for others beyond the store's limit.
// Envelopes and checkpoints are bytes here; whether they are right is for those above.
// Safe from several threads.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"

namespace hp::journal {

using CommandId = std::array<std::uint8_t, 16>;
using Epoch = std::uint64_t;

struct Record {
  CommandId id{};
  Hash payload_hash{};
  Bytes envelope;
};

// What became of a batch. But for kDurable and kUnknown, nothing of it is in the journal.
enum class Appended {
  kDurable,    // all of it, safe against kill and power cut
  kDuplicate,  // one of its command ids is in the journal, or twice in the batch: see `find`
  kConflict,   // `first` is not the journal's size
  kFenced,     // a later epoch has begun: this writer is done
  kFull,       // no room; it may be tried again later
  kUnknown,    // all or nothing: what `find` or `size` say next, stays so
  kBroken,     // the store is damaged or unusable: stop
};
std::string_view name_of(Appended outcome);

struct Batch {
  std::uint64_t first = 0;      // index of records[0]
  std::vector<Record> records;  // none: only the checkpoint is replaced
  std::string checkpoint;       // covers the journal with this batch
};

struct Found {
  std::uint64_t index = 0;
  Hash payload_hash{};
  bool operator==(const Found&) const = default;
};

// Results fail with `journal_busy` (may be tried again), `journal_full`, `journal_broken`.
class Journal {
 public:
  virtual ~Journal() = default;

  // Begins a new epoch, durably; every earlier one is fenced.
  virtual Result<Epoch> take_lead() = 0;

  // All or nothing. Looked at in this order: epoch, command ids, first.
  virtual Appended append(Epoch epoch, const Batch& batch) = 0;

  virtual Result<std::optional<Found>> find(const CommandId& id) = 0;

  // At most `count` envelopes from index `from` on; fewer at the end, none beyond it.
  virtual Result<std::vector<Bytes>> read(std::uint64_t from, std::uint32_t count) = 0;

  virtual Result<std::uint64_t> size() = 0;

  // The checkpoint of the last durable batch; empty before the first.
  virtual Result<std::string> checkpoint() = 0;

  // Reads everything and compares it with itself: damage of the store, gaps. Takes as long as the
  // journal is.
  virtual Result<void> check() = 0;

  // Beside the journal, durable, no part of the record: proposals, cosignatures, minutes.
  virtual Result<void> keep(std::string_view shelf, std::string_view key, ByteView value) = 0;
  virtual Result<void> drop(std::string_view shelf, std::string_view key) = 0;
  // Everything on a shelf, by key.
  virtual Result<std::vector<std::pair<std::string, Bytes>>> kept(std::string_view shelf) = 0;
};

}  // namespace hp::journal
