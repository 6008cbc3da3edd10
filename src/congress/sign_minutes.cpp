#include <algorithm>

#include "congress/contest_codes.h"
#include "congress/contest_env.h"
#include "congress/contest_lookup.h"
#include "congress/declare.h"
#include "congress/entry.h"
#include "congress/state.h"
#include "homphieu/v1/record.pb.h"

namespace hp::congress {
namespace {

const std::vector<PersonId>& signatories(const Round& round) {
  return round.phase == Phase::kAnnulled ? round.annulment->signatories
                                         : round.declaration->signatories;
}

bool all_signed_the_same(const Round& round) {
  const auto& people = signatories(round);
  return std::ranges::all_of(people, [&](const PersonId& person) {
    const auto mine = round.signatures.find(person);
    return mine != round.signatures.end() &&
           mine->second.minutes_hash == round.signatures.begin()->second.minutes_hash;
  });
}

std::optional<std::uint32_t> votes(const v1::AnnulContest& body) {
  return body.has_hands() ? std::optional<std::uint32_t>(body.hands().votes_for()) : std::nullopt;
}

}  // namespace

Result<void> check_sign_minutes(const State& state, const Entry& entry,
                                const v1::SignMinutes& body) {
  HP_ASSIGN(const Round* round, current_round(state, body.contest(), body.round()));
  HP_TRY(require(*round, {Phase::kDeclared, Phase::kSigned, Phase::kAnnulled}));
  if (round->phase == Phase::kAnnulled && !round->annulment->after_closing) {
    return fail(codes::kContestPhase, "contest", "annulled before closing");
  }
  if (round->phase != Phase::kAnnulled && round->declaration->lapsed) {
    return fail(codes::kDeclarationLapsed, "contest");
  }
  const PersonId signer = signer_of(state, entry).person;
  const auto& people = signatories(*round);
  if (std::ranges::find(people, signer) == people.end()) {
    return fail(codes::kNotSignatory, "signatures", signer);
  }
  if (body.minutes_hash().size() != sizeof(Hash)) {
    return fail(codes::kOutcomeDiffers, "minutes_hash");
  }
  const auto mine = round->signatures.find(signer);
  if (mine != round->signatures.end() &&
      equal(view(body.minutes_hash()), mine->second.minutes_hash)) {
    return fail(codes::kStepDone, "minutes_hash");
  }
  return {};
}

void apply_sign_minutes(State& state, const Entry& entry, const v1::SignMinutes& body) {
  ContestState& contest = contest_to_change(state, body.contest());
  Round& round = contest.current();
  const Named who = signer_of(state, entry);
  const Phase before = round.phase;
  round.signatures[who.person] = {who, array_of<32>(view(body.minutes_hash())), stamp_of(entry)};
  const bool done = all_signed_the_same(round);
  round.signed_when = done ? std::optional(stamp_of(entry)) : std::nullopt;
  if (before != Phase::kAnnulled) round.phase = done ? Phase::kSigned : Phase::kDeclared;
  if (round.phase != before) state.touch(contest_subject(contest.id), entry.index);
}

Result<void> check_annul_contest(const State& state, const Entry&, const v1::AnnulContest& body) {
  HP_ASSIGN(const Round* round, current_round(state, body.contest(), body.round()));
  HP_TRY(require(
      *round, {Phase::kOpen, Phase::kClosed, Phase::kCounted, Phase::kDeclared, Phase::kSigned}));
  if (body.reason().empty()) return fail(codes::kReasonMissing, "reason");
  const bool due = round->phase != Phase::kOpen && hands_due(round->definition);
  return check_hands(votes(body), due, present_count(state), "hands");
}

void apply_annul_contest(State& state, const Entry& entry, const v1::AnnulContest& body) {
  ContestState& contest = contest_to_change(state, body.contest());
  Round& round = contest.current();
  Annulment made;
  made.reason = body.reason();
  made.after_closing = round.phase != Phase::kOpen;
  for (const Named& one : signers_of(state, entry)) made.signatories.push_back(one.person);
  if (body.has_hands()) made.hands = Hands{body.hands().votes_for(), present_count(state)};
  made.when = stamp_of(entry);
  round.annulment = std::move(made);
  round.signatures.clear();
  round.signed_when.reset();
  round.phase = Phase::kAnnulled;
  state.touch(contest_subject(contest.id), entry.index);
}

}  // namespace hp::congress
