#include "congress/tally.h"

#include <algorithm>

#include "congress/contest_codes.h"
#include "congress/contest_crypto.h"
#include "congress/contest_env.h"
#include "congress/contest_lookup.h"
#include "congress/entry.h"
#include "congress/paper_codes.h"
#include "congress/papers.h"
#include "congress/state.h"
#include "homphieu/v1/record.pb.h"

namespace hp::congress {
namespace {

const Ceremony& round_ceremony(const State& state, const Round& round) {
  return state.ceremonies.all[round.opening->ceremony - 1];
}

Result<std::uint32_t> trustee_who_signed(const State& state, const Entry& entry,
                                         const Round& round) {
  const std::uint32_t number =
      round_ceremony(state, round).number_of(signer_of(state, entry).person);
  if (number == 0) return fail(codes::kNotTrustee, "signatures");
  return number;
}

// The first k accepted ones finish the tally; with `body`, of that trustee, as the last.
Result<std::vector<std::uint32_t>> opened_with(const State& state, const Round& round,
                                               std::uint32_t number, ByteView partials) {
  std::vector<PartialsOf> all;
  for (const Decryption& one : round.decryptions) all.push_back({one.trustee, one.partials});
  all.push_back({number, partials});
  if (all.size() != round_ceremony(state, round).k) return std::vector<std::uint32_t>();
  return open_tally(round_ceremony(state, round), round, all);
}

// That there are ballots to decrypt.
Result<void> require_ballots(const Round& round) {
  if (has_electronic_part(round) && round.sums) return {};
  return fail(codes::kContestPhase, "contest", "nothing to decrypt");
}

}  // namespace

Result<void> check_accept_closing(const State& state, const Entry& entry,
                                  const v1::AcceptClosing& body) {
  HP_ASSIGN(const Round* round, current_round(state, body.contest(), body.round()));
  HP_TRY(require(*round, {Phase::kClosed}));
  HP_TRY(require_ballots(*round));
  if (has_paper_part(*round) && !round->paper.complete) {
    const auto problems = paper_problems(*round);
    return fail(codes::kPapersNotCounted, "contest",
                problems.empty() ? "" : std::string(problems.front().code->name));
  }
  const Head closing = head_after(state, round->closing->when);
  if (body.closing().size() != closing.size || !equal(view(body.closing().root()), closing.root)) {
    return fail(codes::kClosingHead, "closing");
  }
  HP_ASSIGN(const std::uint32_t number, trustee_who_signed(state, entry, *round));
  if (round->acceptances.contains(number)) return fail(codes::kStepDone, "contest");
  return {};
}

void apply_accept_closing(State& state, const Entry& entry, const v1::AcceptClosing& body) {
  Round& round = round_to_change(state, body.contest());
  const Named who = signer_of(state, entry);
  round.acceptances.emplace(round_ceremony(state, round).number_of(who.person), who);
}

Result<void> check_decrypt_tally(const State& state, const Entry& entry,
                                 const v1::DecryptTally& body) {
  HP_ASSIGN(const Round* round, current_round(state, body.contest(), body.round()));
  HP_TRY(require(*round, {Phase::kClosed, Phase::kCounted}));
  HP_TRY(require_ballots(*round));
  HP_ASSIGN(const std::uint32_t number, trustee_who_signed(state, entry, *round));
  const Ceremony& ceremony = round_ceremony(state, *round);
  if (round->acceptances.size() < ceremony.k || !round->acceptances.contains(number)) {
    return fail(codes::kTooFewAcceptances, "contest",
                std::to_string(round->acceptances.size()) + "/" + std::to_string(ceremony.k));
  }
  if (std::ranges::find(round->decryptions, number, &Decryption::trustee) !=
      round->decryptions.end()) {
    return fail(codes::kStepDone, "contest");
  }
  HP_TRY(check_partials(ceremony, *round, head_after(state, round->closing->when), number,
                        view(body.partials())));
  HP_TRY(opened_with(state, *round, number, view(body.partials())));
  return {};
}

void apply_decrypt_tally(State& state, const Entry& entry, const v1::DecryptTally& body) {
  ContestState& contest = contest_to_change(state, body.contest());
  Round& round = contest.current();
  const Named who = signer_of(state, entry);
  const std::uint32_t number = round_ceremony(state, round).number_of(who.person);
  if (!round.tally) {
    auto tally = opened_with(state, round, number, view(body.partials())).value();
    if (!tally.empty()) round.tally = std::move(tally);
  }
  const bool counted = round.phase == Phase::kClosed;
  round.decryptions.push_back(
      {number, who, to_bytes(view(body.partials())), counted, stamp_of(entry)});
  if (counted && settle(round)) {
    state.touch(contest_subject(contest.id), entry.index);
  }
}

}  // namespace hp::congress
