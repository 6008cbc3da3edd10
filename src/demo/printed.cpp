#include "demo/printed.h"

#include "congress/fold.h"
#include "demo/files.h"
#include "journal/record_file.h"
#include "report/printed.h"
#include "report/sampled.h"

#ifndef HOMPHIEU_VERSION
#define HOMPHIEU_VERSION "0"
#endif

namespace hp::demo {
namespace {

Result<congress::State> state_of(const journal::RecordFile& record) {
  congress::Fold fold;
  for (const Bytes& entry : record.entries) {
    HP_TRY(fold.add(entry, congress::BallotChecking::kOwnPrefix));
  }
  return fold.state();
}

// Under the names that the program's own makers give them.
Result<void> write_of(const congress::State& state, const RoundPlayed& round, report::Paper paper,
                      const pdf::Fonts& fonts, const std::filesystem::path& folder) {
  HP_ASSIGN(const auto files, report::print(state, report::entries_of({}),
                                            {.paper = paper,
                                             .contest = round.contest,
                                             .round = round.round,
                                             .program = "homphieu " HOMPHIEU_VERSION},
                                            fonts));
  for (const report::PrintedFile& file : files) {
    HP_TRY(write_file(folder / file.name, chars(file.content)));
  }
  return {};
}

}  // namespace

Result<void> write_printed(const Played& played, const pdf::Fonts& fonts,
                           const std::filesystem::path& folder) {
  HP_ASSIGN(const journal::RecordFile record, journal::read_record(played.record));
  HP_ASSIGN(const congress::State state, state_of(record));
  std::error_code failed;
  std::filesystem::create_directories(folder / "paper", failed);
  for (const ContestPlayed& contest : played.contests) {
    for (const RoundPlayed& round : contest.rounds) {
      HP_TRY(write_of(state, round, report::Paper::kBallots, fonts, folder / "paper"));
      HP_TRY(write_of(state, round, report::Paper::kSlides, fonts, folder / "paper"));
      if (!round.outcome.has_paper()) continue;
      HP_ASSIGN(const Bytes log,
                report::count_log(state, record.entries, round.contest, round.round, fonts));
      const std::string stem = round.contest + "-" + std::to_string(round.round) + ".pdf";
      HP_TRY(write_file(folder / ("count-log-" + stem), chars(log)));
      for (const v1::OutcomeSample& one : round.outcome.keying().samples()) {
        HP_ASSIGN(const Bytes list, report::sample_list(state,
                                                        {.contest = round.contest,
                                                         .round = round.round,
                                                         .seed = one.seed(),
                                                         .papers = one.papers()},
                                                        "homphieu " HOMPHIEU_VERSION, fonts));
        HP_TRY(write_file(folder / ("sample-" + stem), chars(list)));
      }
    }
  }
  return {};
}

}  // namespace hp::demo
