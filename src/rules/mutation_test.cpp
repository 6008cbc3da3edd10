// Case files that were damaged: read or refused in one line, never a crash.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "rules/case_json.h"
#include "rules/laws_support.h"

namespace hp::rules {
namespace {

using Json = nlohmann::json;
using test::pick;

std::vector<std::string> seeds() {
  std::vector<std::string> out;
  const std::filesystem::path folder = HOMPHIEU_SOURCE_DIR "/tests/cases";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".json") continue;
    std::ifstream in(entry.path());
    std::stringstream text;
    text << in.rdbuf();
    for (Json one : Json::parse(text.str())) {
      one.erase("expect");
      out.push_back(one.dump());
    }
  }
  return out;
}

const std::string& pick_seed() {
  static const std::vector<std::string> all = seeds();
  RC_ASSERT(!all.empty());
  return all[pick(0, all.size() - 1)];
}

void expect_outcome_or_one_line(const std::string& text) {
  const auto counted = count_json(text);
  if (counted) {
    RC_ASSERT(!Json::parse(*counted).is_discarded());
    return;
  }
  for (const Language language : {Language::kVietnamese, Language::kEnglish}) {
    RC_ASSERT(describe(counted.error(), language).find_first_of("\r\n") == std::string::npos);
  }
}

RC_GTEST_PROP(DamagedCase, WithBytesChangedIsReadOrRefused, ()) {
  std::string text = pick_seed();
  for (std::uint64_t i = pick(1, 4); i > 0 && !text.empty(); --i) {
    const std::size_t at = pick(0, text.size() - 1);
    switch (pick(0, 3)) {
      case 0:
        text[at] = static_cast<char>(pick(0, 255));
        break;
      case 1:
        text.erase(at, pick(1, 20));
        break;
      case 2:
        text.insert(at, text.substr(pick(0, text.size() - 1), pick(1, 20)));
        break;
      default:
        text.resize(at);
    }
  }
  expect_outcome_or_one_line(text);
}

Json pick_value() {
  switch (pick(0, 8)) {
    case 0:
      return nullptr;
    case 1:
      return pick(0, 1) == 1;
    case 2:
      return pick(0, 18);
    case 3:
      return pick(999'990, 1'000'010);
    case 4:
      return -1;
    case 5:
      return 1.0;
    case 6:
      return "upper_delegates";
    case 7:
      return Json::array({1, 2});
    default:
      return Json::object({{"*", "vote_again"}});
  }
}

RC_GTEST_PROP(DamagedCase, WithValuesExchangedIsReadOrRefused, ()) {
  static const std::vector<std::string> kKeys{"round",
                                              "ballots_held",
                                              "alternates",
                                              "tie_of",
                                              "approved_size",
                                              "planned",
                                              "members_of",
                                              "counters_on_list",
                                              "conclusion",
                                              "defects",
                                              "marks",
                                              "struck",
                                              "settings",
                                              "small_body",
                                              "shortage",
                                              "profile",
                                              "count",
                                              "not_convened",
                                              "prepared_candidates"};
  Json one = Json::parse(pick_seed());
  for (std::uint64_t i = pick(1, 3); i > 0; --i) {
    Json* at = &one;  // walk down to some value
    while (at->is_structured() && !at->empty() && pick(0, 3) > 0) {
      auto next = at->begin();
      std::advance(next, static_cast<std::ptrdiff_t>(pick(0, at->size() - 1)));
      at = &*next;
    }
    if (at->is_object() && pick(0, 1) == 1) {
      (*at)[kKeys[pick(0, kKeys.size() - 1)]] = pick_value();
    } else {
      *at = pick_value();
    }
  }
  expect_outcome_or_one_line(one.dump());
}

}  // namespace
}  // namespace hp::rules
