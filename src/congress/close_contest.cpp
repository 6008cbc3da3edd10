#include "congress/contest_codes.h"
#include "congress/contest_crypto.h"
#include "congress/contest_env.h"
#include "congress/contest_lookup.h"
#include "congress/entry.h"
#include "congress/state.h"
#include "congress/voting.h"
#include "homphieu/v1/record.pb.h"

namespace hp::congress {
namespace {

std::uint32_t live_in(const State& state, const Round& round) {
  return live_cards(state) - void_in(state, round);
}

// Fewer ballots than the minimum, but not none, would show how people voted.
Result<void> check_minimum(const Round& round, const char* where) {
  const std::size_t ballots = round.board.size();
  if (ballots == 0 || ballots >= round.definition.minimum) return {};
  return fail(codes::kTooFewBallots, where,
              std::to_string(ballots) + "/" + std::to_string(round.definition.minimum));
}

}  // namespace

Result<void> check_move_to_paper(const State& state, const Entry&, const v1::MoveToPaper& body) {
  HP_ASSIGN(const Round* round, current_round(state, body.contest(), body.round()));
  HP_TRY(require(*round, {Phase::kOpen}));
  if (round->moved) return fail(codes::kContestPhase, "contest", "moved");
  if (body.papers_to_issue() != 0) return fail(codes::kPaperNotYet, "papers_to_issue");
  if (!body.ballots_stand()) return fail(codes::kPaperNotYet, "ballots_stand");
  const std::size_t cast = round->board.size();
  if (cast * 2 < live_in(state, *round)) {
    return fail(codes::kTooFewVoted, "ballots_stand", std::to_string(cast));
  }
  if (cast < round->definition.minimum) return fail(codes::kTooFewBallots, "ballots_stand");
  return {};
}

void apply_move_to_paper(State& state, const Entry& entry, const v1::MoveToPaper& body) {
  ContestState& contest = contest_to_change(state, body.contest());
  Round& round = contest.current();
  for (const KeyPoint& key : live_keys(state)) {
    if (!round.voted.contains(key)) round.opening->void_keys.insert(key);
  }
  round.moved = MovedToPaper{.ballots_stand = true,
                             .annulled = 0,
                             .papers_to_issue = body.papers_to_issue(),
                             .when = stamp_of(entry)};
  state.touch(contest_subject(contest.id), entry.index);
}

Result<void> check_close_contest(const State& state, const Entry&, const v1::CloseContest& body) {
  HP_ASSIGN(const Round* round, current_round(state, body.contest(), body.round()));
  HP_TRY(require(*round, {Phase::kOpen}));
  const std::uint64_t took_part = round->board.size() + round->opening->papers_to_issue;
  const std::uint32_t present = round->attendance->present;
  if (took_part * 2 < present) {
    return fail(codes::kTooFewVoted, "contest",
                std::to_string(took_part) + "/" + std::to_string(present));
  }
  return check_minimum(*round, "contest");
}

void apply_close_contest(State& state, const Entry& entry, const v1::CloseContest& body) {
  ContestState& contest = contest_to_change(state, body.contest());
  Round& round = contest.current();
  Closing closing;
  closing.cards.prepared = live_cards(state);
  closing.cards.unused = void_in(state, round);
  closing.cards.issued = closing.cards.prepared - closing.cards.unused;
  closing.cards.collected = static_cast<std::uint32_t>(round.board.size());
  closing.when = stamp_of(entry);
  round.closing = closing;
  round.phase = Phase::kClosed;
  if (round.board.empty()) {  // all zeros, and nothing is decrypted
    round.tally.emplace(columns_of(round.definition) + 1, 0);
    round.phase = Phase::kCounted;
  }
  state.touch(contest_subject(contest.id), entry.index);
}

}  // namespace hp::congress
