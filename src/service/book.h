// What one congress's readers see: the state, the tree and the newest checkpoint, always of the
// same durable entries. Changed by the committer alone; everything here is safe in any thread.
//
//   book.read([&](const Book::Page& page) { … page.state … });   // short: a commit waits for it
//   const auto state = book.snapshot();                          // for longer work, beside commits
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "congress/entry.h"
#include "congress/state.h"
#include "homphieu/v1/api.pb.h"
#include "journal/journal.h"
#include "journal/tree.h"

namespace hp::service {

namespace v1 = homphieu::v1;
using congress::State;
using journal::CommandId;

struct CommandIdHash {
  std::size_t operator()(const CommandId& id) const;
};

// An entry that not everybody may read before its round is announced.
struct Reserved {
  std::uint64_t index = 0;
  std::string contest;
  std::uint32_t round = 0;
  bool reading = false;  // of papers; otherwise results
};

class Book {
 public:
  struct Page {
    State state;
    journal::Tree tree;
    std::string checkpoint;
    std::unordered_map<CommandId, std::uint64_t, CommandIdHash> index;
    std::vector<Reserved> reserved;  // ascending
    std::uint64_t version = 0;       // grows with every commit
    std::uint64_t shape = 0;         // grows with every commit of more than ballots
  };

  explicit Book(Page page) : page_(std::move(page)) {}

  template <class F>
  decltype(auto) read(F&& f) const {
    const std::shared_lock lock(mutex_);
    return f(static_cast<const Page&>(page_));
  }

  // The state with at least every entry that was acknowledged before the call.
  std::shared_ptr<const State> snapshot() const;

  // The same, but perhaps without the newest ballots: for checking what others send while voting,
  // which no ballot changes. Copying the state after every commit would cost more than the votes.
  std::shared_ptr<const State> voting_snapshot() const;

  // Entries that are durable now. `state` becomes the state with them, and holds afterwards the
  // one without.
  void publish(State& state, const std::vector<congress::Entry>& entries, std::string checkpoint);

 private:
  std::shared_ptr<const State> snapshot_of(bool exact) const;

  mutable std::shared_mutex mutex_;
  Page page_;
  mutable std::mutex cache_mutex_;  // never taken inside mutex_
  mutable std::shared_ptr<const State> cached_;
  mutable std::uint64_t cached_version_ = 0;
  mutable std::uint64_t cached_shape_ = 0;
};

// What an entry adds to a page besides the state.
void note_entry(Book::Page& page, const congress::Entry& entry);

// The receipt of the entry at `index` under the page's checkpoint.
v1::Receipt receipt_of(const Book::Page& page, const CommandId& id, std::uint64_t index);

}  // namespace hp::service
