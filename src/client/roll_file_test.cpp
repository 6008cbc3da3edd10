#include "client/roll_file.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "client/roll_codes.h"

namespace hp::client {
namespace {

std::string data(const std::string& name) {
  std::ifstream file(std::string(HOMPHIEU_SOURCE_DIR) + "/data/" + name, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

std::vector<v1::Organisation> organisations() {
  return read_organisations(data("organisations.csv")).value();
}

constexpr const char* kHeading = "code,full_name,sex,born,organisation,standing,basis\n";
RollReading read(const std::string& rows) {
  return read_roll(kHeading + rows).value();
}

TEST(Roll, TheExampleIsReadWithoutAFinding) {
  const auto roll = read_roll(data("roll.csv"), organisations()).value();
  EXPECT_TRUE(roll.findings.empty());
  EXPECT_EQ(roll.people.size(), 284u);
  EXPECT_EQ(roll.people[0].name(), "Ông Tấn Hiếu");
  EXPECT_EQ(roll.people[0].born_year(), 1991u);
  EXPECT_TRUE(roll.people[0].convening_committee());
}

TEST(Roll, EachOfTheTenFaultsIsFoundAtItsRowAndColumn) {
  const auto roll = read_roll(data("roll-with-faults.csv"), organisations()).value();
  struct Expected {
    std::size_t row, column;
    const ErrorCode& code;
    bool fault;
  };
  const Expected expected[] = {
      {5, 2, codes::kRollComposed, false},  {7, 2, codes::kRollLookAlike, true},
      {9, 1, codes::kRollCodeTwice, true},  {11, 5, codes::kRollOrganisation, true},
      {13, 6, codes::kRollWord, true},      {15, 2, codes::kRollCellEmpty, true},
      {17, 4, codes::kRollDate, true},      {19, 2, codes::kRollTrimmed, false},
      {21, 2, codes::kRollInvisible, true}, {23, 7, codes::kRollWord, true},
  };
  ASSERT_EQ(roll.findings.size(), std::size(expected));
  for (std::size_t i = 0; i < std::size(expected); ++i) {
    const RollFinding& one = roll.findings[i];
    EXPECT_EQ(one.row, expected[i].row) << i;
    EXPECT_EQ(one.column, expected[i].column) << i;
    EXPECT_EQ(one.code->name, expected[i].code.name) << i;
    EXPECT_EQ(one.fault, expected[i].fault) << i;
  }
  EXPECT_FALSE(roll.good());
  EXPECT_EQ(roll.people.size(), 22u);
}

TEST(Roll, WhatIsMendedIsAsIfItHadBeenTypedRight) {
  const auto roll = read_roll(data("roll-with-faults.csv"), organisations()).value();
  EXPECT_EQ(roll.people[3].name(), "Đoàn Ngọc Hằng");
  const auto spaced = std::ranges::find(roll.people, "CL018", &v1::Person::id);
  ASSERT_NE(spaced, roll.people.end());
  EXPECT_EQ(spaced->name(), "Mai Thế Trung");
}

TEST(Roll, ALookAlikeIsNamedWithWhatItLooksLike) {
  const auto roll = read("A1,Ðỗ An,nam,01/02/1980,Chi bộ,official,elected\n");
  ASSERT_EQ(roll.findings.size(), 1u);
  EXPECT_EQ(
      describe(roll.findings[0], Language::kEnglish),
      "row 2, column 2 (full_name): A letter that only looks like a Vietnamese one: “Ðỗ An” → "
      "U+00D0, Đ? [roll_look_alike]");
}

TEST(Roll, RowsAreCountedAsASpreadsheetCounts) {
  const auto roll = read(
      "A1,An,nam,01/02/1980,Chi bộ,official,elected\r\n\r\n"
      "A2,\"Bình \"\"B\"\"\",nam,01/02/1980,Chi bộ,official,elected\r\n"
      "A3,,nam,01/02/1980,Chi bộ,official,elected");
  ASSERT_EQ(roll.findings.size(), 1u);
  EXPECT_EQ(roll.findings[0].row, 5u);
  EXPECT_EQ(roll.people[1].name(), "Bình \"B\"");
}

TEST(Roll, AShortRowIsAFaultOfTheWholeRow) {
  const auto roll = read("A1,An\n");
  ASSERT_EQ(roll.findings.size(), 1u);
  EXPECT_EQ(roll.findings[0].column, 0u);
  EXPECT_EQ(roll.findings[0].code->name, codes::kCsvRowLength.name);
}

TEST(Roll, AHeadingOfOtherColumnsIsRefused) {
  EXPECT_EQ(read_roll("code,name\n").error().code->name, codes::kCsvHeading.name);
  EXPECT_EQ(read_roll("").error().code->name, codes::kCsvHeading.name);
  EXPECT_EQ(read_roll(std::string("code,code,") + kHeading).error().code->name,
            codes::kCsvHeading.name);
}

TEST(Roll, WhatIsNoCsvIsRefused) {
  EXPECT_EQ(read_roll(std::string(kHeading) + "\"A1").error().code->name, codes::kCsvForm.name);
  EXPECT_EQ(read_roll("\xff\xfe").error().code->name, codes::kCsvForm.name);
}

TEST(Lists, AreReadInTheirOrder) {
  const auto list = read_candidates(data("list-committee.csv")).value();
  ASSERT_EQ(list.size(), 44u);
  EXPECT_EQ(list[0].person, "CL233");
  EXPECT_EQ(list[43].name, "Trần Minh Ổn");
  EXPECT_EQ(read_candidates("code,full_name\nA,An\nA,An\n").error().code->name,
            codes::kRollCodeTwice.name);
}

TEST(Lists, OrganisationsComeWithTheirAllocation) {
  const auto all = organisations();
  ASSERT_EQ(all.size(), 18u);
  EXPECT_EQ(all[0].allocation(), 30u);
  EXPECT_FALSE(read_organisations("organisation,delegates_allocated\nA,3x\n").has_value());
}

}  // namespace
}  // namespace hp::client
