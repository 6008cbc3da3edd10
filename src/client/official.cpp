#include "client/official.h"

#include "client/codes.h"
#include "congress/people_state.h"
#include "congress/subjects.h"
#include "crypto/hash.h"
#include "journal/canonical.h"
#include "journal/checkpoint.h"
#include "journal/envelope.h"

namespace hp::client {
namespace {

Result<void> forked(std::uint64_t before, std::uint64_t now) {
  return fail(codes::kRecordForked, "checkpoint",
              std::to_string(before) + " → " + std::to_string(now));
}

}  // namespace

Official::Official(HallClient hall, std::shared_ptr<const crypto::Signer> signer,
                   const Hash& congress, std::string person, congress::BallotChecking checking)
    : hall_(std::move(hall)),
      signer_(std::move(signer)),
      congress_(congress),
      person_(std::move(person)),
      checking_(checking) {}

Result<void> Official::remember(std::string_view note) {
  if (note.empty()) return {};
  HP_ASSIGN(const LogKeyBytes key, hall_.log_key(congress_));
  HP_ASSIGN(newest_.head, journal::open_checkpoint(note, congress_, key));
  newest_.note = note;
  return {};
}

Result<void> Official::log_in(UnixMs now, unsigned hours) {
  HP_ASSIGN(const auto answer, hall_.log_in(congress_, *signer_, now, hours));
  if (person_.empty()) person_ = answer.person();
  if (answer.person() != person_) {
    return fail(codes::kKeyNotOfficials, "person", answer.person());
  }
  return {};
}

Result<void> Official::sync() {
  HP_ASSIGN(const Checkpoint now, hall_.checkpoint(congress_));
  while (fold_.state().size < now.head.size) {
    HP_ASSIGN(const auto more, hall_.entries(congress_, fold_.state().size));
    if (more.envelopes.empty()) break;  // the rest is not for this official to read yet
    for (const Bytes& envelope : more.envelopes) {
      if (fold_.state().size == now.head.size) break;
      const std::uint64_t index = fold_.state().size;
      if (auto added = fold_.add(envelope, checking_); !added) {
        return std::unexpected(
            under("entry[" + std::to_string(index) + "]", std::move(added).error()));
      }
    }
  }
  return follow(now);
}

// That `now` continues the fold and every checkpoint seen before.
Result<void> Official::follow(const Checkpoint& now) {
  const congress::State& mine = state();
  for (const journal::TreeHead& before :
       {newest_.head, journal::TreeHead{mine.size, mine.roots[mine.size]}}) {
    if (before.size == 0) continue;
    if (before.size > now.head.size) return forked(before.size, now.head.size);
    if (now.head.size <= mine.size) {
      if (mine.roots[now.head.size] != now.head.root || mine.roots[before.size] != before.root) {
        return forked(before.size, now.head.size);
      }
    } else {
      HP_TRY(hall_.check_consistent(congress_, before, now.head));
    }
  }
  newest_ = now;
  synced_ = now.head;
  return {};
}

Result<v1::Command> Official::build(v1::Command body, UnixMs now,
                                    const crypto::Random& random) const {
  if (synced_.size == 0) return fail(codes::kNotSynced);
  body.set_congress_id(to_string(congress_));
  body.set_command_id(to_string(new_command_id(random)));
  body.set_signed_at(now.value);
  body.mutable_seen()->set_size(synced_.size);
  body.mutable_seen()->set_root(to_string(synced_.root));
  return body;
}

Result<Accepted> Official::submit(const v1::Command& command) {
  HP_ASSIGN(const v1::Envelope envelope, seal(command, {signer_.get()}));
  HP_ASSIGN(Accepted accepted, hall_.submit(congress_, journal::encode_canonical(envelope)));
  HP_TRY(note_receipt(accepted));
  return accepted;
}

// The receipt's tree must continue, or be continued by, the newest one seen.
Result<void> Official::note_receipt(const Accepted& accepted) {
  if (accepted.head.size < newest_.head.size) {
    return hall_.check_consistent(congress_, accepted.head, newest_.head);
  }
  HP_TRY(hall_.check_consistent(congress_, newest_.head, accepted.head));
  newest_.note = accepted.receipt.checkpoint;
  newest_.head = accepted.head;
  return {};
}

Result<v1::Proposal> Official::propose(const v1::Command& command,
                                       const std::vector<const crypto::Signer*>& also) {
  std::vector<const crypto::Signer*> signers{signer_.get()};
  signers.insert(signers.end(), also.begin(), also.end());
  HP_ASSIGN(const v1::Envelope envelope, seal(command, signers));
  HP_ASSIGN(v1::Proposal proposal, hall_.propose(congress_, envelope));
  return checked(std::move(proposal), envelope.payload());
}

Result<std::vector<v1::Proposal>> Official::proposals() {
  return hall_.proposals(congress_);
}

// The server's answer about a proposal: of the same payload, and accepted only with a receipt.
Result<v1::Proposal> Official::checked(v1::Proposal proposal, std::string_view payload) {
  if (proposal.envelope().payload() != payload) return fail(codes::kProposalWrong, "payload");
  if (proposal.state() != v1::PROPOSAL_STATE_ACCEPTED) return proposal;
  HP_ASSIGN(const Accepted accepted, hall_.check(congress_, proposal.receipt(),
                                                 journal::encode_canonical(proposal.envelope())));
  HP_TRY(note_receipt(accepted));
  return proposal;
}

Result<v1::Command> Official::read(const v1::Proposal& proposal) const {
  const v1::Envelope& envelope = proposal.envelope();
  if (envelope.payload_type() != journal::kCommandType) {
    return fail(codes::kProposalWrong, "payload_type");
  }
  HP_ASSIGN(v1::Command command, journal::decode_command(view(envelope.payload())));
  if (command.command_id() != proposal.command_id()) {
    return fail(codes::kProposalWrong, "command_id");
  }
  if (!equal(view(command.congress_id()), congress_)) {
    return fail(codes::kProposalWrong, "congress_id");
  }
  return command;
}

Result<v1::Proposal> Official::sign(const v1::Proposal& proposal) {
  if (synced_.size == 0) return fail(codes::kNotSynced);
  HP_ASSIGN(const v1::Command command, read(proposal));
  if (command.seen().size() <= state().size) {
    HP_TRY(congress::check_seen(state(), command));
  } else {
    if (command.seen().root().size() != sizeof(Hash)) {
      return fail(codes::kProposalWrong, "seen");
    }
    const journal::TreeHead seen{command.seen().size(), array_of<32>(view(command.seen().root()))};
    HP_TRY(seen.size <= synced_.size ? hall_.check_consistent(congress_, seen, synced_)
                                     : hall_.check_consistent(congress_, synced_, seen));
  }
  HP_ASSIGN(const v1::Signature mine, signature_over(proposal.envelope(), *signer_));
  HP_ASSIGN(v1::Proposal answer,
            hall_.sign_proposal(congress_, array_of<16>(view(command.command_id())), mine));
  return checked(std::move(answer), proposal.envelope().payload());
}

Result<void> Official::withdraw(const v1::Proposal& proposal) {
  if (proposal.command_id().size() != sizeof(CommandId)) {
    return fail(codes::kProposalWrong, "command_id");
  }
  return hall_.withdraw_proposal(congress_, array_of<16>(view(proposal.command_id())));
}

}  // namespace hp::client
