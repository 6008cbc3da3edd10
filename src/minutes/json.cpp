#include "minutes/json.h"

#include "base/hex.h"
#include "minutes/canonical_json.h"

namespace hp::minutes {
namespace {

Json text(std::string_view value) {
  return Json::text(std::string(value));
}
Json hex(const Hash& hash) {
  return Json::text(to_hex(hash));
}
Json time(UnixMs at) {
  return Json::text(iso_vietnam(at));
}
Json number(std::uint64_t value) {
  return Json::number(value);
}

template <class Items, class Make>
Json array(const Items& items, Make make) {
  std::vector<Json> out;
  out.reserve(items.size());
  for (const auto& item : items) out.push_back(make(item));
  return Json::array(std::move(out));
}

template <class Value, class Make>
Json maybe(const std::optional<Value>& value, Make make) {
  return value ? make(*value) : Json::null();
}

Json numbers(const std::vector<Count>& values) {
  return array(values, number);
}
Json words(const std::vector<std::string>& values) {
  return array(values, text);
}

std::string iso(Day day) {
  const auto padded = [](int value, std::size_t width) {
    std::string digits = std::to_string(value);
    return std::string(width > digits.size() ? width - digits.size() : 0, '0') + digits;
  };
  return padded(day.year, 4) + "-" + padded(day.month, 2) + "-" + padded(day.day, 2);
}

Json person(const Person& who) {
  return Json::object({{"id", text(who.id)}, {"name", text(who.name)}});
}

Json people(const std::vector<Person>& list) {
  return array(list, person);
}

Json congress(const Congress& it) {
  return Json::object({
      {"id", hex(it.id)},
      {"organisation", text(it.organisation)},
      {"congress", text(it.congress)},
      {"term", text(it.term)},
      {"place", text(it.place)},
      {"meeting", text(word(it.meeting).json)},
      {"days", array(it.days, [](Day day) { return text(iso(day)); })},
  });
}

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

Json base(const Base& it) {
  const auto deduction = [](const Deduction& row) {
    return Json::object({{"kind", text(word(row.kind).json)}, {"count", number(row.count)}});
  };
  return Json::object({
      {"convened", number(it.convened)},
      {"deductions", array(it.deductions, deduction)},
      {"base", number(it.base)},
      {"needed", number(it.needed)},
      {"present", number(it.present)},
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

Json outcome(const Outcome& it) {
  const auto tie = [](const Tie& tied) {
    return Json::object({{"candidates", numbers(tied.candidates)}, {"seats", number(tied.seats)}});
  };
  return Json::object({
      {"percent", words(it.percent)},
      {"elected", numbers(it.elected)},
      {"alternates", numbers(it.alternates)},
      {"tie", maybe(it.tie, tie)},
      {"unfilled", number(it.unfilled)},
      {"unfilled_alternates", number(it.unfilled_alternates)},
      {"next", it.next.empty() ? Json::null() : text(it.next)},
      {"ranking", numbers(it.ranking)},
      {"list_problems", words(it.list_problems)},
      {"list_warnings", words(it.list_warnings)},
      {"accounting_problems", words(it.accounting_problems)},
  });
}

Json counting(const Counting& it) {
  const auto difference = [](const Difference& row) {
    return Json::object({{"paper", text(row.paper)}, {"settled", text(row.settled)}});
  };
  const auto setting = [](const Setting& row) {
    return Json::object({{"name", text(row.name)}, {"value", text(row.value)}});
  };
  return Json::object({
      {"counts_per_paper", number(it.counts_per_paper)},
      {"differences", array(it.differences, difference)},
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
