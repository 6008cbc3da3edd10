// From the figures of a round to its result: who is elected, and what comes next.
#pragma once

#include <optional>
#include <vector>

#include "rules/contest.h"
#include "rules/rank.h"
#include "rules/settings.h"
#include "rules/tally.h"

namespace hp::rules {

enum class Next {
  kComplete,         // every place is filled
  kTieBallot,        // a further ballot among the tied: 190 Đ.30 (recalled)
  kVoteAgain,        // places open, of delegates after a first ballot: 244 Đ.20 k.2 (text)
  kCongressDecides,  // places open, or a second tie (recalled); at a conference, the conference
  kPaused,           // the plan's person is outside the body: the higher committee is asked
  kBlocked,          // not in order, ballots held, or nobody in the base
};
template <>
struct Words<Next> {
  static constexpr auto of = std::to_array<std::string_view>(
      {"complete", "tie_ballot", "vote_again", "congress_decides", "paused", "blocked"});
};

struct Decision {
  std::vector<Candidate> elected{};     // most votes first; equal votes in ballot order
  std::vector<Candidate> alternates{};  // likewise; of delegates alone
  std::optional<Tie> tie{};             // for official places, or else for alternate ones
  Seats unfilled{};                     // seats less the elected, places of a tie included
  Seats unfilled_alternates{};          // likewise
  Next next = Next::kBlocked;
  bool operator==(const Decision&) const = default;
};

// What other checks found.
struct InOrder {
  bool list = false;        // list_check().ok()
  bool accounting = false;  // accounting_check().ok(), or no account was given
};

// Elected needs more than half of the base and a rank within the seats (244 Đ.32, text); in a
// re-vote of a tie the most votes win without a majority (190 Đ.30, recalled). Alternates are the
// next by votes among the rest, once every official place is filled (190 Đ.18, text).
// While paused or blocked nobody is elected and every place is unfilled.
// Not for `opinion` and `introduction`, which elect nobody: by_votes() ranks their people.
Decision decide(const Contest& contest, const Settings& settings, Base base, const Tally& tally,
                InOrder in_order);

}  // namespace hp::rules
