#include "journal/canonical.h"

#include <gtest/gtest.h>

#include "base/codes.h"
#include "homphieu/v1/record.pb.h"

namespace hp::journal {
namespace {

namespace v1 = homphieu::v1;

v1::Command close_contest() {
  v1::Command command;
  command.set_command_id("0123456789abcdef");
  command.mutable_close_contest()->set_contest("bch");
  command.mutable_close_contest()->set_round(1);
  return command;
}

TEST(Canonical, WhatWasEncodedIsDecoded) {
  const auto back = decode_canonical<v1::Command>(encode_canonical(close_contest()));
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(back->close_contest().contest(), "bch");
}

TEST(Canonical, AMessageThatIsPresentAndEmptyIsWritten) {
  v1::AttendanceEntry entry;
  entry.set_person("d1");
  entry.mutable_arrived();
  EXPECT_EQ(encode_canonical(entry), (Bytes{0x0a, 2, 'd', '1', 0x12, 0}));
}

TEST(Canonical, ALongVarintIsRefused) {
  const Bytes bytes = {0x08, 0x81, 0x00};  // Hands{1} with one byte too many
  EXPECT_TRUE(decode_canonical<v1::Hands>(bytes).error().is(codes::kNotCanonical));
}

TEST(Canonical, ADefaultValueWrittenOutIsRefused) {
  EXPECT_TRUE(decode_canonical<v1::Hands>(Bytes{0x08, 0x00}).error().is(codes::kNotCanonical));
}

TEST(Canonical, AFieldGivenTwiceIsRefused) {
  EXPECT_TRUE(
      decode_canonical<v1::Hands>(Bytes{0x08, 1, 0x08, 2}).error().is(codes::kNotCanonical));
}

TEST(Canonical, FieldsOutOfOrderAreRefused) {
  const Bytes bytes = {0x10, 1, 0x0a, 1, 'x'};  // Organisation: allocation before name
  EXPECT_TRUE(decode_canonical<v1::Organisation>(bytes).error().is(codes::kNotCanonical));
}

TEST(Canonical, TwoMembersOfAOneofAreRefused) {
  const Bytes bytes = {0x0a, 1, 'd', 0x12, 0, 0x1a, 0};  // arrived, then left
  EXPECT_TRUE(decode_canonical<v1::AttendanceEntry>(bytes).error().is(codes::kNotCanonical));
}

TEST(Canonical, AnUnknownFieldIsRefused) {
  EXPECT_TRUE(
      decode_canonical<v1::Hands>(Bytes{0x08, 1, 0x78, 1}).error().is(codes::kFieldUnknown));
}

TEST(Canonical, RepeatedNumbersNotPackedAreRefused) {
  v1::Official official;
  official.add_roles(v1::ROLE_HELPER);
  EXPECT_TRUE(decode_canonical<v1::Official>(encode_canonical(official)).has_value());
  EXPECT_TRUE(decode_canonical<v1::Official>(Bytes{0x18, 5}).error().is(codes::kNotCanonical));
}

TEST(Canonical, AnEnumIsSetToADeclaredValue) {
  v1::Deduction deduction;
  deduction.set_count(1);
  const auto missing = decode_canonical<v1::Deduction>(encode_canonical(deduction));
  EXPECT_TRUE(missing.error().is(codes::kEnumNotDeclared));
  EXPECT_EQ(missing.error().where, "kind");
  deduction.set_kind(static_cast<v1::DeductionKind>(99));
  EXPECT_TRUE(decode_canonical<v1::Deduction>(encode_canonical(deduction))
                  .error()
                  .is(codes::kEnumNotDeclared));
}

TEST(Canonical, TextNotInNfcIsRefusedWithItsPath) {
  v1::ImportRoll roll;
  v1::Person& person = *roll.add_people();
  person.set_id("d1");
  person.set_name("Lê\u0301");  // ê and a combining accent: ế in NFC
  person.set_sex(v1::SEX_MALE);
  person.set_standing(v1::STANDING_OFFICIAL);
  person.set_basis(v1::BASIS_ELECTED);
  const auto refused = decode_canonical<v1::ImportRoll>(encode_canonical(roll));
  EXPECT_TRUE(refused.error().is(codes::kNotNfc));
  EXPECT_EQ(refused.error().where, "people[0].name");
}

TEST(Canonical, TextThatNoPaperCanPrintIsRefusedWithItsPath) {
  v1::RecordRemark remark;
  remark.set_contest("c");
  remark.set_text("Đồng ý \U0001F44D");
  const auto refused = decode_canonical<v1::RecordRemark>(encode_canonical(remark));
  EXPECT_TRUE(refused.error().is(codes::kTextNotPrintable));
  EXPECT_EQ(refused.error().where, "text");
  EXPECT_EQ(refused.error().detail, "U+1F44D");
}

TEST(Canonical, BytesThatAreNoMessageAreRefused) {
  EXPECT_TRUE(decode_canonical<v1::Command>(Bytes{0xff}).error().is(codes::kNotCanonical));
}

}  // namespace
}  // namespace hp::journal
