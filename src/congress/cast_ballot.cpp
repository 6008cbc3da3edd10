#include "congress/contest_codes.h"
#include "congress/contest_crypto.h"
#include "congress/contest_env.h"
#include "congress/contest_lookup.h"
#include "congress/entry.h"
#include "congress/state.h"
#include "congress/voting.h"
#include "homphieu/v1/record.pb.h"

namespace hp::congress {

Result<void> check_cast_ballot(const State& state, const Entry& entry, const v1::CastBallot& body) {
  HP_ASSIGN(const Round* round, current_round(state, body.contest(), body.round()));
  if (round->phase != Phase::kOpen || round->moved || !has_electronic(round->opening->way)) {
    return fail(codes::kContestPhase, "contest", std::string(word(round->phase)));
  }
  const Head opened = head_after(state, round->opening->when);
  const auto& seen = entry.command.seen();
  if (seen.size() != opened.size || !equal(view(seen.root()), opened.root)) {
    return fail(codes::kBallotSeen, "seen");
  }
  if (!entry.ballot || !is_checked_for(*entry.ballot, *round)) {
    return fail(codes::kBallotUnchecked, "ballot");
  }
  const KeyPoint voter = voter_of(*entry.ballot);
  switch (card_standing(state, voter)) {
    case CardStanding::kUnknown:
      return fail(codes::kCardUnknown, "signatures[0].key_id");
    case CardStanding::kVoid:
      return fail(codes::kCardVoid, "signatures[0].key_id");
    case CardStanding::kLive:
      break;
  }
  if (round->opening->void_keys.contains(voter)) {
    return fail(codes::kCardVoid, "signatures[0].key_id");
  }
  if (round->voted.contains(voter)) return fail(codes::kCardUsed, "signatures[0].key_id");
  return {};
}

void apply_cast_ballot(State& state, const Entry& entry, const v1::CastBallot& body) {
  Round& round = round_to_change(state, body.contest());
  const KeyPoint voter = voter_of(*entry.ballot);
  round.voted.emplace(voter, round.board.size());
  round.board.push_back({voter, entry.payload_hash, entry.index});
  round.sums = with_ballot(std::move(round.sums), *entry.ballot);
}

}  // namespace hp::congress
