#include "service/house.h"

#include <utility>

#include "congress/codes.h"
#include "congress/frontier.h"
#include "congress/prepare.h"
#include "crypto/hash.h"
#include "journal/canonical.h"
#include "journal/codes.h"
#include "journal/tree.h"
#include "service/codes.h"
#include "service/open_record.h"

namespace hp::service {
namespace {

using congress::BallotChecking;
using congress::Entry;

// The receipt of a command that is in the record with this payload. "The same command again" is
// known by its bytes; signed anew, its signatures are looked at first.
std::optional<v1::Receipt> receipt_before(const Book& book, const CommandId& id,
                                          const Hash& payload, const Hash* leaf) {
  return book.read([&](const Book::Page& page) -> std::optional<v1::Receipt> {
    const auto index = page.index.find(id);
    if (index == page.index.end() || page.state.commands.at(id) != payload) return std::nullopt;
    if (leaf != nullptr && page.tree.leaf(index->second) != *leaf) return std::nullopt;
    return receipt_of(page, id, index->second);
  });
}

}  // namespace

Result<void> check_signed_at(const v1::Command& command, UnixMs now) {
  if (command.has_cast_ballot()) return {};
  const std::uint64_t then = command.signed_at();
  const std::uint64_t apart = then > now.value ? then - now.value : now.value - then;
  if (apart <= kClocksDiffer) return {};
  return fail(codes::kSignedAtFar, "signed_at", std::to_string(apart / 1000) + " s");
}

Result<std::unique_ptr<House>> House::open(Parts parts) {
  HP_ASSIGN(Book::Page page, open_record(*parts.journal, parts.key));
  HP_ASSIGN(const journal::Epoch epoch, parts.journal->take_lead());
  HP_ASSIGN(Proposals proposals, Proposals::load(*parts.journal));
  HP_ASSIGN(Cosignatures cosignatures, Cosignatures::load(*parts.journal, page));
  return std::unique_ptr<House>(new House(std::move(parts), epoch, std::move(page),
                                          std::move(proposals), std::move(cosignatures)));
}

House::House(Parts parts, journal::Epoch epoch, Book::Page page, Proposals proposals,
             Cosignatures cosignatures)
    : journal_(std::move(parts.journal)),
      key_(std::move(parts.key)),
      clock_(parts.clock),
      pool_(parts.pool),
      id_(page.state.congress_id),
      book_(std::move(page)),
      proposals_(std::move(proposals)),
      cosignatures_(std::move(cosignatures)),
      batches_(parts.clock, parts.keying_silence),
      committer_(*journal_, epoch, book_, key_, std::move(parts.committing)) {}

House::~House() {
  stop();
}

void House::submit(v1::Envelope envelope, Admission admission, Done done) {
  v1::Command command;
  const bool ballot = command.ParseFromString(envelope.payload()) && command.has_cast_ballot();
  const auto shared = std::make_shared<const v1::Envelope>(std::move(envelope));
  const bool taken =
      pool_.post(ballot ? Urgency::kBallot : Urgency::kOfficial,
                 [this, shared, admission, done] { check_and_add(*shared, admission, done); });
  if (!taken) done(fail(pool_.stopped() ? codes::kServiceStopping : codes::kServiceBusy));
}

void House::check_and_add(const v1::Envelope& envelope, Admission admission, const Done& done) {
  Bytes bytes = journal::encode_canonical(envelope);
  const Hash payload_hash = crypto::sha256(view(envelope.payload()));
  v1::Command command;
  const bool has_id =
      command.ParseFromString(envelope.payload()) && command.command_id().size() == 16;
  const CommandId id = has_id ? array_of<16>(view(command.command_id())) : CommandId{};
  if (has_id) {
    const Hash leaf = journal::leaf_hash(bytes);
    if (auto before = receipt_before(book_, id, payload_hash, &leaf)) {
      return done(std::move(*before));
    }
  }
  const auto state = command.has_cast_ballot() ? book_.voting_snapshot() : book_.snapshot();
  Result<Entry> entry = congress::prepare(*state, envelope, BallotChecking::kFull);
  if (!entry) {
    // Signed anew, and its round or its key is over by now: it stands in the record all the same.
    const bool forged = entry.error().is(codes::kSignatureWrong);
    if (auto before = receipt_before(book_, id, payload_hash, nullptr); before && !forged) {
      return done(std::move(*before));
    }
    return done(std::unexpected(std::move(entry).error()));
  }
  const bool known = state->commands.contains(id);
  if (admission == Admission::kNew && !known) {
    if (const auto near = check_signed_at(entry->command, clock_.now()); !near) {
      return done(std::unexpected(near.error()));
    }
  }
  if (entry->command.has_key_sheets() && !known) {
    const auto in_hand = check_in_hand(*state, *entry);
    if (!in_hand) return done(std::unexpected(in_hand.error()));
  }
  committer_.add(std::move(*entry), std::move(bytes), done);
}

Result<void> House::check_in_hand(const State& state, const Entry& entry) {
  for (const Hash& key : entry.key_ids) {
    const auto* person = congress::person_of_key(state, key);
    if (person == nullptr) continue;  // the fold's to refuse
    HP_TRY(batches_.check(person->person, entry.command.key_sheets()));
  }
  return {};
}

}  // namespace hp::service
