// Everything that is printed for a round out of the state of a congress, by its kind: the one maker
// behind the command line on an exported record, the hall's server, and the program that checks
// what the server has made.
//
//   report::PrintOrder order{.paper = report::Paper::kBallots, .contest = "ban-chap-hanh"};
//   HP_ASSIGN(const auto files, report::print(state, read_entries, order, fonts));
//
// Pure; the same record and order give the same bytes. Voting cards are not among it: they are made
// of secrets, on the credentials committee's own machine (paper/cards.h).
#pragma once

#include <string>
#include <vector>

#include "paper/ballot.h"
#include "report/count_log.h"

namespace hp::report {

enum class Paper { kBallots, kCovers, kKeying, kLog, kSlides, kZero };

struct PrintOrder {
  Paper paper = Paper::kBallots;
  std::string contest{};
  std::uint32_t round = 0;              // 0: the newest
  paper::Size size = paper::Size::kA4;  // of ballot papers
  std::uint32_t copies = 1;             // ballot papers, covers, keyers' sheets
  std::string program{};                // "homphieu 0.1.0"
};

struct PrintedFile {
  // "ballots-ban-chap-hanh.pdf", of later rounds "ballots-ban-chap-hanh-2.pdf"; a rehearsal's
  // begins with "dien-tap-".
  std::string name;
  std::string media_type;
  Bytes content;
};

// The PDF; behind it, of ballot papers, their layout as JSON. `entries` are asked for by a log
// alone. Fails with `contest_unknown`, `round_not_current`, `contest_phase` (a list that was
// withdrawn or annulled), `zero_counted`, and as the makers of the room paper do.
Result<std::vector<PrintedFile>> print(const congress::State& state, const ReadEntries& entries,
                                       const PrintOrder& order, const pdf::Fonts& fonts);

}  // namespace hp::report
