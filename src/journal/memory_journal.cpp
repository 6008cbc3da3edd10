#include "journal/memory_journal.h"

#include <algorithm>
#include <set>

#include "journal/codes.h"

namespace hp::journal {

MemoryStore::MemoryStore(MemoryFaults faults) : faults_(faults), random_(faults.seed) {}

void MemoryStore::next(MemoryFault fault) {
  const std::lock_guard lock(mutex_);
  asked_.push_back(fault);
}

MemoryFault MemoryStore::draw() {
  if (!asked_.empty()) {
    const MemoryFault fault = asked_.front();
    asked_.pop_front();
    return fault;
  }
  std::uint64_t at = random_() % 1000;
  const bool applied = random_() % 2 == 0;
  const auto meets = [&at](std::uint32_t per_mille) {
    if (at < per_mille) return true;
    at -= per_mille;
    return false;
  };
  if (meets(faults_.unknown_per_mille)) {
    return applied ? MemoryFault::kUnknownApplied : MemoryFault::kUnknownLost;
  }
  if (meets(faults_.full_per_mille)) return MemoryFault::kFull;
  if (meets(faults_.fenced_per_mille)) return MemoryFault::kFenced;
  if (meets(faults_.broken_per_mille)) return MemoryFault::kBroken;
  return MemoryFault::kNone;
}

MemoryJournal::MemoryJournal(std::shared_ptr<MemoryStore> store) : store_(std::move(store)) {}

Result<Epoch> MemoryJournal::take_lead() {
  const std::lock_guard lock(store_->mutex_);
  if (store_->broken_) return fail(codes::kJournalBroken);
  return ++store_->epoch_;
}

Appended MemoryJournal::append(Epoch epoch, const Batch& batch) {
  MemoryStore& store = *store_;
  const std::lock_guard lock(store.mutex_);
  const MemoryFault fault = store.draw();
  if (fault == MemoryFault::kBroken) store.broken_ = true;
  if (store.broken_) return Appended::kBroken;
  if (fault == MemoryFault::kFenced) ++store.epoch_;
  if (epoch != store.epoch_) return Appended::kFenced;
  std::set<CommandId> ids;
  for (const Record& one : batch.records) {
    if (store.index_.contains(one.id) || !ids.insert(one.id).second) return Appended::kDuplicate;
  }
  if (batch.first != store.records_.size()) return Appended::kConflict;
  if (fault == MemoryFault::kFull) return Appended::kFull;
  if (fault == MemoryFault::kUnknownLost) return Appended::kUnknown;
  for (const Record& one : batch.records) {
    store.index_.emplace(one.id, store.records_.size());
    store.records_.push_back(one);
  }
  store.checkpoint_ = batch.checkpoint;
  return fault == MemoryFault::kUnknownApplied ? Appended::kUnknown : Appended::kDurable;
}

Result<std::optional<Found>> MemoryJournal::find(const CommandId& id) {
  const std::lock_guard lock(store_->mutex_);
  if (store_->broken_) return fail(codes::kJournalBroken);
  const auto it = store_->index_.find(id);
  if (it == store_->index_.end()) return std::nullopt;
  return Found{it->second, store_->records_[it->second].payload_hash};
}

Result<std::vector<Bytes>> MemoryJournal::read(std::uint64_t from, std::uint32_t count) {
  const std::lock_guard lock(store_->mutex_);
  if (store_->broken_) return fail(codes::kJournalBroken);
  const auto& records = store_->records_;
  std::vector<Bytes> out;
  for (std::uint64_t i = from; i < records.size() && out.size() < count; ++i) {
    out.push_back(records[i].envelope);
  }
  return out;
}

Result<std::uint64_t> MemoryJournal::size() {
  const std::lock_guard lock(store_->mutex_);
  if (store_->broken_) return fail(codes::kJournalBroken);
  return store_->records_.size();
}

Result<std::string> MemoryJournal::checkpoint() {
  const std::lock_guard lock(store_->mutex_);
  if (store_->broken_) return fail(codes::kJournalBroken);
  return store_->checkpoint_;
}

Result<void> MemoryJournal::check() {
  const std::lock_guard lock(store_->mutex_);
  if (store_->broken_ || store_->index_.size() != store_->records_.size()) {
    return fail(codes::kJournalBroken);
  }
  return {};
}

Result<void> MemoryJournal::keep(std::string_view shelf, std::string_view key, ByteView value) {
  const std::lock_guard lock(store_->mutex_);
  if (store_->broken_) return fail(codes::kJournalBroken);
  store_->shelves_[{std::string(shelf), std::string(key)}] = to_bytes(value);
  return {};
}

Result<void> MemoryJournal::drop(std::string_view shelf, std::string_view key) {
  const std::lock_guard lock(store_->mutex_);
  if (store_->broken_) return fail(codes::kJournalBroken);
  store_->shelves_.erase({std::string(shelf), std::string(key)});
  return {};
}

Result<std::vector<std::pair<std::string, Bytes>>> MemoryJournal::kept(std::string_view shelf) {
  const std::lock_guard lock(store_->mutex_);
  if (store_->broken_) return fail(codes::kJournalBroken);
  std::vector<std::pair<std::string, Bytes>> out;
  for (const auto& [place, value] : store_->shelves_) {
    if (place.first == shelf) out.emplace_back(place.second, value);
  }
  return out;
}

}  // namespace hp::journal
