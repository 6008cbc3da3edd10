#include "congress/definition.h"

#include "congress/contest_kit.h"

namespace hp::congress {
namespace {

Result<void> decoded(const v1::ContestDefinition& d) {
  HP_TRY(decode_definition(journal::encode_canonical(d)));
  return {};
}

TEST(Definition, CarriesEverySettingByNameInCanonicalJson) {
  const auto text = settings_as_text(rules::settings_of(rules::Profile::k190Of2024));
  ASSERT_EQ(text.size(), 11u);
  using Line = std::pair<std::string, std::string>;
  EXPECT_EQ(text[0], Line("branch_committee_from", "9"));
  EXPECT_EQ(text[2], Line("offices_with_surplus", R"(["committee","standing_committee"])"));
  EXPECT_EQ(text[6], Line("prepared_surplus_percent", "[10,15]"));
  EXPECT_EQ(text[7], Line("rounding", R"({"decimals":2,"mode":"half_up"})"));
  EXPECT_EQ(text[8],
            Line("shortage", R"({"*":"congress_decides","upper_delegates":"vote_again"})"));
  EXPECT_EQ(text[9], Line("small_body", R"({"from":3,"surplus":1,"to":5})"));
  EXPECT_EQ(text[10], Line("surplus_cap_percent", "30"));
}

TEST(Definition, ReadsBackTheSettingsOfEveryProfile) {
  for (const auto profile : {rules::Profile::k190Of2024, rules::Profile::k244Of2014,
                             rules::Profile::kNational, rules::Profile::kCustom}) {
    const rules::Settings settings = rules::settings_of(profile);
    EXPECT_EQ(settings_from_text(settings_as_text(settings)).value(), settings);
  }
}

TEST(Definition, RefusesSettingsMissingOutOfOrderOrNotCanonical) {
  const auto good = list_of(5, 4);
  v1::ContestDefinition d = good;
  d.mutable_settings()->RemoveLast();
  EXPECT_REFUSED(decoded(d), codes::kDefinitionSettings, "settings");
  d = good;
  d.mutable_settings()->SwapElements(0, 1);
  EXPECT_REFUSED(decoded(d), codes::kDefinitionSettings, "settings[0]");
  d = good;
  d.mutable_settings(7)->set_value(R"({"decimals": 2, "mode": "half_up"})");
  EXPECT_REFUSED(decoded(d), codes::kDefinitionSettings, "settings[7]");
  d = good;
  d.mutable_settings(0)->set_value("9.0");
  EXPECT_REFUSED(decoded(d), codes::kDefinitionSettings, "settings[0]");
  d = good;
  d.mutable_settings(1)->set_value("\"perhaps\"");
  EXPECT_REFUSED(decoded(d), codes::kDefinitionSettings, "settings[1]");
}

TEST(Definition, NamesNobodyTwiceAndNobodyWithoutANameOrId) {
  v1::ContestDefinition d = list_of(5, 4);
  d.mutable_candidates(3)->set_person("p1");
  EXPECT_REFUSED(decoded(d), codes::kDefinitionPerson, "candidates[3].person");
  d = list_of(5, 4);
  d.mutable_candidates(2)->clear_name();
  EXPECT_REFUSED(decoded(d), codes::kDefinitionPerson, "candidates[2].name");
  d = list_of(5, 4);
  d.clear_candidates();
  EXPECT_REFUSED(decoded(d), codes::kDefinitionField, "candidates");
}

TEST(Definition, RefusesFieldsThatCantBeMeant) {
  const auto refused = [](const char* field, auto&& change) {
    v1::ContestDefinition d = list_of(5, 4);
    change(d);
    EXPECT_REFUSED(decoded(d), codes::kDefinitionField, field);
  };
  refused("contest", [](auto& d) { d.set_contest("Ban Chấp hành"); });
  refused("contest", [](auto& d) { d.set_contest(std::string(41, 'a')); });
  refused("body", [](auto& d) { d.clear_body(); });
  refused("round", [](auto& d) { d.set_round(0); });
  refused("ballot", [](auto& d) { d.set_ballot(2); });
  refused("places", [](auto& d) { d.set_places(v1::PLACES_ALTERNATE); });
  refused("from_contest", [](auto& d) { d.set_from_contest("bch"); });
  refused("planned_person", [](auto& d) { d.set_planned_person("p1"); });
  refused("minimum", [](auto& d) { d.set_minimum(0); });
  refused("profile", [](auto& d) { d.set_profile("191"); });
  refused("convening_member_off_list[1]", [](auto& d) {
    d.add_convening_member_off_list(2);
    d.add_convening_member_off_list(2);
  });
}

}  // namespace
}  // namespace hp::congress
