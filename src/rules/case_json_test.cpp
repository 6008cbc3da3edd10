#include "rules/case_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "rules/codes.h"

namespace hp::rules {
namespace {

using Json = nlohmann::json;

// A case with every key that does not exclude another.
Json full_case() {
  return Json::parse(R"({
    "id": "X", "title": "tên", "basis": "-", "status": "text",
    "profile": "custom",
    "settings": {"surplus_cap_percent": null, "rounding": {"decimals": 1, "mode": "truncate"}},
    "roll": [{"count": 3, "standing": "official", "attended": "at_vote"},
             {"standing": "official", "attended": "never", "replaced": true}],
    "meeting": "delegate_congress",
    "contest": {"office": "upper_delegates", "seats": 2, "candidates": 3, "alternates": 1,
                "members_of": {"committee": [1, 2]},
                "outside_nominees": [{"candidate": 3, "support": 2, "attending": 3}],
                "counters_on_list": []},
    "ballots": [{"count": 3, "struck": [3]},
                {"struck": [1], "defects": ["torn"], "conclusion": {"valid": true}}],
    "accounting": {"issued": 4, "collected": 4}
  })");
}

// The full case with one value replaced, at a JSON pointer.
Json with(const std::string& pointer, Json value) {
  Json out = full_case();
  out[Json::json_pointer(pointer)] = std::move(value);
  return out;
}
Json without(const std::string& pointer) {
  Json out = full_case();
  const Json::json_pointer at(pointer);
  out.at(at.parent_pointer()).erase(at.back());
  return out;
}

// "code path" of the refusal, or "" if the case is counted.
std::string refusal(const Json& one) {
  const auto text = count_json(one.dump());
  if (text) return "";
  return std::string(text.error().code->name) + " " + text.error().where;
}

TEST(CaseJson, AnOutcomeHasTheKeysOfExpectInTheirOrder) {
  EXPECT_EQ(count_json(full_case().dump()).value(), R"({
  "id": "X",
  "title": "tên",
  "basis": "-",
  "status": "text",
  "list": {"ok":true,"problems":[],"warnings":[]},
  "base": {"convened":4,"deductions":{},"base":4,"needed":3},
  "ballots": [
    {"class":"valid","reasons":[],"votes":[1,2],"not_counted":[]},
    {"class":"valid","reasons":["concluded"],"votes":[2,3],"not_counted":[]}
  ],
  "totals": {"valid":4,"invalid":0,"held":0},
  "votes": [3,4,1],
  "percent": ["75.0","100.0","25.0"],
  "elected": [2,1],
  "alternates": [],
  "unfilled": 0,
  "unfilled_alternates": 1,
  "next": "vote_again",
  "accounting": {"ok":true,"problems":[]}
}
)");
}

TEST(CaseJson, AnOpinionBallotHasARankingAndNothingElected) {
  Json one = with("/contest", {{"office", "opinion"}, {"seats", 2}, {"candidates", 3}});
  one.erase("accounting");
  const Json outcome = Json::parse(count_json(one.dump()).value());
  EXPECT_EQ(outcome.at("ranking"), Json({2, 1, 3}));
  for (const char* key :
       {"elected", "alternates", "tie", "unfilled", "unfilled_alternates", "next", "accounting"}) {
    EXPECT_FALSE(outcome.contains(key)) << key;
  }
}

TEST(CaseJson, OnlyDelegatesHaveAlternates) {
  Json one = with("/contest", {{"office", "committee"}, {"seats", 2}, {"candidates", 3}});
  const Json outcome = Json::parse(count_json(one.dump()).value());
  EXPECT_FALSE(outcome.contains("alternates") || outcome.contains("unfilled_alternates"));
  one.at("contest").at("office") = "upper_delegates";
  const Json delegates = Json::parse(count_json(one.dump()).value());
  EXPECT_EQ(delegates.at("alternates"), Json::array());
  EXPECT_EQ(delegates.at("unfilled_alternates"), 0);
}

