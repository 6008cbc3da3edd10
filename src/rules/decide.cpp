#include "rules/decide.h"

#include "rules/list.h"

namespace hp::rules {
namespace {

std::optional<Next> stopped(const Contest& contest, Base base, const Tally& tally,
                            InOrder in_order) {
  if (plan_is_outside_body(contest)) return Next::kPaused;
  if (!in_order.list || !in_order.accounting || tally.held > Ballots{0} || base == Base{0}) {
    return Next::kBlocked;
  }
  return std::nullopt;
}

Next after_shortage(const Contest& contest, const Settings& settings) {
  if (!contest.is_first_ballot()) return Next::kCongressDecides;
  const auto office = contest.office();
  const ShortageRule rule = office ? settings.shortage.of(*office) : settings.shortage.otherwise;
  return rule == ShortageRule::kVoteAgain ? Next::kVoteAgain : Next::kCongressDecides;
}

Next next_of(const Decision& decision, const Contest& contest, const Settings& settings) {
  if (decision.tie) return contest.tie_of ? Next::kCongressDecides : Next::kTieBallot;
  if (decision.unfilled > Seats{0} || decision.unfilled_alternates > Seats{0}) {
    return after_shortage(contest, settings);
  }
  return Next::kComplete;
}

Seats open_places(Seats places, const std::vector<Candidate>& filled) {
  return Seats{places.value - filled.size()};
}

}  // namespace

Decision decide(const Contest& contest, const Settings& settings, Base base, const Tally& tally,
                InOrder in_order) {
  Decision out;
  const auto stop = stopped(contest, base, tally, in_order);
  if (!stop) {
    const std::vector<Candidate> eligible =
        contest.tie_of ? by_votes(tally.votes) : above_half_by_votes(tally.votes, base);
    Filled official = fill(eligible, tally.votes, contest.seats);
    out.elected = std::move(official.chosen);
    out.tie = std::move(official.tie);
    if (out.elected.size() == contest.seats.value) {
      Filled alternates = fill(official.rest, tally.votes, contest.alternates);
      out.alternates = std::move(alternates.chosen);
      out.tie = std::move(alternates.tie);
    }
  }
  out.unfilled = open_places(contest.seats, out.elected);
  out.unfilled_alternates = open_places(contest.alternates, out.alternates);
  out.next = stop ? *stop : next_of(out, contest, settings);
  return out;
}

}  // namespace hp::rules
