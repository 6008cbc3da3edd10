// Brings checked commands into the journal, many in one commit: docs/design/record.md section 2.
//
// A commit takes every command that waits: ballots first, by point(voter), then the others as they
// came; each is checked against the state that its predecessors leave. The state that readers see
// advances only once the batch is durable. Whoever sent a command is answered after that.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <thread>
#include <vector>

#include "congress/entry.h"
#include "crypto/ed25519.h"
#include "journal/journal.h"
#include "service/book.h"

namespace hp::service {

using Done = std::function<void(Result<v1::Receipt>)>;

struct CommitterOptions {
  std::chrono::milliseconds window{3};
  std::size_t most_commands = 512;     // of one commit
  std::size_t most_bytes = 16u << 20;  // of its envelopes
  std::function<void(std::string_view)> log = [](std::string_view) {};
  std::function<void()> committed = [] {};  // after each commit; must not block
};

class Committer {
 public:
  // The book holds what the journal does. `journal`, `book` and `key` outlive the committer.
  Committer(journal::Journal& journal, journal::Epoch epoch, Book& book, const crypto::LogKey& key,
            CommitterOptions options);
  ~Committer();
  Committer(const Committer&) = delete;
  Committer& operator=(const Committer&) = delete;

  // `envelope`: the canonical bytes that `entry` was prepared from. `done` is called once, on the
  // committer's thread, or at once where nothing is taken any more.
  void add(congress::Entry entry, Bytes envelope, Done done);

  // Answers what waits and ends the thread.
  void stop();

 private:
  struct Waiting {
    congress::Entry entry;
    Bytes envelope;
    Done done;
  };
  // A batch on its way, and who hears of it.
  struct Commit {
    std::vector<congress::Entry> entries;
    std::vector<Done> accepted;  // by entry
    std::vector<std::pair<CommandId, Done>> again;
    std::vector<std::pair<Error, Done>> refused;
    journal::Batch batch;
  };

  void run(const std::stop_token& stop);
  std::vector<Waiting> take(const std::stop_token& stop);
  Commit check_all(std::vector<Waiting> waiting);
  void commit(Commit commit);
  void publish(Commit& commit);
  void answer(const Commit& commit);
  void drop(const Commit& commit, const ErrorCode& code);
  enum class Settled { kThere, kNotThere, kOpen };
  Settled settle(const journal::Batch& batch);
  void settle_open_one();

  journal::Journal& journal_;
  const journal::Epoch epoch_;
  Book& book_;
  const crypto::LogKey& key_;
  const CommitterOptions options_;

  State working_;                    // of the journal with the batch that is being made
  std::optional<Commit> open_;       // a batch of which it isn't known whether it is durable
  const ErrorCode* over_ = nullptr;  // why nothing is taken any more

  std::mutex mutex_;
  std::condition_variable_any something_;
  std::vector<Waiting> waiting_;
  bool stopped_ = false;
  std::jthread thread_;
};

}  // namespace hp::service
