#include <algorithm>

#include "congress/contest_codes.h"
#include "congress/contest_crypto.h"
#include "congress/contest_env.h"
#include "congress/contest_lookup.h"
#include "congress/entry.h"
#include "congress/paper_codes.h"
#include "congress/papers.h"
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
  const std::uint32_t ballots = standing_ballots(round);
  if (ballots == 0 || ballots >= round.definition.minimum) return {};
  return fail(codes::kTooFewBallots, where,
              std::to_string(ballots) + "/" + std::to_string(round.definition.minimum));
}

CardFigures cards_of(const State& state, const Round& round) {
  CardFigures out;
  out.prepared = live_cards(state);
  out.unused = void_in(state, round);
  out.issued = out.prepared - out.unused;
  out.collected = standing_ballots(round);
  out.annulled = round.moved ? round.moved->annulled : 0;
  return out;
}

// All of the round's papers, those of its opening among them: not fewer than these, which
// may be issued already, and not more than people who have no ballot that stands.
Result<void> check_papers_after_moving(const Round& round, const v1::MoveToPaper& body) {
  const std::uint32_t papers = body.papers_to_issue();
  const std::uint32_t least =
      std::max(round.opening->papers_to_issue, body.ballots_stand() ? 0U : 1U);
  if (papers < least) {
    return fail(codes::kPapersToIssue, "papers_to_issue",
                std::to_string(papers) + "/" + std::to_string(least));
  }
  const std::uint64_t standing = body.ballots_stand() ? round.board.size() : 0;
  if (papers + standing > round.attendance->present && !round.definition.rehearsal) {
    return fail(
        codes::kTooManyCards, "papers_to_issue",
        std::to_string(papers + standing) + "/" + std::to_string(round.attendance->present));
  }
  return {};
}

}  // namespace

Result<void> check_move_to_paper(const State& state, const Entry&, const v1::MoveToPaper& body) {
  HP_ASSIGN(const Round* round, current_round(state, body.contest(), body.round()));
  HP_TRY(require(*round, {Phase::kOpen}));
  if (round->moved) return fail(codes::kContestPhase, "contest", "moved");
  if (!has_electronic_part(*round)) return fail(codes::kContestPhase, "contest", "paper");
  const std::size_t cast = round->board.size();
  if (body.ballots_stand()) {
    if (cast * 2 < live_in(state, *round)) {
      return fail(codes::kTooFewVoted, "ballots_stand", std::to_string(cast));
    }
    if (cast < round->definition.minimum) return fail(codes::kTooFewBallots, "ballots_stand");
  }
  return check_papers_after_moving(*round, body);
}

void apply_move_to_paper(State& state, const Entry& entry, const v1::MoveToPaper& body) {
  ContestState& contest = contest_to_change(state, body.contest());
  Round& round = contest.current();
  const bool stand = body.ballots_stand();
  for (const KeyPoint& key : live_keys(state)) {
    if (!stand || !round.voted.contains(key)) round.opening->void_keys.insert(key);
  }
  round.moved = MovedToPaper{.ballots_stand = stand,
                             .annulled = stand ? 0 : static_cast<std::uint32_t>(round.board.size()),
                             .papers_to_issue = body.papers_to_issue(),
                             .when = stamp_of(entry)};
  if (!stand) round.sums.reset();
  state.touch(contest_subject(contest.id), entry.index);
}

Result<void> check_close_contest(const State& state, const Entry&, const v1::CloseContest& body) {
  HP_ASSIGN(const Round* round, current_round(state, body.contest(), body.round()));
  HP_TRY(require(*round, {Phase::kOpen}));
  const std::uint64_t took_part = std::uint64_t{standing_ballots(*round)} + papers_to_issue(*round);
  const std::uint32_t present = round->attendance->present;
  if (took_part * 2 < present && !round->definition.rehearsal) {
    return fail(codes::kTooFewVoted, "contest",
                std::to_string(took_part) + "/" + std::to_string(present));
  }
  return check_minimum(*round, "contest");
}

void apply_close_contest(State& state, const Entry& entry, const v1::CloseContest& body) {
  ContestState& contest = contest_to_change(state, body.contest());
  Round& round = contest.current();
  Closing closing;
  if (has_electronic_part(round)) closing.cards = cards_of(state, round);
  closing.when = stamp_of(entry);
  round.closing = closing;
  round.phase = Phase::kClosed;
  if (has_electronic_part(round) && standing_ballots(round) == 0) {
    round.tally.emplace(columns_of(round.definition) + 1, 0);  // nothing is decrypted
  }
  settle(round);
  state.touch(contest_subject(contest.id), entry.index);
}

}  // namespace hp::congress
