// Test kit: a round that is open for ballots, at the level of entries, and a committer over it.
// The ballots are well formed and no more; proofs and signatures are others' business.
#pragma once

#include <gtest/gtest.h>

#include <future>
#include <memory>
#include <string>
#include <vector>

#include "congress/checked_ballot.h"
#include "congress/testing/entries.h"
#include "crypto/ed25519.h"
#include "journal/memory_journal.h"
#include "service/committer.h"

namespace hp::service {

// What became of a command.
using Answered = std::future<Result<v1::Receipt>>;

class Poll {
 public:
  // `cards` delegates are present, each with a card; contest "c" is open.
  explicit Poll(std::size_t cards);

  // The same, where `other` stands; without its committer.
  static Poll like(const Poll& other);

  congress::KeyPoint voter(std::size_t card) const;
  congress::Entry ballot(std::size_t card) const;
  congress::Entry close() const;
  // An entry about nothing else: somebody more is enrolled.
  congress::Entry enrol(const std::string& person) const;

  // Casts before the committer begins.
  void cast(std::size_t card);
  void begin(std::shared_ptr<journal::MemoryStore> store = nullptr, CommitterOptions options = {});
  Answered send(congress::Entry entry);

  bool in_journal(const congress::Entry& entry) const;
  const congress::Round& round() const { return state.contests.at("c").current(); }

  congress::State state;  // before the committer begins
  std::unique_ptr<Book> book;
  std::unique_ptr<journal::MemoryJournal> journal;
  std::unique_ptr<Committer> committer;

 private:
  Poll();
  congress::Entry entry(v1::Command command, const std::vector<std::string>& signers) const;
  crypto::LogKey key_;
};

}  // namespace hp::service
