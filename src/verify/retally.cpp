#include "verify/retally.h"

#include "congress/checked_ballot.h"
#include "congress/views.h"
#include "crypto/sums.h"
#include "crypto/tally.h"
#include "journal/envelope.h"
#include "verify/codes.h"
#include "verify/parallel.h"

namespace hp::verify {
namespace {

using congress::Round;
using congress::State;

Result<crypto::Sums> sums_of(const State& state, const Round& round,
                             const std::vector<ReadEntry>& entries, unsigned threads) {
  std::vector<crypto::Checked> ballots(round.board.size());
  for_all(ballots.size(), threads, [&](std::size_t i) {
    const congress::BoardRow& row = round.board[i];
    const auto command = journal::decode_command(view(entries.at(row.index).envelope.payload()));
    const auto context = congress::ballot_context(state.ceremonies, round, row.voter);
    ballots[i] = crypto::take_ballot(context, view(command->cast_ballot().ballot()));
  });
  crypto::Sums sums;
  for (const crypto::Checked& ballot : ballots) {
    if (!ballot) return std::unexpected(ballot.error());
    crypto::add_to(sums, **ballot);
  }
  return sums;
}

Result<std::vector<std::uint32_t>> opened(const State& state, const Round& round,
                                          const congress::Ceremony& ceremony,
                                          const crypto::Sums& sums) {
  const congress::Head closing = *congress::closing_head(state, round);
  std::vector<crypto::PartialsOf> partials;
  const auto& all = round.decryptions;
  for (auto one = all.rbegin(); one != all.rend() && partials.size() < ceremony.k; ++one) {
    const crypto::PartialStatement statement{.ctx = round.opening->ctx,
                                             .closing = {closing.size, closing.root},
                                             .trustee = one->trustee,
                                             .column = 0,
                                             .share = ceremony.keys->shares[one->trustee - 1]};
    HP_TRY(crypto::check_partials(statement, sums.columns, one->partials));
    partials.push_back({one->trustee, one->partials});
  }
  return crypto::open_tally(sums, ceremony.keys->key, ceremony.k, partials);
}

}  // namespace

std::optional<Error> check_tally(const State& state, const Round& round,
                                 const std::vector<ReadEntry>& entries, unsigned threads) {
  const congress::Ceremony* ceremony = congress::ceremony_of(state, round);
  // Ballots that were annulled stay on the board and are never opened.
  if (!round.tally || !round.sums || ceremony == nullptr) return std::nullopt;
  const auto sums = sums_of(state, round, entries, threads);
  if (!sums) return sums.error();
  const auto counts = opened(state, round, *ceremony, *sums);
  if (!counts) return counts.error();
  if (*counts == *round.tally) return std::nullopt;
  return Error{&codes::kTallyDiffers, "", ""};
}

}  // namespace hp::verify
