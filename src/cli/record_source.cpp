#include "cli/record_source.h"

#include "cli/read_file.h"
#include "cli/signing_codes.h"
#include "congress/contest_lookup.h"
#include "congress/fold.h"
#include "journal/record_file.h"
#include "report/report.h"

namespace hp::cli {
namespace {

Result<std::uint32_t> round_of(const congress::State& state, const WhichMinutes& which) {
  if (which.round != 0) return which.round;
  HP_ASSIGN(const congress::Round* newest, congress::current_round(state, which.contest));
  return newest->number();
}

}  // namespace

Result<congress::State> state_of_record(const std::string& path, const Terminal& terminal) {
  HP_ASSIGN(const std::string bytes, read_input(path, terminal.in, kMostRecord));
  return state_of_record(view(bytes));
}

Result<congress::State> state_of_record(ByteView bytes) {
  HP_ASSIGN(const journal::RecordFile record, journal::read_record(bytes));
  congress::Fold fold;
  for (const Bytes& entry : record.entries) {
    HP_TRY(fold.add(entry, congress::BallotChecking::kOwnPrefix));
  }
  return fold.state();
}

Result<std::string> minutes_json_of(const congress::State& state, const WhichMinutes& which) {
  if (which.election) return report::election_json(state, which.contest);
  HP_ASSIGN(const std::uint32_t round, round_of(state, which));
  return report::minutes_json(state, which.contest, round);
}

Result<std::string> minutes_text_of(const congress::State& state, const WhichMinutes& which) {
  if (which.election) return report::election_text(state, which.contest);
  HP_ASSIGN(const std::uint32_t round, round_of(state, which));
  return report::minutes_text(state, which.contest, round);
}

Result<std::string> minutes_again(const congress::State& state, const attest::Minutes& minutes) {
  if (state.congress_id != attest::congress_of(minutes)) {
    return fail(codes::kRecordCongressOther);
  }
  if (const auto* model = std::get_if<minutes::Model>(&minutes)) {
    return report::minutes_json(state, model->contest.id, model->contest.round);
  }
  return report::election_json(state, std::get<minutes::Election>(minutes).contest);
}

}  // namespace hp::cli
