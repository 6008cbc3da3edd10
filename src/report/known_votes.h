// Votes of a rehearsal that are known beforehand: what stands on each paper, what each electronic
// ballot says, and what the count must therefore come to. As a file:
//
//   {"known_votes": 1,
//    "congress": "874822ef…", "contest": "dien-tap-bch", "round": 1, "definition": "1e59f4b1…",
//    "seed": 7,
//    "papers": [{"number": 1, "struck": [2, 5]},
//               {"number": 2, "struck": [5], "defects": ["torn"], "conclusion": "valid"}],
//    "electronic": [{"struck": [3]}]}
//
// `number` is printed on the paper, 1 … 1000, none twice. Strike-out form: `struck`, the positions
// struck, ascending. Box form: `marks`, a word for each name: "agree", "disagree", "both", "none".
// `defects`: the words of tests/cases/README.md. `conclusion`: "valid" or "invalid", what the
// committee is to conclude, exactly where the rules hold the paper. An electronic ballot has marks
// that a device can send: no defect, no "both", not more votes than seats. `seed` says how the file
// was made, and may be missing, as may `papers` or `electronic`. No other key is taken.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"
#include "congress/contest_state.h"
#include "congress/state.h"
#include "rules/tally.h"

namespace hp::report {

struct KnownPaper {
  std::uint32_t number = 0;
  congress::SheetContent content;  // never `doubtful`: that is no mark
  std::optional<bool> conclusion;  // valid or not
};

struct KnownVotes {
  Hash congress_id{};
  std::string contest;
  std::uint32_t round = 0;
  Hash definition_hash{};
  std::uint64_t seed = 0;
  std::vector<KnownPaper> papers{};
  std::vector<congress::SheetContent> ballots{};  // electronic
};

inline constexpr std::uint32_t kMostKnownVotes = 1'000;  // of each kind

// The round, `number` 0 the newest, which must be a rehearsal's. Fails with `contest_unknown`,
// `round_not_current`, `not_rehearsal`.
Result<const congress::Round*> rehearsal_round(const congress::State& state,
                                               const std::string& contest, std::uint32_t number);

// The file of known votes, a paper a line.
std::string known_votes_json(const KnownVotes& known);

// The reverse, held against the round they are of. Fails with `known_votes_bad`, `where` the path
// ("papers[3].struck[0]"), and `known_votes_other`, `where` the key that differs.
Result<KnownVotes> read_known_votes(std::string_view json, const congress::State& state,
                                    const congress::Round& round);

// By the rules.
rules::Verdict verdict_of(const KnownPaper& paper, const congress::Definition& definition);
rules::Tally expected_of_papers(const KnownVotes& known, const congress::Definition& definition);
// Fails with `known_votes_bad` where a ballot can't be cast: "electronic[2]".
Result<rules::Tally> expected_of_ballots(const KnownVotes& known,
                                         const congress::Definition& definition);

}  // namespace hp::report
