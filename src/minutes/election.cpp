#include "minutes/election.h"

#include "minutes/check_parts.h"
#include "minutes/codes.h"
#include "minutes/json.h"
#include "minutes/json_parts.h"

namespace hp::minutes {
namespace {

namespace checks {

using namespace check_parts;

Result<void> elected(const Elected& it) {
  HP_TRY(person("person", it.person));
  if (!is_decimal(it.percent)) return fail(codes::kMinutesPercent, "percent", it.percent);
  return {};
}

Result<void> round(const ElectionRound& it, Office office) {
  const std::size_t names = it.candidates.size();
  HP_TRY(people("candidates", it.candidates));
  if (it.votes.size() != names) return fail(codes::kMinutesListLength, "votes");
  return located("outcome", outcome(it.outcome, office, names));
}

}  // namespace checks

namespace json {

using namespace json_parts;

Json decided(const Decided& it) {
  return Json::object({
      {"step", text(word_of(it.step))},
      {"at", time(it.at)},
      {"hands", maybe(it.hands, number)},
  });
}

Json round(const ElectionRound& it) {
  return Json::object({
      {"round", number(it.round)},
      {"ballot", number(it.ballot)},
      {"tie_ballot", Json::boolean(it.tie_ballot)},
      {"places", text(word(it.places).json)},
      {"candidates", people(it.candidates)},
      {"seats", number(it.seats)},
      {"alternates", number(it.alternates)},
      {"base", base(it.base)},
      {"issued", number(it.issued)},
      {"collected", number(it.collected)},
      {"valid", number(it.valid)},
      {"invalid", number(it.invalid)},
      {"votes", numbers(it.votes)},
      {"outcome", outcome(it.outcome)},
      {"announced_at", time(it.announced_at)},
      {"minutes_hash", hex(it.minutes_hash)},
      {"decided", maybe(it.decided, decided)},
  });
}

Json elected(const Elected& it) {
  return Json::object({
      {"person", person(it.person)},
      {"ballot", number(it.ballot)},
      {"votes", number(it.votes)},
      {"percent", text(it.percent)},
  });
}

Json election(const Election& it) {
  return Json::object({
      {"schema", text("homphieu-election-minutes")},
      {"version", number(kSchemaVersion)},
      {"congress", congress(it.congress)},
      {"contest", text(it.contest)},
      {"office", text(word(it.office).json)},
      {"body", text(it.body)},
      {"rounds", array(it.rounds, round)},
      {"elected", array(it.elected, elected)},
      {"alternates", array(it.alternates, elected)},
      {"open_seats", number(it.open_seats)},
      {"open_alternates", number(it.open_alternates)},
      {"program_version", text(it.program_version)},
      {"profile", text(it.profile)},
      {"head", head(it.head)},
      {"completed_at", time(it.completed_at)},
      {"presidium", person(it.presidium)},
      {"secretary", person(it.secretary)},
  });
}

}  // namespace json
}  // namespace

const char* word_of(NextStep step) {
  switch (step) {
    case NextStep::kTieBallot:
      return "tie_ballot";
    case NextStep::kFurtherBallot:
      return "further_ballot";
    case NextStep::kNone:
      break;
  }
  return "none";
}

Result<void> check(const Election& election) {
  using namespace check_parts;
  HP_TRY(located("congress", congress(election.congress)));
  HP_TRY(text("contest", election.contest));
  HP_TRY(text("body", election.body));
  if (election.rounds.empty()) return fail(codes::kMinutesNoRound, "rounds");
  HP_TRY(each("rounds", election.rounds,
              [&](const ElectionRound& it) { return checks::round(it, election.office); }));
  HP_TRY(each("elected", election.elected, checks::elected));
  HP_TRY(each("alternates", election.alternates, checks::elected));
  HP_TRY(text("program_version", election.program_version));
  HP_TRY(text("profile", election.profile));
  HP_TRY(person("presidium", election.presidium));
  return person("secretary", election.secretary);
}

Result<std::string> make_json(const Election& election) {
  HP_TRY(check(election));
  return json::election(election).canonical();
}

}  // namespace hp::minutes
