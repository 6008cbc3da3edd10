#include <algorithm>

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
  const std::uint64_t live = live_cards(state) - static_cast<std::uint32_t>(body.void_keys_size());
  const std::uint64_t allowed = std::uint64_t{round.attendance->present} + body.cards_taken_away();
  if (live + body.papers_to_issue() > allowed) {
    return fail(codes::kTooManyCards, "void_keys",
                std::to_string(live) + "/" + std::to_string(allowed));
  }
  return {};
}

}  // namespace

Result<void> check_open_contest(const State& state, const Entry&, const v1::OpenContest& body) {
  HP_ASSIGN(const Round* round, current_round(state, body.contest(), body.round()));
  HP_TRY(require(*round, {Phase::kApproved}));
  if (body.way() != v1::WAY_ELECTRONIC) return fail(codes::kPaperNotYet, "way");
  if (body.papers_to_issue() != 0) return fail(codes::kPaperNotYet, "papers_to_issue");
  if (!equal(view(body.definition_hash()), round->definition.hash)) {
    return fail(codes::kOpeningMismatch, "definition_hash");
  }
  if (!round->counters) return fail(codes::kCountersNotAppointed, "contest");
  if (!round->attendance) return fail(codes::kAttendanceNotConfirmed, "attendance_hash");
  if (!equal(view(body.attendance_hash()), round->attendance->payload_hash)) {
    return fail(codes::kOpeningMismatch, "attendance_hash");
  }
  HP_TRY(check_ceremony(state, body));
  return check_cards(state, *round, body);
}

void apply_open_contest(State& state, const Entry& entry, const v1::OpenContest& body) {
  const Ceremony& ceremony = *state.ceremonies.in_force();
  ContestState& contest = contest_to_change(state, body.contest());
  Round& round = contest.current();
  Opening opening;
  opening.way = Way::kElectronic;
  for (const auto& key : body.void_keys()) opening.void_keys.insert(array_of<65>(view(key)));
  opening.cards_taken_away = body.cards_taken_away();
  opening.ceremony = ceremony.number;
  opening.ctx = context_of(state.congress_id, round.definition, ceremony);
  opening.when = stamp_of(entry);
  round.opening = std::move(opening);
  round.phase = Phase::kOpen;
  state.touch(contest_subject(contest.id), entry.index);
}

}  // namespace hp::congress
