#include <algorithm>

#include "congress/contest_codes.h"
#include "congress/contest_crypto.h"
#include "congress/contest_env.h"
#include "congress/contest_lookup.h"
#include "congress/entry.h"
#include "congress/paper_codes.h"
#include "congress/state.h"
#include "congress/voting.h"
#include "homphieu/v1/record.pb.h"

namespace hp::congress {
namespace {

Result<void> check_ceremony(const State& state, const v1::OpenContest& body) {
  const Ceremony* ceremony = state.ceremonies.in_force();
  if (ceremony == nullptr || ceremony->phase != CeremonyPhase::kReady) {
    return fail(codes::kCeremonyNotReady, "ceremony_hash");
  }
  if (!equal(view(body.ceremony_hash()), ceremony->keys->hash)) {
    return fail(codes::kCeremonyHash, "ceremony_hash");
  }
  const auto enrolled = std::ranges::count_if(
      ceremony->trustees, [&](const auto& one) { return is_trustee(state, one.person); });
  if (enrolled < ceremony->k + 1) {
    return fail(codes::kCeremonyNotReady, "ceremony_hash",
                std::to_string(enrolled) + "/" + std::to_string(ceremony->k + 1));
  }
  return {};
}

Result<void> check_cards(const State& state, const Round& round, const v1::OpenContest& body) {
  for (int i = 0; i < body.void_keys_size(); ++i) {
    const std::string where = "void_keys[" + std::to_string(i) + "]";
    if (i > 0 && body.void_keys(i - 1) >= body.void_keys(i)) {
      return fail(codes::kOpeningMismatch, where);
    }
    if (body.void_keys(i).size() != std::tuple_size_v<KeyPoint>) {
      return fail(codes::kCardUnknown, where);
    }
    const CardStanding standing = card_standing(state, array_of<65>(view(body.void_keys(i))));
    if (standing == CardStanding::kUnknown) return fail(codes::kCardUnknown, where);
    if (standing == CardStanding::kVoid) return fail(codes::kCardVoid, where);
  }
  if (body.cards_taken_away() > gone_count(state)) {
    return fail(codes::kTooManyCards, "cards_taken_away", std::to_string(gone_count(state)));
  }
  if (round.definition.rehearsal) return {};  // those who try it are not the hall
  const std::uint64_t live = live_cards(state) - static_cast<std::uint32_t>(body.void_keys_size());
  const std::uint64_t allowed = std::uint64_t{round.attendance->present} + body.cards_taken_away();
  if (live + body.papers_to_issue() > allowed) {
    return fail(codes::kTooManyCards, "void_keys",
                std::to_string(live) + "/" + std::to_string(allowed));
  }
  return {};
}

// On paper alone there are neither cards nor a ceremony.
Result<void> check_paper_alone(const Round& round, const v1::OpenContest& body) {
  if (body.void_keys_size() != 0) return fail(codes::kOpeningMismatch, "void_keys");
  if (!body.ceremony_hash().empty()) return fail(codes::kOpeningMismatch, "ceremony_hash");
  if (body.cards_taken_away() != 0) return fail(codes::kTooManyCards, "cards_taken_away");
  const std::uint32_t present = round.attendance->present;
  if (body.papers_to_issue() > present && !round.definition.rehearsal) {
    return fail(codes::kTooManyCards, "papers_to_issue",
                std::to_string(body.papers_to_issue()) + "/" + std::to_string(present));
  }
  return {};
}

// None beside an electronic vote; beside both, few papers would show how people voted.
Result<void> check_papers(const Round& round, const v1::OpenContest& body) {
  const std::uint32_t papers = body.papers_to_issue();
  const bool fits = body.way() == v1::WAY_ELECTRONIC ? papers == 0
                    : body.way() == v1::WAY_PAPER    ? papers >= 1
                                                     : papers >= round.definition.minimum;
  if (fits) return {};
  return fail(codes::kPapersToIssue, "papers_to_issue", std::to_string(papers));
}

Way way_of(const v1::OpenContest& body) {
  return body.way() == v1::WAY_PAPER  ? Way::kPaper
         : body.way() == v1::WAY_BOTH ? Way::kBoth
                                      : Way::kElectronic;
}

}  // namespace

Result<void> check_open_contest(const State& state, const Entry&, const v1::OpenContest& body) {
  HP_ASSIGN(const Round* round, current_round(state, body.contest(), body.round()));
  HP_TRY(require(*round, {Phase::kApproved}));
  if (!equal(view(body.definition_hash()), round->definition.hash)) {
    return fail(codes::kOpeningMismatch, "definition_hash");
  }
  if (!round->counters) return fail(codes::kCountersNotAppointed, "contest");
  if (!round->attendance) return fail(codes::kAttendanceNotConfirmed, "attendance_hash");
  if (!equal(view(body.attendance_hash()), round->attendance->payload_hash)) {
    return fail(codes::kOpeningMismatch, "attendance_hash");
  }
  HP_TRY(check_papers(*round, body));
  if (body.way() == v1::WAY_PAPER) return check_paper_alone(*round, body);
  HP_TRY(check_ceremony(state, body));
  return check_cards(state, *round, body);
}

void apply_open_contest(State& state, const Entry& entry, const v1::OpenContest& body) {
  ContestState& contest = contest_to_change(state, body.contest());
  Round& round = contest.current();
  Opening opening;
  opening.way = way_of(body);
  opening.papers_to_issue = body.papers_to_issue();
  for (const auto& key : body.void_keys()) opening.void_keys.insert(array_of<65>(view(key)));
  opening.cards_taken_away = body.cards_taken_away();
  if (has_electronic(opening.way)) {
    const Ceremony& ceremony = *state.ceremonies.in_force();
    opening.ceremony = ceremony.number;
    opening.ctx = context_of(state.congress_id, round.definition, ceremony);
  }
  opening.when = stamp_of(entry);
  round.opening = std::move(opening);
  round.phase = Phase::kOpen;
  state.touch(contest_subject(contest.id), entry.index);
}

}  // namespace hp::congress
