// Commands that still want signatures, kept beside the journal (docs/design/record.md section 1,
// "Several signers"). They survive a restart. Safe in any thread.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/time.h"
#include "congress/entry.h"
#include "homphieu/v1/api.pb.h"
#include "journal/journal.h"
#include "service/book.h"

namespace hp::service {

class Proposals {
 public:
  static Result<Proposals> load(journal::Journal& journal);

  // What became of a proposal that was made or signed.
  struct Signed {
    CommandId id{};
    std::optional<v1::Envelope> complete;  // all places are filled: to be submitted
  };

  // A new proposal by an official; the same one again adds its signatures. The signatures must
  // fill places of the table; a stale or impossible command is refused at once. Fails as
  // congress::prepare and congress::check, with `signed_at_far`, `command_id_used`,
  // `proposals_full`, `proposal_over`.
  Result<Signed> propose(const Book& book, const v1::Envelope& envelope, UnixMs now);

  // One signature more. Fails with `proposal_unknown`, `proposal_over`, `signers_not_allowed`
  // where it fills no place, `seen_stale` once the proposal is stale.
  Result<Signed> sign(const Book& book, const CommandId& id, const v1::Signature& signature);

  // Fails with `proposal_unknown`, `proposal_not_yours`, `proposal_over` once it is accepted.
  Result<void> withdraw(const Book& book, const CommandId& id, const std::string& person);

  // As it stands against the record now. Fails with `proposal_unknown`.
  Result<v1::Proposal> show(const Book& book, const CommandId& id) const;
  std::vector<v1::Proposal> list(const Book& book) const;

 private:
  struct Kept {
    v1::Envelope envelope;
    congress::Entry entry;  // its signatures were verified as they came
    std::string proposer;
    bool withdrawn = false;
  };
  explicit Proposals(journal::Journal& journal) : journal_(&journal) {}
  static Kept kept_of(v1::Envelope envelope, const congress::v1::Command& command,
                      std::string proposer);
  static v1::Proposal show(const Book::Page& page, const Kept& kept);
  Result<void> keep(const CommandId& id, const Kept& kept);
  Result<Signed> add(const Book& book, const CommandId& id, const v1::Envelope& envelope);
  Result<void> make_room(const Book& book);

  journal::Journal* journal_;
  std::unique_ptr<std::mutex> mutex_ = std::make_unique<std::mutex>();
  std::map<CommandId, Kept> kept_;
};

}  // namespace hp::service
