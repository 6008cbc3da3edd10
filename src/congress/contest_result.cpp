#include "congress/contest_result.h"

#include <algorithm>

#include "homphieu/v1/outcome.pb.h"
#include "rules/rank.h"

namespace hp::congress {
namespace {

namespace v1 = homphieu::v1;
using People = std::vector<PersonId>;

bool holds(const People& people, const PersonId& person) {
  return std::ranges::find(people, person) != people.end();
}

struct AnnouncedRound {
  const Round* round = nullptr;
  v1::Outcome outcome;
  PersonId person(std::uint32_t position) const {
    return round->definition.candidates[position - 1].person;
  }
  People people(const auto& positions) const {
    People out;
    for (const std::uint32_t p : positions) out.push_back(person(p));
    return out;
  }
};

AnnouncedRound read(const Round& round) {
  AnnouncedRound out{&round, {}};
  out.outcome.ParseFromArray(round.declaration->outcome.data(),
                             static_cast<int>(round.declaration->outcome.size()));
  return out;
}

void take(ContestResult& result, const AnnouncedRound& one) {
  const bool alternate = one.round->definition.places == Places::kAlternate;
  People& to = alternate ? result.alternates : result.elected;
  std::uint32_t& open = alternate ? result.open_alternates : result.open_places;
  for (const PersonId& person : one.people(one.outcome.elected())) {
    to.push_back(person);
    if (open > 0) --open;
  }
  for (const PersonId& person : one.people(one.outcome.alternates())) {
    result.alternates.push_back(person);
    if (result.open_alternates > 0) --result.open_alternates;
  }
  result.tie.reset();
  if (!one.outcome.has_tie()) return;
  OpenTie tie;
  tie.people = one.people(one.outcome.tie().candidates());
  tie.seats = one.outcome.tie().seats();
  if (alternate || result.open_places == 0) {
    tie.places = Places::kAlternate;
  } else {
    const auto left = static_cast<std::uint32_t>(tie.people.size()) - tie.seats;
    tie.alternates = std::min(result.open_alternates, left);
  }
  result.tie = std::move(tie);
}

// After a tie ballot for official places: whoever of the earlier round is above half and next by
// votes fills the alternate places that the tied left open.
void hand_on(ContestResult& result, const AnnouncedRound& earlier) {
  const v1::Outcome& outcome = earlier.outcome;
  std::vector<rules::Votes> votes;
  for (const std::uint32_t v : outcome.total().votes()) votes.emplace_back(v);
  const People tied = earlier.people(outcome.tie().candidates());
  std::vector<rules::Candidate> ranked;
  for (const auto candidate :
       rules::above_half_by_votes(votes, rules::Base{outcome.base().base()})) {
    const PersonId person = earlier.person(candidate.number);
    if (!holds(result.elected, person) && !holds(result.alternates, person) &&
        !holds(tied, person)) {
      ranked.push_back(candidate);
    }
  }
  const rules::Filled filled = rules::fill(ranked, votes, rules::Seats{result.open_alternates});
  for (const auto candidate : filled.chosen) {
    result.alternates.push_back(earlier.person(candidate.number));
    --result.open_alternates;
  }
  if (!filled.tie) return;
  OpenTie tie;
  for (const auto candidate : filled.tie->candidates) {
    tie.people.push_back(earlier.person(candidate.number));
  }
  tie.seats = static_cast<std::uint32_t>(filled.tie->seats.value);
  tie.places = Places::kAlternate;
  result.tie = std::move(tie);
}

bool settles_official_tie(const AnnouncedRound& one) {
  return one.round->definition.rules.tie_of && one.round->definition.places == Places::kOfficial &&
         !one.outcome.has_tie();
}

}  // namespace

ContestResult result_of(const ContestState& contest) {
  ContestResult result;
  std::optional<AnnouncedRound> tied;  // the round whose tie the next one settles
  bool first = true;
  for (const Round& round : contest.rounds) {
    if (round.phase != Phase::kAnnounced || rules::is_poll(contest.office)) continue;
    if (first) {
      result.open_places = round.definition.seats;
      result.open_alternates = round.definition.alternates;
      first = false;
    }
    AnnouncedRound one = read(round);
    take(result, one);
    if (tied && settles_official_tie(one) && result.open_places == 0 &&
        result.open_alternates > 0) {
      hand_on(result, *tied);
    }
    // After a second tie the votes of the first count are still those that alternates go by.
    if (!round.definition.rules.tie_of) tied = std::move(one);
  }
  if (!result.open()) result.tie.reset();
  return result;
}

bool is_settled(const ContestState& contest) {
  if (contest.announced() == 0 || is_live(contest.current())) return false;
  if (!result_of(contest).open()) return true;
  return contest.next && contest.next->decision == Decision::kNone;
}

}  // namespace hp::congress
