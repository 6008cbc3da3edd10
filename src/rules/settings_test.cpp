#include <gtest/gtest.h>

#include "rules/codes.h"
#include "rules/settings_text.h"

namespace hp::rules {
namespace {

SettingLine line(std::string_view name, Profile profile, const Settings& settings) {
  for (const SettingLine& one : setting_lines(profile, settings)) {
    if (one.name == name) return one;
  }
  ADD_FAILURE() << name << " is missing";
  return {};
}

TEST(Profile, TwoRegulationsShareTheirValuesAndCustomStartsFromThem) {
  EXPECT_EQ(settings_of(Profile::k244Of2014), settings_of(Profile::k190Of2024));
  EXPECT_EQ(settings_of(Profile::kCustom), settings_of(Profile::k190Of2024));
}

TEST(Profile, TheNationalCongressDiffersInThreeSettings) {
  Settings national = settings_of(Profile::kNational);
  EXPECT_FALSE(national.surplus_cap_percent);
  EXPECT_FALSE(national.prepared_surplus_percent);
  EXPECT_FALSE(national.small_body);
  const Settings usual = settings_of(Profile::k190Of2024);
  national.surplus_cap_percent = usual.surplus_cap_percent;
  national.prepared_surplus_percent = usual.prepared_surplus_percent;
  national.small_body = usual.small_body;
  EXPECT_EQ(national, usual);
}

TEST(SettingLines, StandInTheOrderOfTheFormat) {
  const Settings settings = settings_of(Profile::k190Of2024);
  std::string all;
  for (const SettingLine& one : setting_lines(Profile::k190Of2024, settings)) {
    all += std::string(one.name) + " = " + one.value + "\n";
  }
  EXPECT_EQ(all, R"(offices_with_surplus = ["committee", "standing_committee"]
surplus_cap_percent = 30
prepared_surplus_percent = [10, 15]
small_body = {"from": 3, "to": 5, "surplus": 1}
outside_support_percent = 30
nobody_of_several = "invalid"
one_name_both_boxes = "invalid"
one_name_no_box = "invalid"
rounding = {"decimals": 2, "mode": "half_up"}
branch_committee_from = 9
shortage = {"upper_delegates": "vote_again", "*": "congress_decides"}
)");
}

TEST(SettingLines, PrintWhatIsNotTextOfTheRegulation) {
  const Settings settings = settings_of(Profile::k190Of2024);
  std::vector<std::string_view> printed;
  for (const SettingLine& one : setting_lines(Profile::k190Of2024, settings)) {
    if (one.to_be_printed()) printed.push_back(one.name);
  }
  const std::vector<std::string_view> expected{
      "small_body",      "nobody_of_several", "one_name_both_boxes",
      "one_name_no_box", "rounding",          "shortage"};
  EXPECT_EQ(printed, expected);
}

TEST(SettingLines, PrintWhateverWasChanged) {
  Settings settings = settings_of(Profile::k190Of2024);
  settings.surplus_cap_percent = std::nullopt;
  const SettingLine cap = line("surplus_cap_percent", Profile::k190Of2024, settings);
  EXPECT_EQ(cap.value, "null");
  EXPECT_TRUE(cap.changed && cap.to_be_printed());
  EXPECT_FALSE(line("branch_committee_from", Profile::k190Of2024, settings).changed);
}

TEST(SettingLines, DoNotDependOnTheOrderInWhichOfficesWereNamed) {
  Settings settings = settings_of(Profile::k190Of2024);
  settings.offices_with_surplus = {Office::kStandingCommittee, Office::kCommittee};
  EXPECT_FALSE(line("offices_with_surplus", Profile::k190Of2024, settings).changed);
}

TEST(SettingLines, OfAProfileWhoseWordingWasNotSeenAreInferred) {
  const Settings settings = settings_of(Profile::kCustom);
  EXPECT_TRUE(line("surplus_cap_percent", Profile::kCustom, settings).to_be_printed());
  EXPECT_TRUE(line("surplus_cap_percent", Profile::k244Of2014, settings).to_be_printed());
  EXPECT_FALSE(line("branch_committee_from", Profile::k244Of2014, settings).to_be_printed());
  for (const SettingLine& one : setting_lines(Profile::kCustom, settings)) {
    EXPECT_TRUE(one.to_be_printed()) << one.name;
  }
}

TEST(Settings, ThatCannotBeMeantAreRefused) {
  const auto where = [](auto change) {
    Settings settings = settings_of(Profile::k190Of2024);
    change(settings);
    const auto checked = check(settings);
    return checked ? "" : checked.error().where;
  };
  EXPECT_EQ(where([](Settings&) {}), "");
  EXPECT_EQ(where([](Settings& s) { s.rounding.decimals = 6; }), "");
  EXPECT_EQ(where([](Settings& s) { s.rounding.decimals = 7; }), "rounding.decimals");
  EXPECT_EQ(where([](Settings& s) { s.small_body->from = Seats{6}; }), "small_body");
  EXPECT_EQ(where([](Settings& s) { s.prepared_surplus_percent->from = Percent{16}; }),
            "prepared_surplus_percent");
  EXPECT_EQ(where([](Settings& s) { s.offices_with_surplus.assign(2, Office::kSecretary); }),
            "offices_with_surplus[1]");
}

}  // namespace
}  // namespace hp::rules
