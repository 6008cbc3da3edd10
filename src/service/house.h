// One congress of the server: its journal, what readers see of it, and the way of a command from
// an envelope to a receipt.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string_view>

#include "base/time.h"
#include "crypto/ed25519.h"
#include "journal/journal.h"
#include "service/batches_in_hand.h"
#include "service/book.h"
#include "service/committer.h"
#include "service/cosignatures.h"
#include "service/proposals.h"
#include "service/work_pool.h"

namespace hp::service {

// Officials' clocks may differ from the server's by this: docs/design/record.md section 1.
inline constexpr std::uint64_t kClocksDiffer = 10ull * 60 * 1000;  // ms

Result<void> check_signed_at(const v1::Command& command, UnixMs now);

// Whether a command's `signed_at` is looked at: a proposal's was, when it was proposed.
enum class Admission { kNew, kProposed };

class House {
 public:
  struct Parts {
    std::unique_ptr<journal::Journal> journal;
    crypto::LogKey key;
    const Clock& clock;
    WorkPool& pool;
    CommitterOptions committing;
    std::uint64_t keying_silence = kSilent;  // ms
  };

  // Folds the journal, compares it with its checkpoints, takes the lead. An empty journal waits
  // for its founding. Fails as `open_record`.
  static Result<std::unique_ptr<House>> open(Parts parts);
  ~House();
  House(const House&) = delete;
  House& operator=(const House&) = delete;

  // Checks and commits. `done` is called once, on some thread. The same command again: the receipt
  // of the first. Fails with `service_busy`, `service_stopping`, `signed_at_far`,
  // `batch_given_away`, as
  // congress::prepare and congress::check, or with what the store says.
  void submit(v1::Envelope envelope, Admission admission, Done done);

  const Book& book() const { return book_; }
  const Hash& id() const { return id_; }
  journal::Journal& journal() const { return *journal_; }
  Proposals& proposals() { return proposals_; }
  Cosignatures& cosignatures() { return cosignatures_; }
  BatchesInHand& batches() { return batches_; }

  // Answers what waits and takes nothing more.
  void stop() { committer_.stop(); }

 private:
  House(Parts parts, journal::Epoch epoch, Book::Page page, Proposals proposals,
        Cosignatures cosignatures);
  Result<void> check_in_hand(const State& state, const congress::Entry& entry);
  void check_and_add(const v1::Envelope& envelope, Admission admission, const Done& done);

  const std::unique_ptr<journal::Journal> journal_;
  const crypto::LogKey key_;
  const Clock& clock_;
  WorkPool& pool_;
  Hash id_{};
  Book book_;
  Proposals proposals_;
  Cosignatures cosignatures_;
  BatchesInHand batches_;
  Committer committer_;  // the last: its thread uses the others
};

}  // namespace hp::service
