#include "demo/play.h"

#include <algorithm>

#include "client/export.h"
#include "congress/attendance_state.h"
#include "congress/contest_lookup.h"
#include "congress/state.h"
#include "demo/beginning.h"
#include "demo/codes.h"
#include "journal/record_file.h"
#include "minutes/words.h"
#include "report/report.h"

namespace hp::demo {
namespace {

using congress::State;

// A further ballot for the places that are open, among those of the list who have none.
Result<v1::Command> decide_further(const State& state, const std::string& id, std::uint32_t hands) {
  const congress::ContestState& contest = state.contests.at(id);
  const congress::ContestResult result = congress::result_of(contest);
  std::vector<std::string> people;
  for (const auto& candidate : contest.rounds.front().definition.candidates) {
    const auto among = [&](const std::vector<std::string>& some) {
      return std::ranges::find(some, candidate.person) != some.end();
    };
    if (!among(result.elected) && !among(result.alternates)) people.push_back(candidate.person);
  }
  const bool official = result.open_places > 0;
  return client::decide_further_ballot(
      state, id, people, official ? result.open_places : result.open_alternates,
      official ? result.open_alternates : 0, official ? v1::PLACES_OFFICIAL : v1::PLACES_ALTERNATE,
      hands);
}

Result<void> decide_next(Stage& stage, const std::string& contest, Follows next) {
  HP_TRY(stage.bench.together(stage.presidium_and_secretary(),
                              [&](const State& state) -> Result<v1::Command> {
                                const std::uint32_t hands = congress::present_count(state);
                                if (next == Follows::kFurtherBallot)
                                  return decide_further(state, contest, hands);
                                return client::decide_tie_ballot(state, contest, hands);
                              }));
  stage.tell(next == Follows::kTieBallot
                 ? "Đại hội quyết định: bầu lại giữa những người ngang phiếu"
                 : "Đại hội quyết định: bầu tiếp cho đủ số lượng");
  return {};
}

Result<ContestPlayed> play_contest(Stage& stage, const ContestScript& script) {
  ContestPlayed played;
  played.contest = script.plan.contest;
  played.body = script.plan.body;
  played.office = minutes::word(static_cast<minutes::Office>(script.plan.office - 1)).text;
  for (const RoundPlan& plan : script.rounds) {
    if (plan.follows != Follows::kFirstBallot) {
      HP_TRY(decide_next(stage, script.plan.contest, plan.follows));
    }
    HP_ASSIGN(RoundPlayed round, play_round(stage, script, plan));
    played.rounds.push_back(std::move(round));
  }
  HP_ASSIGN(const State* state, stage.bench.record(stage.one(v1::ROLE_PRESIDIUM)));
  played.result = congress::result_of(state->contests.at(script.plan.contest));
  if (played.result.open()) return fail(codes::kDemoPlan, script.plan.contest, "places are open");
  HP_ASSIGN(played.election_json, report::election_json(*state, script.plan.contest));
  return played;
}

}  // namespace

Result<Played> play(const Venue& venue, const CongressScript& script, Dice& dice) {
  HP_ASSIGN(Stage stage, begin_congress(venue, script, dice));
  Played played;
  played.name = script.name;
  played.organisation = script.founding.organisation();
  played.congress = script.founding.congress();
  played.congress_id = stage.congress_id;
  for (const ContestScript& contest : script.contests) {
    HP_ASSIGN(ContestPlayed done, play_contest(stage, contest));
    played.contests.push_back(std::move(done));
  }
  HP_TRY(stage.bench.together(
      stage.presidium_and_secretary(),
      [](const State&) -> Result<v1::Command> { return client::close_congress(); }));
  HP_ASSIGN(const journal::RecordFile record,
            client::export_record(stage.bench.at(stage.one(v1::ROLE_PRESIDIUM)).hall(),
                                  stage.congress_id));
  HP_ASSIGN(client::HallClient anybody, venue.connect());
  HP_ASSIGN(const client::Checkpoint seen, anybody.checkpoint(stage.congress_id));
  played.checkpoint = seen.note;
  played.entries = record.entries.size();
  played.record = journal::write_record(record);
  stage.tell("Bế mạc; sổ ghi có " + std::to_string(played.entries) + " mục");
  return played;
}

}  // namespace hp::demo
