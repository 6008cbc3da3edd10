#include "service/book.h"

#include <cstring>

#include "congress/subjects.h"

namespace hp::service {
namespace {

// The round that a command with results or readings in it names; 0 for other commands.
std::uint32_t reserved_round(const v1::Command& command) {
  switch (command.body_case()) {
    case v1::Command::kDecryptTally:
      return command.decrypt_tally().round();
    case v1::Command::kDeclareResult:
      return command.declare_result().round();
    case v1::Command::kSignMinutes:
      return command.sign_minutes().round();
    case v1::Command::kKeySheets:
      return command.key_sheets().round();
    case v1::Command::kSettleSheet:
      return command.settle_sheet().round();
    case v1::Command::kConcludeSheet:
      return command.conclude_sheet().round();
    default:
      return 0;
  }
}

bool is_reading(const v1::Command& command) {
  return command.has_key_sheets() || command.has_settle_sheet() || command.has_conclude_sheet();
}

}  // namespace

std::size_t CommandIdHash::operator()(const CommandId& id) const {
  std::size_t out = 0;  // ids are random
  std::memcpy(&out, id.data(), sizeof out);
  return out;
}

void note_entry(Book::Page& page, const congress::Entry& entry) {
  page.tree.add(entry.leaf_hash);
  page.index.emplace(array_of<16>(view(entry.command.command_id())), entry.index);
  if (const std::uint32_t round = reserved_round(entry.command); round != 0) {
    page.reserved.push_back(
        {entry.index, congress::contest_of(entry.command), round, is_reading(entry.command)});
  }
}

std::shared_ptr<const State> Book::snapshot() const {
  return snapshot_of(true);
}

std::shared_ptr<const State> Book::voting_snapshot() const {
  return snapshot_of(false);
}

std::shared_ptr<const State> Book::snapshot_of(bool exact) const {
  // Held while copying: others who ask meanwhile want this same copy.
  const std::lock_guard cache(cache_mutex_);
  const std::shared_lock lock(mutex_);
  const bool fresh = cached_ != nullptr &&
                     (exact ? cached_version_ == page_.version : cached_shape_ == page_.shape);
  if (!fresh) {
    cached_ = std::make_shared<const State>(page_.state);
    cached_version_ = page_.version;
    cached_shape_ = page_.shape;
  }
  return cached_;
}

void Book::publish(State& state, const std::vector<congress::Entry>& entries,
                   std::string checkpoint) {
  const std::unique_lock lock(mutex_);
  std::swap(page_.state, state);
  bool reshaped = false;
  for (const congress::Entry& entry : entries) {
    note_entry(page_, entry);
    reshaped = reshaped || !entry.command.has_cast_ballot();
  }
  page_.checkpoint = std::move(checkpoint);
  ++page_.version;
  if (reshaped) ++page_.shape;
}

v1::Receipt receipt_of(const Book::Page& page, const CommandId& id, std::uint64_t index) {
  v1::Receipt receipt;
  receipt.set_congress_id(to_string(page.state.congress_id));
  receipt.set_command_id(to_string(id));
  receipt.set_index(index);
  for (const Hash& hash : page.tree.inclusion(index, page.tree.size())) {
    receipt.add_inclusion(to_string(hash));
  }
  receipt.set_checkpoint(page.checkpoint);
  return receipt;
}

}  // namespace hp::service
