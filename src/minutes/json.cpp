#include "minutes/json.h"

#include "minutes/json_parts.h"

namespace hp::minutes {
namespace {

using namespace json_parts;

Json contest(const Contest& it) {
  return Json::object({
      {"id", text(it.id)},
      {"office", text(word(it.office).json)},
      {"body", text(it.body)},
      {"round", number(it.round)},
      {"ballot", number(it.ballot)},
      {"form", text(word(it.form).json)},
      {"tie_ballot", Json::boolean(it.tie_ballot)},
      {"places", text(word(it.places).json)},
      {"candidates", people(it.candidates)},
      {"seats", number(it.seats)},
      {"alternates", number(it.alternates)},
      {"hands_for_seats", maybe(it.hands_for_seats, number)},
      {"hands_for_list", maybe(it.hands_for_list, number)},
      {"definition_hash", hex(it.definition_hash)},
  });
}

Json replacement(const Replacement& it) {
  return Json::object({
      {"leaving", person(it.leaving)},
      {"coming", maybe(it.coming, person)},
      {"new_head", maybe(it.new_head, person)},
      {"reason", text(it.reason)},
  });
}

Json counters(const Counters& it) {
  return Json::object({
      {"head", person(it.head)},
      {"members", people(it.members)},
      {"replacements", array(it.replacements, replacement)},
  });
}

Json part(const Part& it) {
  const auto reason = [](const InvalidReason& row) {
    return Json::object({{"reason", text(row.reason)}, {"count", number(row.count)}});
  };
  return Json::object({
      {"prepared", number(it.prepared)},
      {"issued", number(it.issued)},
      {"unused", number(it.unused)},
      {"spoiled", number(it.spoiled)},
      {"collected", number(it.collected)},
      {"valid", number(it.valid)},
      {"invalid", number(it.invalid)},
      {"reasons", array(it.reasons, reason)},
      {"annulled", number(it.annulled)},
      {"votes", numbers(it.votes)},
      {"disagree", numbers(it.disagree)},
      {"not_counted", numbers(it.not_counted)},
  });
}

Json ballots(const Ballots& it) {
  return Json::object({
      {"electronic", maybe(it.electronic, part)},
      {"paper", maybe(it.paper, part)},
      {"total", part(it.total)},
  });
}

Json move_to_paper(const MoveToPaper& it) {
  return Json::object({
      {"at", time(it.at)},
      {"ballots_stand", Json::boolean(it.ballots_stand)},
      {"papers_to_issue", number(it.papers_to_issue)},
  });
}

Json doubtful(const Doubtful& it) {
  return Json::object({
      {"paper", text(it.paper)},
      {"reason", text(it.reason)},
      {"valid", Json::boolean(it.valid)},
      {"conclusion", text(it.conclusion)},
  });
}

Json remark(const Remark& it) {
  return Json::object({{"by", person(it.by)}, {"at", time(it.at)}, {"text", text(it.text)}});
}

Json keying(const Keying& it) {
  const auto difference = [](const Difference& row) {
    return Json::object({{"paper", text(row.paper)}, {"settled", text(row.settled)}});
  };
  const auto sample = [](const Sample& row) {
    return Json::object({{"seed", text(row.seed)},
                         {"papers", number(row.papers)},
                         {"differing", number(row.differing)}});
  };
  return Json::object({
      {"counts", number(it.counts)},
      {"batches", number(it.batches)},
      {"differences", array(it.differences, difference)},
      {"by_third", number(it.by_third)},
      {"by_committee", number(it.by_committee)},
      {"doubtful", number(it.doubtful)},
      {"reopened", number(it.reopened)},
      {"samples", array(it.samples, sample)},
  });
}

Json counting(const Counting& it) {
  const auto setting = [](const Setting& row) {
    return Json::object({{"name", text(row.name)}, {"value", text(row.value)}});
  };
  return Json::object({
      {"keying", maybe(it.keying, keying)},
      {"trustees", people(it.trustees)},
      {"program_version", text(it.program_version)},
      {"profile", text(it.profile)},
      {"settings", array(it.settings, setting)},
      {"head", Json::object({{"size", number(it.head.size)}, {"root", hex(it.head.root)}})},
  });
}

Json annulment(const Annulment& it) {
  return Json::object(
      {{"at", time(it.at)}, {"reason", text(it.reason)}, {"hands", number(it.hands)}});
}

Json completion(const Completion& it) {
  const auto not_signing = [](const NotSigning& row) {
    return Json::object({{"person", person(row.person)}, {"reason", text(row.reason)}});
  };
  return Json::object({
      {"opened_at", time(it.opened_at)},
      {"closed_at", time(it.closed_at)},
      {"completed_at", time(it.completed_at)},
      {"copies", number(it.copies)},
      {"presidium", person(it.presidium)},
      {"not_signing", array(it.not_signing, not_signing)},
  });
}

}  // namespace

Result<std::string> make_json(const Model& model) {
  HP_TRY(check(model));
  return Json::object({
                          {"schema", text("homphieu-minutes")},
                          {"version", number(kSchemaVersion)},
                          {"congress", congress(model.congress)},
                          {"contest", contest(model.contest)},
                          {"counters", counters(model.counters)},
                          {"base", base(model.base)},
                          {"cards_taken_away", number(model.cards_taken_away)},
                          {"ballots", ballots(model.ballots)},
                          {"move_to_paper", maybe(model.move_to_paper, move_to_paper)},
                          {"doubtful", array(model.doubtful, doubtful)},
                          {"remarks", array(model.remarks, remark)},
                          {"outcome", outcome(model.outcome)},
                          {"counting", counting(model.counting)},
                          {"annulled", maybe(model.annulled, annulment)},
                          {"completion", completion(model.completion)},
                      })
      .canonical();
}

}  // namespace hp::minutes