TEST(CaseJson, ATieIsThereOnlyWhereThereIsOne) {
  Json one = with("/contest", {{"office", "deputy_secretary"}, {"seats", 2}, {"candidates", 3}});
  one["ballots"] = Json::parse(R"([{"struck": [1]}, {"struck": [2]}, {"struck": [3]}])");
  one["roll"] = Json::parse(R"([{"count": 3, "standing": "official", "attended": "at_vote"}])");
  one.erase("accounting");
  const Json tied = Json::parse(count_json(one.dump()).value());
  EXPECT_EQ(tied.at("tie"), Json::parse(R"({"candidates": [1, 2, 3], "seats": 2})"));
  one["ballots"].erase(2);
  EXPECT_FALSE(Json::parse(count_json(one.dump()).value()).contains("tie"));
}

TEST(CaseJson, AnEmptyListGivesAnEmptyList) {
  EXPECT_EQ(count_json("[]").value(), "[]\n");
  EXPECT_EQ(count_json(" [ ] \n").value(), "[]\n");
}

TEST(CaseJson, ErrorsInAListNameThePlace) {
  const Json bad = with("/contest/office", "chairman");
  EXPECT_EQ(refusal(Json::array({full_case(), full_case(), bad})),
            "case_word_unknown [2].contest.office");
  EXPECT_EQ(refusal(Json::array({with("/ballots/1/struck/0", 4)})),
            "case_out_of_range [0].ballots[1].struck[0]");
  EXPECT_EQ(refusal(Json::array({full_case(), 7})), "case_not_object [1]");
}

TEST(CaseJson, WhatIsRequiredMayNotBeMissing) {
  for (const char* key : {"roll", "meeting", "contest", "ballots"}) {
    EXPECT_EQ(refusal(without(std::string("/") + key)), std::string("case_key_missing ") + key);
  }
  for (const char* key : {"office", "seats", "candidates"}) {
    EXPECT_EQ(refusal(without(std::string("/contest/") + key)),
              std::string("case_key_missing contest.") + key);
  }
  EXPECT_EQ(refusal(without("/roll/1/standing")), "case_key_missing roll[1].standing");
  EXPECT_EQ(refusal(without("/roll/1/attended")), "case_key_missing roll[1].attended");
  EXPECT_EQ(refusal(without("/ballots/1/struck")), "case_key_missing ballots[1].struck");
  EXPECT_EQ(refusal(without("/ballots/1/conclusion/valid")),
            "case_key_missing ballots[1].conclusion.valid");
  EXPECT_EQ(refusal(without("/contest/outside_nominees/0/support")),
            "case_key_missing contest.outside_nominees[0].support");
  EXPECT_EQ(refusal(without("/settings/rounding/mode")), "case_key_missing settings.rounding.mode");
}

TEST(CaseJson, WhatIsOptionalMayBeMissing) {
  for (const char* pointer :
       {"/id", "/title", "/basis", "/status", "/profile", "/settings", "/accounting",
        "/contest/alternates", "/contest/members_of", "/roll/0/count", "/ballots/0/count",
        "/accounting/issued", "/ballots/1/conclusion"}) {
    EXPECT_EQ(refusal(without(pointer)), "") << pointer;
  }
}

TEST(CaseJson, AnUnknownKeyIsRefusedAnywhere) {
  for (const char* place :
       {"", "/settings", "/settings/rounding", "/roll/0", "/contest", "/contest/members_of",
        "/contest/outside_nominees/0", "/ballots/1", "/ballots/1/conclusion", "/accounting"}) {
    const std::string found = refusal(with(std::string(place) + "/surprise", 1));
    EXPECT_TRUE(found.starts_with("case_key_unknown ") && found.ends_with("surprise")) << found;
  }
  EXPECT_EQ(refusal(with("/expect", Json::object())), "case_key_unknown expect");
  EXPECT_EQ(refusal(with("/contest/Office", "committee")), "case_key_unknown contest.Office");
}

