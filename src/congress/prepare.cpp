#include "congress/prepare.h"

#include <map>

#include "congress/checked_ballot.h"
#include "congress/codes.h"
#include "congress/contest_codes.h"
#include "congress/contest_lookup.h"
#include "congress/field_checks.h"
#include "crypto/hash.h"
#include "crypto/point.h"
#include "crypto/signing.h"
#include "journal/canonical.h"
#include "journal/envelope.h"
#include "journal/tree.h"

namespace hp::congress {
namespace {

// Keys that the command itself brings: FoundCongress and EnrolOfficial sign with new ones.
std::map<Hash, std::string> keys_brought(const v1::Command& command) {
  std::map<Hash, std::string> keys;
  for (const auto& official : command.found_congress().officials()) {
    keys.emplace(key_id_of(view(official.key())), official.key());
  }
  if (command.has_enrol_official()) {
    const std::string& key = command.enrol_official().official().key();
    keys.emplace(key_id_of(view(key)), key);
  }
  return keys;
}

// The public key with that id: an official's live key, a card's for a ballot, one just brought.
std::optional<Bytes> find_key(const State& state, const v1::Command& command,
                              const std::map<Hash, std::string>& brought, const Hash& key_id) {
  if (command.has_cast_ballot()) {
    const auto card = state.cards.keys.find(key_id);
    if (card == state.cards.keys.end()) return std::nullopt;
    return to_bytes(card->second);
  }
  if (const OfficialPerson* person = person_of_key(state, key_id)) return to_bytes(person->key);
  const auto found = brought.find(key_id);
  if (found == brought.end()) return std::nullopt;
  return to_bytes(view(found->second));
}

// The ballot with its proofs checked for the round that is open.
Result<std::shared_ptr<const CheckedBallot>> ballot_of(const State& state, const Entry& entry,
                                                       BallotChecking checking) {
  const v1::CastBallot& body = entry.command.cast_ballot();
  HP_ASSIGN(const Round* round, current_round(state, body.contest(), body.round()));
  HP_TRY(require(*round, {Phase::kOpen}));
  if (!has_electronic(round->opening->way)) {
    return fail(codes::kContestPhase, "contest", "paper");
  }
  // A ballot's one signature is its card's; whoever else signs fills no place.
  if (entry.key_ids.size() != 1) return fail(codes::kSignersNotAllowed, "signatures");
  const KeyPoint& voter = state.cards.keys.at(entry.key_ids.front());
  const BallotContext context = ballot_context(state.ceremonies, *round, voter);
  return checking == BallotChecking::kFull ? check_ballot(context, view(body.ballot()))
                                           : take_ballot(context, view(body.ballot()));
}

// A card's key that is no point could never cast, yet would count as a card.
Result<void> check_card_points(const v1::Command& command) {
  const auto& keys = command.register_cards().keys();
  for (int i = 0; i < keys.size(); ++i) {
    if (!crypto::Point::decode(view(keys[i]))) return fail(codes::kCommandField, at("keys", i));
  }
  return {};
}

}  // namespace

Result<Entry> prepare(const State& state, ByteView bytes, BallotChecking checking) {
  HP_ASSIGN(const v1::Envelope envelope, journal::decode_envelope(bytes));
  return prepare(state, envelope, checking);
}

Result<Entry> prepare(const State& state, const v1::Envelope& envelope, BallotChecking checking) {
  HP_TRY(journal::check_envelope(envelope));
  Entry entry;
  entry.payload = to_bytes(view(envelope.payload()));
  auto command = journal::decode_command(entry.payload);
  if (!command) return std::unexpected(under("payload", std::move(command).error()));
  entry.command = *std::move(command);
  HP_TRY(check_card_points(entry.command));
  entry.payload_hash = crypto::sha256(entry.payload);
  entry.leaf_hash = journal::leaf_hash(journal::encode_canonical(envelope));
  const Bytes message = journal::pre_authentication(envelope.payload_type(), entry.payload);
  const auto brought = keys_brought(entry.command);
  for (int i = 0; i < envelope.signatures_size(); ++i) {
    const v1::Signature& one = envelope.signatures(i);
    const Hash key_id = array_of<32>(view(one.key_id()));
    const auto key = find_key(state, entry.command, brought, key_id);
    if (!key) return fail(codes::kKeyUnknown, at("signatures", i) + ".key_id");
    entry.key_ids.push_back(key_id);
    if (checking == BallotChecking::kOwnPrefix && entry.command.has_cast_ballot()) continue;
    const auto good = crypto::verify_signature(*key, message, view(one.signature()));
    if (!good) return std::unexpected(under(at("signatures", i), good.error()));
  }
  if (entry.command.has_cast_ballot()) {
    HP_ASSIGN(entry.ballot, ballot_of(state, entry, checking));
  }
  return entry;
}

}  // namespace hp::congress
