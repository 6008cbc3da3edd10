// A journal in memory for tests, with the faults that a real one can have.
//
//   auto store = std::make_shared<MemoryStore>(MemoryFaults{.seed = 7, .unknown_per_mille = 50});
//   MemoryJournal one(store), other(store);  // two servers over one store
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <random>

#include "journal/journal.h"

namespace hp::journal {

// How often an append meets a fault, in a thousand, drawn from the seed.
struct MemoryFaults {
  std::uint64_t seed = 0;
  std::uint32_t unknown_per_mille = 0;  // applied in one half of the cases
  std::uint32_t full_per_mille = 0;
  std::uint32_t fenced_per_mille = 0;  // another writer takes the lead just before
  std::uint32_t broken_per_mille = 0;  // for good
};

// One fault, asked for.
enum class MemoryFault { kNone, kUnknownApplied, kUnknownLost, kFull, kFenced, kBroken };

class MemoryStore {
 public:
  explicit MemoryStore(MemoryFaults faults = {});
  // What the next appends meet, in this order, before any are drawn again.
  void next(MemoryFault fault);

 private:
  friend class MemoryJournal;
  MemoryFault draw();

  std::mutex mutex_;
  MemoryFaults faults_;
  std::mt19937_64 random_;
  std::deque<MemoryFault> asked_;
  bool broken_ = false;
  Epoch epoch_ = 0;
  std::vector<Record> records_;
  std::map<CommandId, std::uint64_t> index_;
  std::string checkpoint_;
  std::map<std::pair<std::string, std::string>, Bytes> shelves_;
};

class MemoryJournal final : public Journal {
 public:
  explicit MemoryJournal(std::shared_ptr<MemoryStore> store = std::make_shared<MemoryStore>());

  Result<Epoch> take_lead() override;
  Appended append(Epoch epoch, const Batch& batch) override;
  Result<std::optional<Found>> find(const CommandId& id) override;
  Result<std::vector<Bytes>> read(std::uint64_t from, std::uint32_t count) override;
  Result<std::uint64_t> size() override;
  Result<std::string> checkpoint() override;
  Result<void> check() override;
  Result<void> keep(std::string_view shelf, std::string_view key, ByteView value) override;
  Result<void> drop(std::string_view shelf, std::string_view key) override;
  Result<std::vector<std::pair<std::string, Bytes>>> kept(std::string_view shelf) override;

 private:
  std::shared_ptr<MemoryStore> store_;
};

}  // namespace hp::journal
