#include "verify/stretch.h"

#include "congress/checked_ballot.h"
#include "congress/contest_lookup.h"
#include "congress/prepare.h"
#include "crypto/ballot.h"
#include "crypto/signing.h"
#include "journal/envelope.h"

namespace hp::verify {
namespace {

using congress::BallotChecking;
using congress::Entry;
using congress::State;

// Decoded, its one signature verified; the proofs still to be checked.
Result<Entry> prepare_but_proofs(const State& before, const v1::Envelope& envelope) {
  HP_ASSIGN(Entry entry, congress::prepare(before, envelope, BallotChecking::kOwnPrefix));
  const Bytes message = journal::pre_authentication(envelope.payload_type(), entry.payload);
  HP_TRY(crypto::verify_signature(before.cards.keys.at(entry.key_ids.front()), message,
                                  view(envelope.signatures(0).signature())));
  return entry;
}

Result<crypto::UncheckedBallot> unchecked(const State& before, const Entry& entry) {
  const v1::CastBallot& body = entry.command.cast_ballot();
  HP_ASSIGN(const congress::Round* round,
            congress::current_round(before, body.contest(), body.round()));
  return crypto::UncheckedBallot{
      congress::ballot_context(before.ceremonies, *round,
                               before.cards.keys.at(entry.key_ids.front())),
      view(body.ballot())};
}

}  // namespace

void prepare_ballots(const State& before, std::span<const ReadEntry> ballots,
                     std::span<Result<Entry>> to) {
  std::vector<crypto::UncheckedBallot> together;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < ballots.size(); ++i) {
    to[i] = prepare_but_proofs(before, ballots[i].envelope);
    if (!to[i]) continue;
    auto one = unchecked(before, *to[i]);
    if (!one) continue;
    together.push_back(*std::move(one));
    places.push_back(i);
  }
  std::vector<bool> good(ballots.size(), false);
  std::vector<crypto::Checked> checked = crypto::check_ballots(together);
  for (std::size_t j = 0; j < places.size(); ++j) {
    if (!checked[j]) continue;
    to[places[j]]->ballot = *std::move(checked[j]);
    good[places[j]] = true;
  }
  // What is wrong with one is said by the check of it alone.
  for (std::size_t i = 0; i < ballots.size(); ++i) {
    if (good[i]) continue;
    to[i] = congress::prepare(before, ballots[i].envelope, BallotChecking::kFull);
  }
}

}  // namespace hp::verify
