#include "service/proposals.h"

#include <algorithm>

#include "base/hex.h"
#include "congress/authority.h"
#include "congress/codes.h"
#include "congress/dispatch.h"
#include "congress/field_checks.h"
#include "congress/fold.h"
#include "congress/prepare.h"
#include "crypto/hash.h"
#include "journal/canonical.h"
#include "journal/envelope.h"
#include "service/codes.h"
#include "service/house.h"

namespace hp::service {
namespace {

using congress::Entry;

constexpr std::string_view kProposalShelf = "proposals";
constexpr std::size_t kMost = 500;

CommandId id_of(const v1::Command& command) {
  return array_of<16>(view(command.command_id()));
}

// The person whose signature that is: an official's, or the one who is to be enrolled.
std::string signer_of(const State& state, const v1::Command& command, const Hash& key_id) {
  if (const auto* official = congress::person_of_key(state, key_id)) return official->person;
  const v1::Official& enrolled = command.enrol_official().official();
  return congress::key_id_of(view(enrolled.key())) == key_id ? enrolled.person() : std::string();
}

// Nothing, where all places are filled and the record takes the command as it is; false where
// others must sign yet. A command that no signature could bring through is refused.
Result<bool> is_complete(const State& state, const Entry& entry) {
  const auto checked = congress::check(state, entry);
  if (checked) return true;
  if (!checked.error().is(codes::kSignersNotAllowed)) return std::unexpected(checked.error());
  HP_TRY(congress::check_partial_authority(state, entry));
  // A declaration's content names who must sign it: checked once they have.
  if (!entry.command.has_declare_result()) HP_TRY(congress::check_body(state, entry));
  return false;
}

}  // namespace

Result<Proposals> Proposals::load(journal::Journal& journal) {
  Proposals out(journal);
  HP_ASSIGN(const auto kept, journal.kept(kProposalShelf));
  for (const auto& [key, value] : kept) {
    v1::Proposal one;
    v1::Command command;
    if (!one.ParseFromArray(value.data(), static_cast<int>(value.size())) ||
        !command.ParseFromString(one.envelope().payload()) || command.command_id().size() != 16) {
      continue;
    }
    Kept& back = out.kept_[id_of(command)] = kept_of(one.envelope(), command, one.proposer());
    back.withdrawn = one.state() == v1::PROPOSAL_STATE_WITHDRAWN;
  }
  return out;
}

Proposals::Kept Proposals::kept_of(v1::Envelope envelope, const v1::Command& command,
                                   std::string proposer) {
  Kept out;
  out.entry.command = command;
  out.entry.payload = to_bytes(view(envelope.payload()));
  out.entry.payload_hash = crypto::sha256(out.entry.payload);
  for (const v1::Signature& one : envelope.signatures()) {
    if (one.key_id().size() == 32) {
      out.entry.key_ids.push_back(array_of<32>(view(one.key_id())));
    }
  }
  out.envelope = std::move(envelope);
  out.proposer = std::move(proposer);
  return out;
}

Result<void> Proposals::keep(const CommandId& id, const Kept& kept) {
  v1::Proposal stored;
  *stored.mutable_envelope() = kept.envelope;
  stored.set_proposer(kept.proposer);
  stored.set_state(kept.withdrawn ? v1::PROPOSAL_STATE_WITHDRAWN : v1::PROPOSAL_STATE_WAITING);
  return journal_->keep(kProposalShelf, to_hex(id), view(stored.SerializeAsString()));
}

Result<Proposals::Signed> Proposals::propose(const Book& book, const v1::Envelope& envelope,
                                             UnixMs now) {
  const auto state = book.snapshot();
  HP_ASSIGN(Entry entry, congress::prepare(*state, envelope, congress::BallotChecking::kFull));
  const v1::Command& command = entry.command;
  if (command.has_found_congress() || command.has_cast_ballot()) {
    return fail(codes::kRequestField, "envelope.payload");
  }
  HP_TRY(congress::check_length(command.command_id(), 16, "command_id"));
  const CommandId id = id_of(command);
  const std::lock_guard lock(*mutex_);
  if (const auto known = kept_.find(id); known != kept_.end()) {
    if (known->second.entry.payload_hash != entry.payload_hash) {
      return fail(codes::kCommandIdUsed, "command_id");
    }
    return add(book, id, envelope);
  }
  entry.index = state->size;
  HP_TRY(check_signed_at(command, now));
  HP_ASSIGN(const bool complete, is_complete(*state, entry));
  std::string proposer;
  for (const Hash& key_id : entry.key_ids) {
    const auto* official = congress::person_of_key(*state, key_id);
    if (official != nullptr && proposer.empty()) proposer = official->person;
  }
  if (proposer.empty()) return fail(codes::kSignersNotAllowed, "signatures");
  HP_TRY(make_room(book));
  Kept kept = kept_of(envelope, command, std::move(proposer));
  HP_TRY(keep(id, kept));
  kept_.emplace(id, std::move(kept));
  return Signed{id, complete ? std::optional(envelope) : std::nullopt};
}

Result<Proposals::Signed> Proposals::sign(const Book& book, const CommandId& id,
                                          const v1::Signature& signature) {
  v1::Envelope more;
  const std::lock_guard lock(*mutex_);
  const auto known = kept_.find(id);
  if (known == kept_.end()) return fail(codes::kProposalUnknown, "command_id");
  more.set_payload_type(known->second.envelope.payload_type());
  more.set_payload(known->second.envelope.payload());
  *more.add_signatures() = signature;
  return add(book, id, more);
}

// The signatures of `envelope`, which is of the same payload, to those that are there.
Result<Proposals::Signed> Proposals::add(const Book& book, const CommandId& id,
                                         const v1::Envelope& envelope) {
  Kept& kept = kept_.at(id);
  const auto state = book.snapshot();
  if (state->commands.contains(id)) return Signed{id, std::nullopt};
  if (kept.withdrawn) return fail(codes::kProposalOver, "command_id", "withdrawn");
  // A key that died since fills no place any more: its signature is left out.
  std::map<Hash, std::string> all;
  for (const v1::Envelope* part : {&std::as_const(kept.envelope), &envelope}) {
    for (const v1::Signature& one : part->signatures()) {
      if (one.key_id().size() != 32) return fail(codes::kRequestField, "signature.key_id");
      const Hash key_id = array_of<32>(view(one.key_id()));
      const bool dead =
          part == &kept.envelope && signer_of(*state, kept.entry.command, key_id).empty();
      if (!dead) all.emplace(key_id, one.signature());
    }
  }
  v1::Envelope whole;
  whole.set_payload_type(kept.envelope.payload_type());
  whole.set_payload(kept.envelope.payload());
  for (const auto& [key_id, signature] : all) {
    journal::add_signature(whole, key_id, view(signature));
  }
  HP_ASSIGN(Entry entry, congress::prepare(*state, whole, congress::BallotChecking::kFull));
  entry.index = state->size;
  HP_ASSIGN(const bool complete, is_complete(*state, entry));
  Kept next = kept_of(whole, entry.command, kept.proposer);
  HP_TRY(keep(id, next));
  kept = std::move(next);
  return Signed{id, complete ? std::optional(std::move(whole)) : std::nullopt};
}

Result<void> Proposals::withdraw(const Book& book, const CommandId& id, const std::string& person) {
  const std::lock_guard lock(*mutex_);
  const auto known = kept_.find(id);
  if (known == kept_.end()) return fail(codes::kProposalUnknown, "command_id");
  if (known->second.proposer != person) return fail(codes::kProposalNotYours, "command_id");
  if (book.read([&](const Book::Page& page) { return page.index.contains(id); })) {
    return fail(codes::kProposalOver, "command_id", "accepted");
  }
  Kept next = known->second;
  next.withdrawn = true;
  HP_TRY(keep(id, next));
  known->second = std::move(next);
  return {};
}

// What is accepted, withdrawn or stale need not be kept when many wait.
Result<void> Proposals::make_room(const Book& book) {
  if (kept_.size() < kMost) return {};
  std::vector<CommandId> over;
  book.read([&](const Book::Page& page) {
    for (const auto& [id, kept] : kept_) {
      if (show(page, kept).state() != v1::PROPOSAL_STATE_WAITING) over.push_back(id);
    }
  });
  if (over.empty()) return fail(codes::kProposalsFull);
  for (const CommandId& id : over) {
    HP_TRY(journal_->drop(kProposalShelf, to_hex(id)));
    kept_.erase(id);
  }
  return {};
}

v1::Proposal Proposals::show(const Book::Page& page, const Kept& kept) {
  const CommandId id = id_of(kept.entry.command);
  v1::Proposal out;
  out.set_command_id(to_string(id));
  *out.mutable_envelope() = kept.envelope;
  out.set_proposer(kept.proposer);
  for (const Hash& key_id : kept.entry.key_ids) {
    const std::string person = signer_of(page.state, kept.entry.command, key_id);
    if (!person.empty()) out.add_signed_by(person);
  }
  if (const auto index = page.index.find(id);
      index != page.index.end() && page.state.commands.at(id) == kept.entry.payload_hash) {
    out.set_state(v1::PROPOSAL_STATE_ACCEPTED);
    *out.mutable_receipt() = receipt_of(page, id, index->second);
    return out;
  }
  out.set_state(kept.withdrawn ? v1::PROPOSAL_STATE_WITHDRAWN : v1::PROPOSAL_STATE_WAITING);
  if (kept.withdrawn) return out;
  Entry entry = kept.entry;
  entry.index = page.state.size;
  const auto checked = congress::check(page.state, entry);
  if (checked) return out;
  if (checked.error().is(codes::kSeenStale)) out.set_state(v1::PROPOSAL_STATE_STALE);
  out.set_missing_code(std::string(checked.error().code->name));
  out.set_missing_vi(std::string(checked.error().code->vi));
  out.set_missing_en(std::string(checked.error().code->en));
  return out;
}

Result<v1::Proposal> Proposals::show(const Book& book, const CommandId& id) const {
  const std::lock_guard lock(*mutex_);
  const auto known = kept_.find(id);
  if (known == kept_.end()) return fail(codes::kProposalUnknown, "command_id");
  return book.read([&](const Book::Page& page) { return show(page, known->second); });
}

std::vector<v1::Proposal> Proposals::list(const Book& book) const {
  std::vector<v1::Proposal> out;
  const std::lock_guard lock(*mutex_);
  book.read([&](const Book::Page& page) {
    for (const auto& [id, kept] : kept_) out.push_back(show(page, kept));
  });
  return out;
}

}  // namespace hp::service
