// Bodies about a round: from its opening to its announcement.
#include <algorithm>

#include "client/build_parts.h"
#include "congress/contest_codes.h"
#include "congress/outcome.h"
#include "congress/state.h"
#include "report/report.h"

namespace hp::client {
Result<v1::Command> open_contest(const State& state, const std::string& contest,
                                 const OpenPlan& plan) {
  v1::Command out;
  v1::OpenContest& body = *out.mutable_open_contest();
  HP_ASSIGN(const congress::Round* round, about(state, contest, body));
  body.set_definition_hash(to_string(round->definition.hash));
  if (!round->attendance) return fail(codes::kAttendanceNotConfirmed, "attendance_hash", contest);
  body.set_attendance_hash(to_string(round->attendance->payload_hash));
  body.set_way(plan.way);
  body.set_papers_to_issue(plan.papers_to_issue);
  std::vector<Bytes> keys = plan.void_keys;
  std::ranges::sort(keys);
  for (const Bytes& one : keys) body.add_void_keys(to_string(one));
  body.set_cards_taken_away(plan.cards_taken_away);
  if (plan.way == v1::WAY_PAPER) return out;  // neither cards nor a ceremony
  const congress::Ceremony* ceremony = state.ceremonies.in_force();
  if (ceremony == nullptr || ceremony->phase != congress::CeremonyPhase::kReady) {
    return fail(codes::kCeremonyNotReady, "ceremony_hash", contest);
  }
  body.set_ceremony_hash(to_string(ceremony->keys->hash));
  return out;
}

Result<v1::Command> move_to_paper(const State& state, const std::string& contest,
                                  bool ballots_stand, std::uint32_t papers_to_issue) {
  v1::Command out;
  HP_TRY(about(state, contest, *out.mutable_move_to_paper()));
  out.mutable_move_to_paper()->set_ballots_stand(ballots_stand);
  out.mutable_move_to_paper()->set_papers_to_issue(papers_to_issue);
  return out;
}

Result<v1::Command> close_contest(const State& state, const std::string& contest) {
  v1::Command out;
  HP_TRY(about(state, contest, *out.mutable_close_contest()));
  return out;
}

Result<v1::Command> record_remark(const State& state, const std::string& contest,
                                  std::string text) {
  v1::Command out;
  HP_TRY(about(state, contest, *out.mutable_record_remark()));
  out.mutable_record_remark()->set_text(std::move(text));
  return out;
}

Result<v1::Command> declare_result(const State& state, const std::string& contest,
                                   std::string program_version, std::uint32_t copies,
                                   const std::vector<v1::NotSigning>& not_signing) {
  v1::Command out;
  v1::DeclareResult& body = *out.mutable_declare_result();
  HP_TRY(about(state, contest, body));
  HP_ASSIGN(const Bytes outcome, congress::outcome_bytes(state, contest));
  body.set_outcome(to_string(outcome));
  body.set_program_version(std::move(program_version));
  body.set_copies(copies);
  for (const auto& one : not_signing) *body.add_not_signing() = one;
  return out;
}

Result<v1::Command> sign_minutes(const State& state, const std::string& contest) {
  v1::Command out;
  HP_ASSIGN(const congress::Round* round, about(state, contest, *out.mutable_sign_minutes()));
  HP_ASSIGN(const Hash hash, report::minutes_hash(state, contest, round->number()));
  out.mutable_sign_minutes()->set_minutes_hash(to_string(hash));
  return out;
}

Result<v1::Command> announce_result(const State& state, const std::string& contest) {
  v1::Command out;
  HP_ASSIGN(const congress::Round* round, about(state, contest, *out.mutable_announce_result()));
  if (!round->declaration) {
    return fail(codes::kContestPhase, "contest", std::string(congress::word(round->phase)));
  }
  out.mutable_announce_result()->set_declaration_hash(to_string(round->declaration->payload_hash));
  return out;
}

Result<v1::Command> annul_contest(const State& state, const std::string& contest,
                                  std::string reason, Hands hands) {
  v1::Command out;
  v1::AnnulContest& body = *out.mutable_annul_contest();
  HP_TRY(about(state, contest, body));
  body.set_reason(std::move(reason));
  if (hands) body.mutable_hands()->set_votes_for(*hands);
  return out;
}

}  // namespace hp::client
