#include "minutes/read_parts.h"

#include <stdexcept>

#include "base/hex.h"

namespace hp::minutes::read_parts {

void refuse(const char* what) {
  throw std::invalid_argument(what);
}

std::string text(const Read& it) {
  return it.get_ref<const std::string&>();
}

Count number(const Read& it) {
  if (!it.is_number_unsigned() || it.get<std::uint64_t>() > UINT32_MAX) refuse("number");
  return it.get<Count>();
}

Hash hash(const Read& it) {
  const auto bytes = from_hex(text(it));
  if (!bytes.has_value() || bytes->size() != 32) refuse("hash");
  return array_of<32>(*bytes);
}

UnixMs time(const Read& it) {
  const auto read = time_from_iso_vietnam(text(it));
  if (!read.has_value()) refuse("time");
  return *read;
}

Person person(const Read& it) {
  return {text(it.at("id")), text(it.at("name"))};
}

std::vector<Person> people(const Read& it) {
  return list(it, person);
}

std::vector<Count> numbers(const Read& it) {
  return list(it, number);
}

Congress congress(const Read& it) {
  const auto day = [](const Read& one) {
    const auto read = day_from_iso(text(one));
    if (!read.has_value()) refuse("day");
    return *read;
  };
  return {hash(it.at("id")),       text(it.at("organisation")),
          text(it.at("congress")), text(it.at("term")),
          text(it.at("place")),    word_of(it.at("meeting"), Meeting::kCommitteeConference),
          list(it.at("days"), day)};
}

Base base(const Read& it) {
  const auto deduction = [](const Read& row) {
    return Deduction{word_of(row.at("kind"), DeductionKind::kAbsentExcused),
                     number(row.at("count"))};
  };
  return {number(it.at("convened")), list(it.at("deductions"), deduction), number(it.at("base")),
          number(it.at("needed")), number(it.at("present"))};
}

Outcome outcome(const Read& it) {
  const auto tie = [](const Read& one) {
    return Tie{numbers(one.at("candidates")), number(one.at("seats"))};
  };
  return {list(it.at("percent"), text),
          numbers(it.at("elected")),
          numbers(it.at("alternates")),
          maybe(it.at("tie"), tie),
          number(it.at("unfilled")),
          number(it.at("unfilled_alternates")),
          it.at("next").is_null() ? "" : text(it.at("next")),
          numbers(it.at("ranking")),
          list(it.at("list_problems"), text),
          list(it.at("list_warnings"), text),
          list(it.at("accounting_problems"), text)};
}

RecordHead head(const Read& it) {
  return {it.at("size").get<std::uint64_t>(), hash(it.at("root"))};
}

}  // namespace hp::minutes::read_parts
