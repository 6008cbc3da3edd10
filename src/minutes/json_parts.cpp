#include "minutes/json_parts.h"

#include "base/hex.h"

namespace hp::minutes::json_parts {

Json text(std::string_view value) {
  return Json::text(std::string(value));
}
Json hex(const Hash& hash) {
  return Json::text(to_hex(hash));
}
Json time(UnixMs at) {
  return Json::text(iso_vietnam(at));
}

Json numbers(const std::vector<Count>& values) {
  return array(values, number);
}

namespace {

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

}  // namespace

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

Json head(const RecordHead& it) {
  return Json::object({{"size", number(it.size)}, {"root", hex(it.root)}});
}

}  // namespace hp::minutes::json_parts
