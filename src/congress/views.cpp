#include "congress/views.h"

#include "congress/contest_codes.h"
#include "congress/contest_env.h"
#include "congress/contest_lookup.h"
#include "congress/papers.h"
#include "congress/state.h"

namespace hp::congress {

Result<const Round*> find_round(const State& state, const ContestId& id, std::uint32_t number) {
  const ContestState* contest = find_contest(state, id);
  if (contest == nullptr) return fail(codes::kContestUnknown, "contest", id);
  const Round* found = nullptr;
  for (const Round& round : contest->rounds) {
    if (round.number() == number && (found == nullptr || !found->opening)) found = &round;
    if (round.number() == number && round.opening) found = &round;
  }
  if (found == nullptr) return fail(codes::kRoundNotCurrent, "round", std::to_string(number));
  return found;
}

Result<const Round*> round_or_newest(const State& state, const ContestId& contest,
                                     std::uint32_t number) {
  return number == 0 ? current_round(state, contest) : find_round(state, contest, number);
}

Progress progress_of(const State& state, const Round& round) {
  Progress out;
  out.contest = round.definition.contest;
  out.body = round.definition.body;
  out.round = round.definition.round;
  out.ballot = round.definition.ballot;
  out.phase = round.phase;
  if (round.attendance) out.present = round.attendance->present;
  if (round.closing) {
    out.issued = round.closing->cards.issued;
  } else if (has_electronic_part(round)) {
    out.issued = live_cards(state) - void_in(state, round);
  }
  out.cast = static_cast<std::uint32_t>(round.board.size());
  out.papers = papers_to_issue(round);
  out.accepted = static_cast<std::uint32_t>(round.acceptances.size());
  out.decrypted = static_cast<std::uint32_t>(round.decryptions.size());
  if (const Ceremony* ceremony = ceremony_of(state, round)) out.threshold = ceremony->k;
  out.signatures = static_cast<std::uint32_t>(round.signatures.size());
  out.signatories = static_cast<std::uint32_t>(signatories_of(round).size());
  return out;
}

std::vector<Progress> progress(const State& state) {
  std::vector<Progress> out;
  for (const auto& [id, contest] : state.contests) {
    out.push_back(progress_of(state, contest.current()));
  }
  return out;
}

std::optional<Head> opening_head(const State& state, const Round& round) {
  if (!round.opening) return std::nullopt;
  return head_after(state, round.opening->when);
}

std::optional<Head> closing_head(const State& state, const Round& round) {
  if (!round.closing) return std::nullopt;
  return head_after(state, round.closing->when);
}

std::optional<Head> minutes_head(const State& state, const Round& round) {
  if (round.annulment) {
    if (!round.annulment->after_closing) return std::nullopt;
    return head_after(state, round.annulment->when);
  }
  if (!round.declaration) return std::nullopt;
  return head_after(state, round.declaration->when);
}

std::vector<PersonId> signatories_of(const Round& round) {
  if (round.annulment) {
    return round.annulment->after_closing ? round.annulment->signatories : std::vector<PersonId>();
  }
  return round.declaration ? round.declaration->signatories : std::vector<PersonId>();
}

const Ceremony* ceremony_of(const State& state, const Round& round) {
  if (!round.opening) return state.ceremonies.in_force();
  if (round.opening->ceremony == 0) return nullptr;
  return &state.ceremonies.all[round.opening->ceremony - 1];
}

}  // namespace hp::congress
