// The report for programs.
#include <nlohmann/json.hpp>

#include "base/hex.h"
#include "verify/verify.h"

namespace hp::verify {
namespace {

using Json = nlohmann::ordered_json;

const char* word(Verdict verdict) {
  switch (verdict) {
    case Verdict::kGood:
      return "good";
    case Verdict::kWrong:
      return "wrong";
    case Verdict::kUnreadable:
      break;
  }
  return "unreadable";
}

const char* word(Standing standing) {
  switch (standing) {
    case Standing::kGood:
      return "good";
    case Standing::kWrong:
      return "wrong";
    case Standing::kNotDone:
      break;
  }
  return "not_done";
}

Json check(const Report& report, std::size_t number) {
  const auto which = static_cast<Check>(number);
  return {{"number", number},
          {"standing", word(report.of(which))},
          {"vi", title(which, Language::kVietnamese)},
          {"en", title(which, Language::kEnglish)}};
}

Json finding(const Finding& one) {
  return {{"check", static_cast<int>(one.check)},
          {"index", one.index ? Json(*one.index) : Json(nullptr)},
          {"note", one.note},
          {"code", one.error.code->name},
          {"where", one.error.where},
          {"detail", one.error.detail},
          {"vi", one.error.code->vi},
          {"en", one.error.code->en}};
}

Json round(const RoundReport& one) {
  Json candidates = Json::array();
  for (const Person& person : one.candidates) {
    candidates.push_back({{"id", person.id}, {"name", person.name}});
  }
  return {{"contest", one.contest},
          {"body", one.body},
          {"round", one.round},
          {"ballot", one.ballot},
          {"rehearsal", one.rehearsal},
          {"state", one.state},
          {"ballots", one.ballots},
          {"papers", one.papers},
          {"valid", one.valid},
          {"base", one.base},
          {"needed", one.needed},
          {"candidates", candidates},
          {"votes", one.votes},
          {"elected", one.elected},
          {"alternates", one.alternates},
          {"tied", one.tied},
          {"next", one.next},
          {"minutes_sha256", one.minutes_sha256}};
}

Json file(const Report& report) {
  Json checks = Json::array();
  Json findings = Json::array();
  Json rounds = Json::array();
  for (std::size_t i = 1; i <= kChecks; ++i) checks.push_back(check(report, i));
  for (const Finding& one : report.findings) findings.push_back(finding(one));
  for (const RoundReport& one : report.rounds) rounds.push_back(round(one));
  return {{"file", report.name},
          {"verdict", word(report.verdict)},
          {"congress", to_hex(report.congress)},
          {"organisation", report.organisation},
          {"name", report.congress_name},
          {"congress_known", report.congress_known},
          {"tail_known", report.tail_known},
          {"head", {{"size", report.entries}, {"root", to_hex(report.root)}}},
          {"folded", report.folded},
          {"cosignatures", report.cosignatures},
          {"quorum", report.quorum},
          {"checks", checks},
          {"findings", findings},
          {"rounds", rounds}};
}

}  // namespace

std::string json_of(std::span<const Report> reports) {
  Json files = Json::array();
  for (const Report& one : reports) files.push_back(file(one));
  const Json out = {{"verdict", word(verdict_of(reports))}, {"files", files}};
  return out.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace hp::verify