TEST(CaseJson, AnUnknownValueIsRefused) {
  for (const char* pointer :
       {"/status", "/profile", "/roll/0/standing", "/roll/0/attended", "/roll/0/not_convened",
        "/meeting", "/contest/office", "/ballots/1/defects/0", "/settings/nobody_of_several",
        "/settings/one_name_no_box", "/settings/rounding/mode"}) {
    EXPECT_TRUE(refusal(with(pointer, "something")).starts_with("case_word_unknown")) << pointer;
    EXPECT_TRUE(refusal(with(pointer, 1)).starts_with("case_not_text")) << pointer;
  }
}

TEST(CaseJson, ANumberIsAnIntegerFromZeroToAMillion) {
  const auto issued = [](const Json& number) {
    return refusal(with("/accounting/issued", number));
  };
  EXPECT_EQ(issued(1000000), "");
  EXPECT_EQ(issued(1000001), "case_out_of_range accounting.issued");
  EXPECT_EQ(issued(-1), "case_out_of_range accounting.issued");
  EXPECT_EQ(issued(INT64_MIN), "case_out_of_range accounting.issued");
  EXPECT_EQ(issued(UINT64_MAX), "case_out_of_range accounting.issued");
  for (const Json& other :
       {Json(15.0), Json(true), Json(nullptr), Json("4"), Json::array({4}), Json(1e30)}) {
    EXPECT_EQ(issued(other), "case_not_integer accounting.issued") << other;
  }
  EXPECT_EQ(refusal(with("/roll/0/count", 0)), "case_out_of_range roll[0].count");
  EXPECT_EQ(refusal(with("/ballots/0/count", 0)), "case_out_of_range ballots[0].count");
  EXPECT_EQ(refusal(with("/ballots/0/struck/0", 3.0)), "case_not_integer ballots[0].struck[0]");
  EXPECT_EQ(refusal(with("/ballots/0/struck/0", 70000)), "case_out_of_range ballots[0].struck[0]");
}

TEST(CaseJson, EveryTypeIsAsTheFormatSays) {
  EXPECT_EQ(refusal(with("/id", 5)), "case_not_text id");
  EXPECT_EQ(refusal(with("/settings", nullptr)), "case_not_object settings");
  EXPECT_EQ(refusal(with("/roll", Json::object())), "case_not_list roll");
  EXPECT_EQ(refusal(with("/roll/0", "x")), "case_not_object roll[0]");
  EXPECT_EQ(refusal(with("/roll/0/replaced", 1)), "case_not_boolean roll[0].replaced");
  EXPECT_EQ(refusal(with("/contest/tie_of", "true")), "case_not_boolean contest.tie_of");
  EXPECT_EQ(refusal(with("/contest", Json::array())), "case_not_object contest");
  EXPECT_EQ(refusal(with("/ballots/1/conclusion", true)), "case_not_object ballots[1].conclusion");
  EXPECT_EQ(refusal(with("/ballots/1/defects", "torn")), "case_not_list ballots[1].defects");
  EXPECT_EQ(refusal(Json("case")), "case_not_object ");
  EXPECT_EQ(refusal(Json(nullptr)), "case_not_object ");
}

TEST(CaseJson, KeysThatContradictEachOtherAreRefused) {
  EXPECT_EQ(refusal(with("/contest/offices", {"committee", "secretary"})),
            "case_office_and_offices contest.offices");
  EXPECT_EQ(refusal(with("/contest/ballots_held", 1)), "case_ballots_held contest.ballots_held");
  EXPECT_EQ(refusal(with("/contest/ballots_held", 0)), "");
  EXPECT_EQ(refusal(with("/contest/round", 2)), "");
  EXPECT_EQ(refusal(with("/contest/planned", 1)), "case_planned_office contest.planned");
  EXPECT_EQ(refusal(with("/contest/office", "committee")),
            "case_alternates_office contest.alternates");
  EXPECT_EQ(refusal(with("/contest/counters_on_list", {2, 2})),
            "case_named_twice contest.counters_on_list[1]");
  EXPECT_EQ(refusal(with("/ballots/0/marks", Json::array())), "case_other_form ballots[0].marks");
  EXPECT_EQ(refusal(with("/ballots/0/conclusion", {{"valid", true}})),
            "case_conclusion ballots[0].conclusion");
}

