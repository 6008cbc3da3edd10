#include "minutes/read_json.h"

#include <stdexcept>

#include "minutes/codes.h"
#include "minutes/json.h"
#include "minutes/read_parts.h"

namespace hp::minutes {
namespace {

using namespace read_parts;

Contest contest(const Read& it) {
  Contest out;
  out.id = text(it.at("id"));
  out.office = word_of(it.at("office"), Office::kIntroduction);
  out.body = text(it.at("body"));
  out.round = number(it.at("round"));
  out.ballot = number(it.at("ballot"));
  out.form = word_of(it.at("form"), Form::kBoxes);
  out.tie_ballot = it.at("tie_ballot").get<bool>();
  out.places = word_of(it.at("places"), Places::kAlternate);
  out.candidates = people(it.at("candidates"));
  out.seats = number(it.at("seats"));
  out.alternates = number(it.at("alternates"));
  out.hands_for_seats = maybe(it.at("hands_for_seats"), number);
  out.hands_for_list = maybe(it.at("hands_for_list"), number);
  out.definition_hash = hash(it.at("definition_hash"));
  return out;
}

Counters counters(const Read& it) {
  const auto replacement = [](const Read& row) {
    return Replacement{person(row.at("leaving")), maybe(row.at("coming"), person),
                       maybe(row.at("new_head"), person), text(row.at("reason"))};
  };
  return {person(it.at("head")), people(it.at("members")),
          list(it.at("replacements"), replacement)};
}

Part part(const Read& it) {
  const auto reason = [](const Read& row) {
    return InvalidReason{text(row.at("reason")), number(row.at("count"))};
  };
  Part out;
  out.prepared = number(it.at("prepared"));
  out.issued = number(it.at("issued"));
  out.unused = number(it.at("unused"));
  out.spoiled = number(it.at("spoiled"));
  out.collected = number(it.at("collected"));
  out.valid = number(it.at("valid"));
  out.invalid = number(it.at("invalid"));
  out.reasons = list(it.at("reasons"), reason);
  out.annulled = number(it.at("annulled"));
  out.votes = numbers(it.at("votes"));
  out.disagree = numbers(it.at("disagree"));
  out.not_counted = numbers(it.at("not_counted"));
  return out;
}

MoveToPaper move_to_paper(const Read& it) {
  return {time(it.at("at")), it.at("ballots_stand").get<bool>(), number(it.at("papers_to_issue"))};
}

Doubtful doubtful(const Read& it) {
  return {text(it.at("paper")), text(it.at("reason")), it.at("valid").get<bool>(),
          text(it.at("conclusion"))};
}

Remark remark(const Read& it) {
  return {person(it.at("by")), time(it.at("at")), text(it.at("text"))};
}

Keying keying(const Read& it) {
  const auto difference = [](const Read& row) {
    return Difference{text(row.at("paper")), text(row.at("settled"))};
  };
  const auto sample = [](const Read& row) {
    return Sample{text(row.at("seed")), number(row.at("papers")), number(row.at("differing"))};
  };
  return {.counts = number(it.at("counts")),
          .batches = number(it.at("batches")),
          .differences = list(it.at("differences"), difference),
          .by_third = number(it.at("by_third")),
          .by_committee = number(it.at("by_committee")),
          .doubtful = number(it.at("doubtful")),
          .reopened = number(it.at("reopened")),
          .samples = list(it.at("samples"), sample)};
}

Counting counting(const Read& it) {
  const auto setting = [](const Read& row) {
    return Setting{text(row.at("name")), text(row.at("value"))};
  };
  return {maybe(it.at("keying"), keying),   people(it.at("trustees")),
          text(it.at("program_version")),   text(it.at("profile")),
          list(it.at("settings"), setting), head(it.at("head"))};
}

Annulment annulment(const Read& it) {
  return {time(it.at("at")), text(it.at("reason")), number(it.at("hands"))};
}

Completion completion(const Read& it) {
  const auto not_signing = [](const Read& row) {
    return NotSigning{person(row.at("person")), text(row.at("reason"))};
  };
  return {time(it.at("opened_at")),    time(it.at("closed_at")),
          time(it.at("completed_at")), number(it.at("copies")),
          person(it.at("presidium")),  list(it.at("not_signing"), not_signing)};
}

Model model(const Read& it) {
  Model out;
  out.congress = congress(it.at("congress"));
  out.contest = contest(it.at("contest"));
  out.counters = counters(it.at("counters"));
  out.base = base(it.at("base"));
  out.cards_taken_away = number(it.at("cards_taken_away"));
  const Read& ballots = it.at("ballots");
  out.ballots = {maybe(ballots.at("electronic"), part), maybe(ballots.at("paper"), part),
                 part(ballots.at("total"))};
  out.move_to_paper = maybe(it.at("move_to_paper"), move_to_paper);
  out.doubtful = list(it.at("doubtful"), doubtful);
  out.remarks = list(it.at("remarks"), remark);
  out.outcome = outcome(it.at("outcome"));
  out.counting = counting(it.at("counting"));
  out.annulled = maybe(it.at("annulled"), annulment);
  out.completion = completion(it.at("completion"));
  return out;
}

NextStep step(const Read& it) {
  const std::string name = text(it);
  for (const NextStep one : {NextStep::kTieBallot, NextStep::kFurtherBallot, NextStep::kNone}) {
    if (name == word_of(one)) return one;
  }
  refuse("step");
}

Decided decided(const Read& it) {
  return {step(it.at("step")), time(it.at("at")), maybe(it.at("hands"), number)};
}

ElectionRound election_round(const Read& it) {
  ElectionRound out;
  out.round = number(it.at("round"));
  out.ballot = number(it.at("ballot"));
  out.tie_ballot = it.at("tie_ballot").get<bool>();
  out.places = word_of(it.at("places"), Places::kAlternate);
  out.candidates = people(it.at("candidates"));
  out.seats = number(it.at("seats"));
  out.alternates = number(it.at("alternates"));
  out.base = base(it.at("base"));
  out.issued = number(it.at("issued"));
  out.collected = number(it.at("collected"));
  out.valid = number(it.at("valid"));
  out.invalid = number(it.at("invalid"));
  out.votes = numbers(it.at("votes"));
  out.outcome = outcome(it.at("outcome"));
  out.announced_at = time(it.at("announced_at"));
  out.minutes_hash = hash(it.at("minutes_hash"));
  out.decided = maybe(it.at("decided"), decided);
  return out;
}

Elected elected(const Read& it) {
  return {person(it.at("person")), number(it.at("ballot")), number(it.at("votes")),
          text(it.at("percent"))};
}

Election election(const Read& it) {
  Election out;
  out.congress = congress(it.at("congress"));
  out.contest = text(it.at("contest"));
  out.office = word_of(it.at("office"), Office::kIntroduction);
  out.body = text(it.at("body"));
  out.rounds = list(it.at("rounds"), election_round);
  out.elected = list(it.at("elected"), elected);
  out.alternates = list(it.at("alternates"), elected);
  out.open_seats = number(it.at("open_seats"));
  out.open_alternates = number(it.at("open_alternates"));
  out.program_version = text(it.at("program_version"));
  out.profile = text(it.at("profile"));
  out.head = head(it.at("head"));
  out.completed_at = time(it.at("completed_at"));
  out.presidium = person(it.at("presidium"));
  out.secretary = person(it.at("secretary"));
  return out;
}

// Parses, reads, and makes again.
template <class Make>
auto read(std::string_view json, Make make) -> Result<decltype(make(Read{}))> {
  const Read parsed = Read::parse(json, nullptr, false);
  if (parsed.is_discarded()) return fail(codes::kMinutesJson);
  try {
    auto made = make(parsed);
    const Result<std::string> again = make_json(made);
    if (!again.has_value()) return fail(codes::kMinutesJson, again.error().where);
    if (*again != json) return fail(codes::kMinutesJson);
    return made;
  } catch (const Read::exception&) {
    return fail(codes::kMinutesJson);  // a field is missing or of another kind
  } catch (const std::invalid_argument& what) {
    return fail(codes::kMinutesJson, what.what());
  }
}

}  // namespace

Result<Model> read_minutes(std::string_view json) {
  return read(json, model);
}

Result<Election> read_election(std::string_view json) {
  return read(json, election);
}

Kind kind_of(std::string_view json) {
  const Read parsed = Read::parse(json, nullptr, false);
  if (!parsed.is_object() || !parsed.contains("schema")) return Kind::kNeither;
  if (parsed["schema"] == "homphieu-minutes") return Kind::kMinutes;
  return parsed["schema"] == "homphieu-election-minutes" ? Kind::kElection : Kind::kNeither;
}

}  // namespace hp::minutes
