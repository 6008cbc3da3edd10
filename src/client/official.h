// What an official's own program does: it folds the record itself, checking everything, and signs
// only what it has checked against the newest checkpoint that it has ever seen.
//
//   Official clerk(std::move(hall), signer, congress_id, "CL001");
//   clerk.remember(checkpoint_of_the_last_run);
//   HP_TRY(clerk.log_in(now));
//   HP_TRY(clerk.sync());
//   HP_ASSIGN(auto command, clerk.build(close_contest(clerk.state(), "bch").value(), now, random));
//   HP_ASSIGN(auto proposal, clerk.propose(command));       // several signers
//   HP_ASSIGN(auto accepted, clerk.submit(command));        // one signer
//
// The program's user keeps `newest()` between runs. One thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "client/hall_client.h"
#include "client/sealing.h"
#include "congress/fold.h"

namespace hp::client {

class Official {
 public:
  // `checking` kOwnPrefix leaves out the ballots' proofs while folding: for machines too small to
  // check 20 ms a ballot; the server has checked them, and so does `homphieu verify`.
  Official(HallClient hall, std::shared_ptr<const crypto::Signer> signer, const Hash& congress,
           std::string person, congress::BallotChecking checking = congress::BallotChecking::kFull);

  // The newest checkpoint that an earlier run had seen; "" is none. Before the first sync.
  // Fails where the log key has not signed it.
  Result<void> remember(std::string_view note);

  Result<void> log_in(UnixMs now, unsigned hours = 12);

  // Fetches the entries that are new and readable, folds them, and checks that the newest
  // checkpoint continues both the fold and every checkpoint seen before.
  // Fails with `record_forked` (never sign any more, call for help) or a code of the fold.
  Result<void> sync();

  const congress::State& state() const { return fold_.state(); }
  // Whether the last sync has read everything there was: some of it may not be for this official
  // yet.
  bool whole() const { return synced_.size > 0 && fold_.state().size == synced_.size; }
  const Hash& congress_id() const { return congress_; }
  const std::string& person() const { return person_; }
  // The newest checkpoint seen, as a note; to be kept.
  const std::string& newest() const { return newest_.note; }

  // The command with congress id, a new id, the time and `seen`: the newest tree of the last sync.
  // Fails with `not_synced` before the first one.
  Result<v1::Command> build(v1::Command body, UnixMs now, const crypto::Random& random) const;

  // Signs and submits a command of a single signer; the receipt is checked.
  Result<Accepted> submit(const v1::Command& command);

  // Signs and proposes. `also`: further signers at this machine, such as the new key that
  // EnrolOfficial carries. Where the signatures fill the table's places already, the answer is
  // accepted and its receipt was checked.
  Result<v1::Proposal> propose(const v1::Command& command,
                               const std::vector<const crypto::Signer*>& also = {});
  // Waiting ones and those of today, as the server keeps them.
  Result<std::vector<v1::Proposal>> proposals();
  // The command of a proposal, for showing; fails with `proposal_wrong` where it is not of this
  // congress or not what the proposal says.
  Result<v1::Command> read(const v1::Proposal& proposal) const;
  // Checks that the proposal is of this congress and fits the record (its `seen` is a prefix of
  // what was synced), then signs its payload. What it would change was shown before: words.h.
  // If this is the last signature, its receipt was checked.
  Result<v1::Proposal> sign(const v1::Proposal& proposal);
  Result<void> withdraw(const v1::Proposal& proposal);

  HallClient& hall() { return hall_; }
  const crypto::Signer& signer() const { return *signer_; }

 private:
  Result<void> follow(const Checkpoint& now);
  Result<void> note_receipt(const Accepted& accepted);
  Result<v1::Proposal> checked(v1::Proposal proposal, std::string_view payload);

  HallClient hall_;
  std::shared_ptr<const crypto::Signer> signer_;
  Hash congress_{};
  std::string person_;
  congress::BallotChecking checking_;
  congress::Fold fold_;
  Checkpoint newest_;         // the newest of all
  journal::TreeHead synced_;  // the newest at the last sync
};

}  // namespace hp::client