TEST(CaseJson, OfficesAreAListOfTwoOrMore) {
  Json one = without("/contest/office");
  one["contest"].erase("alternates");
  one["contest"]["offices"] = {"committee", "secretary"};
  EXPECT_EQ(refusal(one), "");
  one["contest"]["offices"] = {"committee"};
  EXPECT_EQ(refusal(one), "case_wrong_length contest.offices");
  one["contest"]["offices"] = {"committee", "committee"};
  EXPECT_EQ(refusal(one), "case_named_twice contest.offices[1]");
}

TEST(CaseJson, TheContestIsJudgedBeforeTheBallotsThatFollowItsForm) {
  Json one = with("/contest", {{"office", "secretary"}, {"seats", 0}, {"candidates", 1}});
  one["ballots"] = {{{"marks", {"agree"}}}};
  EXPECT_EQ(refusal(one), "case_out_of_range contest.seats");
}

TEST(CaseJson, ASettingReplacesTheWholeValueOfTheProfile) {
  const auto settings = [](const Json& value) { return refusal(with("/settings", value)); };
  EXPECT_EQ(settings({{"shortage", {{"*", "vote_again"}}}}), "");
  EXPECT_EQ(settings({{"shortage", {{"upper_delegates", "vote_again"}}}}),
            "case_key_missing settings.shortage.*");
  EXPECT_EQ(settings({{"shortage", {{"*", "complete"}}}}), "case_word_unknown settings.shortage.*");
  EXPECT_EQ(settings({{"shortage", {{"*", "vote_again"}, {"mayor", "vote_again"}}}}),
            "case_key_unknown settings.shortage.mayor");
  EXPECT_EQ(settings({{"small_body", {{"from", 3}, {"to", 5}}}}),
            "case_key_missing settings.small_body.surplus");
  EXPECT_EQ(settings({{"small_body", nullptr}}), "");
  EXPECT_EQ(settings({{"prepared_surplus_percent", {10}}}),
            "case_wrong_length settings.prepared_surplus_percent");
  EXPECT_EQ(settings({{"outside_support_percent", nullptr}}),
            "case_not_integer settings.outside_support_percent");
  EXPECT_EQ(settings({{"rounding", {{"decimals", 7}, {"mode", "half_up"}}}}),
            "case_out_of_range settings.rounding.decimals");
  EXPECT_EQ(settings({{"offices_with_surplus", {"committee", "committee"}}}),
            "case_named_twice settings.offices_with_surplus[1]");
}

TEST(CaseJson, SettingsOverrideTheProfileInWhateverOrderTheyStand) {
  const std::string rest =
      R"("roll": [], "meeting": "member_congress", "ballots": [],
         "contest": {"office": "committee", "seats": 10, "candidates": 20}})";
  for (const std::string head :
       {R"({"settings": {"surplus_cap_percent": 99}, "profile": "national",)",
        R"({"profile": "national", "settings": {"surplus_cap_percent": 99},)"}) {
    const CaseFile file = read_cases(head + rest).value();
    EXPECT_EQ(file.cases[0].content.settings.surplus_cap_percent, Percent{99});
    EXPECT_FALSE(file.cases[0].content.settings.small_body) << "of the national profile";
  }
}

TEST(CaseJson, TooManyNamesOnAllBallotsAreRefusedBeforeTheyAreCounted) {
  Json one = with("/contest", {{"office", "secretary"}, {"seats", 1}, {"candidates", 1000}});
  one["ballots"] = Json::array();
  for (int i = 0; i < 20'000; ++i) one["ballots"].push_back({{"struck", Json::array()}});
  EXPECT_EQ(refusal(one), "case_too_large ballots");
}

}  // namespace
}  // namespace hp::rules
