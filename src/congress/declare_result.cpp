#include <algorithm>

#include "congress/contest_codes.h"
#include "congress/contest_env.h"
#include "congress/contest_lookup.h"
#include "congress/declare.h"
#include "congress/entry.h"
#include "congress/outcome.h"
#include "congress/paper_codes.h"
#include "congress/state.h"
#include "homphieu/v1/record.pb.h"

namespace hp::congress {
namespace {

bool is_named(const v1::DeclareResult& body, const PersonId& person) {
  return std::ranges::any_of(body.not_signing(),
                             [&](const auto& one) { return one.person() == person; });
}

Result<void> check_not_signing(const Counters& counters, const v1::DeclareResult& body) {
  for (int i = 0; i < body.not_signing_size(); ++i) {
    const auto& one = body.not_signing(i);
    const std::string where = "not_signing[" + std::to_string(i) + "]";
    const bool twice = std::any_of(body.not_signing().begin(), body.not_signing().begin() + i,
                                   [&](const auto& o) { return o.person() == one.person(); });
    if (twice || !counters.has(one.person()) || one.person() == counters.head) {
      return fail(codes::kNotSigningInvalid, where + ".person", one.person());
    }
    if (one.reason().empty()) return fail(codes::kReasonMissing, where + ".reason");
  }
  const std::size_t all = counters.all.size();
  const std::size_t signing = all - static_cast<std::size_t>(body.not_signing_size());
  if (signing * 2 > all) return {};
  return fail(codes::kNotSigningInvalid, "not_signing",
              std::to_string(signing) + "/" + std::to_string(all));
}

// Exactly the members who sign, and others of the presidium.
Result<void> check_signers(const State& state, const Entry& entry, const Counters& counters,
                           const v1::DeclareResult& body) {
  const std::vector<Named> signers = signers_of(state, entry);
  for (const Named& member : counters.all) {
    const bool signs = std::ranges::find(signers, member.person, &Named::person) != signers.end();
    if (signs == is_named(body, member.person)) {
      return fail(codes::kNotSigningInvalid, "signatures", member.person);
    }
  }
  const bool presidium = std::ranges::any_of(signers, [&](const Named& one) {
    return !counters.has(one.person) && is_presidium(state, one.person);
  });
  if (!presidium) return fail(codes::kNotSignatory, "signatures", "presidium");
  return {};
}

}  // namespace

Result<void> check_record_remark(const State& state, const Entry&, const v1::RecordRemark& body) {
  HP_ASSIGN(const Round* round, current_round(state, body.contest(), body.round()));
  HP_TRY(require(
      *round, {Phase::kOpen, Phase::kClosed, Phase::kCounted, Phase::kDeclared, Phase::kSigned}));
  if (body.text().empty()) return fail(codes::kTextMissing, "text");
  return {};
}

void apply_record_remark(State& state, const Entry& entry, const v1::RecordRemark& body) {
  ContestState& contest = contest_to_change(state, body.contest());
  Round& round = contest.current();
  round.remarks.push_back({signer_of(state, entry), body.text(), stamp_of(entry)});
  lapse_declaration(round);
  // Before the count is done a remark must not make the opening's or closing's proposal stale.
  if (round.phase >= Phase::kCounted) state.touch(contest_subject(contest.id), entry.index);
}

Result<void> check_declare_result(const State& state, const Entry& entry,
                                  const v1::DeclareResult& body) {
  HP_ASSIGN(const Round* round, current_round(state, body.contest(), body.round()));
  HP_TRY(require(*round, {Phase::kCounted, Phase::kDeclared, Phase::kSigned}));
  if (round->definition.rehearsal) return fail(codes::kRehearsal, "contest");
  HP_ASSIGN(const Bytes outcome, outcome_bytes(state, body.contest()));
  if (!equal(view(body.outcome()), outcome)) return fail(codes::kOutcomeDiffers, "outcome");
  if (body.program_version().empty()) return fail(codes::kTextMissing, "program_version");
  HP_TRY(check_not_signing(*round->counters, body));
  return check_signers(state, entry, *round->counters, body);
}

void apply_declare_result(State& state, const Entry& entry, const v1::DeclareResult& body) {
  ContestState& contest = contest_to_change(state, body.contest());
  Round& round = contest.current();
  const Counters& counters = *round.counters;
  Declaration made;
  made.payload_hash = entry.payload_hash;
  made.outcome = to_bytes(view(body.outcome()));
  made.program_version = body.program_version();
  made.copies = body.copies();
  for (const auto& one : body.not_signing()) {
    const auto who = std::ranges::find(counters.all, one.person(), &Named::person);
    made.not_signing.push_back({*who, one.reason()});
  }
  for (const Named& member : counters.all) {
    if (!is_named(body, member.person)) made.signatories.push_back(member.person);
  }
  for (const Named& signer : signers_of(state, entry)) {
    if (counters.has(signer.person)) continue;
    made.presidium.push_back(signer);
    made.signatories.push_back(signer.person);
  }
  made.when = stamp_of(entry);
  round.declaration = std::move(made);
  round.signatures.clear();
  round.signed_when.reset();
  round.phase = Phase::kDeclared;
  state.touch(contest_subject(contest.id), entry.index);
}

Result<void> check_announce_result(const State& state, const Entry&,
                                   const v1::AnnounceResult& body) {
  HP_ASSIGN(const Round* round, current_round(state, body.contest(), body.round()));
  HP_TRY(require(*round, {Phase::kSigned}));
  if (!equal(view(body.declaration_hash()), round->declaration->payload_hash)) {
    return fail(codes::kOutcomeDiffers, "declaration_hash");
  }
  return {};
}

void apply_announce_result(State& state, const Entry& entry, const v1::AnnounceResult& body) {
  ContestState& contest = contest_to_change(state, body.contest());
  contest.current().announced = stamp_of(entry);
  contest.current().phase = Phase::kAnnounced;
  if (contest.next) contest.decisions.push_back(*std::move(contest.next));
  contest.next.reset();
  state.touch(contest_subject(contest.id), entry.index);
}

}  // namespace hp::congress
