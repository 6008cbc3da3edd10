#include "pdf/sign.h"

#include <gtest/gtest.h>

#include "base/hex.h"
#include "pdf/codes.h"
#include "pdf/digest.h"
#include "pdf/sign_test_support.h"

namespace hp::pdf {
namespace {

using namespace testing;

void expect_not_signed(ByteView file, const SignatureRequest& wanted, const ErrorCode& code) {
  const auto made = begin_signature(file, wanted, fonts());
  ASSERT_FALSE(made.has_value()) << code.name;
  EXPECT_TRUE(made.error().is(code)) << describe(made.error(), Language::kEnglish);
}

TEST(Sign, AFileWithoutSignaturesIsReadBack) {
  const Bytes file = base(3);
  const Signed it = read_back(file);
  EXPECT_EQ(it.base, file.size());
  EXPECT_TRUE(it.signatures.empty());
  ASSERT_EQ(it.fields.size(), 5U);
  EXPECT_EQ(it.fields[0].name, "chu_tich");
  EXPECT_TRUE(it.fields[0].visible && it.fields[0].empty);
  EXPECT_EQ(it.fields[4].name, "uy_vien_3");
  EXPECT_FALSE(it.fields[4].visible);
  ASSERT_EQ(it.attachments.size(), 1U);
  EXPECT_EQ(chars(it.attachments.at("bien_ban.json")), "{\"votes\":[200,130,242]}\n");
}

TEST(Sign, ASignatureIsReadBack) {
  const Bytes file = base();
  auto open = begin_signature(file, request("uy_vien_2"), fonts());
  ASSERT_TRUE(open.has_value()) << describe(open.error(), Language::kEnglish);
  const Hash digest = open->digest;
  const auto range = open->range;
  const Bytes done = finish_signature(std::move(*open), dummy_der(3000)).value();
  EXPECT_TRUE(equal(ByteView(done).first(file.size()), file)) << "what was there stays";
  const Signed it = read_back(done);
  ASSERT_EQ(it.signatures.size(), 1U);
  const Signature& one = it.signatures[0];
  EXPECT_EQ(it.base, file.size());
  EXPECT_EQ(one.field, "uy_vien_2");
  EXPECT_EQ(one.end, done.size());
  EXPECT_EQ(one.range, range);
  EXPECT_EQ(one.digest, digest);
  EXPECT_EQ(one.contents, dummy_der(3000));
  EXPECT_EQ(one.reserve, 8192U);
  EXPECT_EQ(one.name, "Nguyễn Văn An");
  EXPECT_EQ(one.reason, "Chủ tịch");
  EXPECT_EQ(one.location, "Đà Nẵng");
  EXPECT_EQ(one.at, UnixMs{1595900100000});
  EXPECT_FALSE(one.certifies);
  EXPECT_TRUE(it.fields[2].empty);
  EXPECT_FALSE(it.fields[3].empty);
}

TEST(Sign, TheDigestIsThatOfTheTwoRanges) {
  const Bytes done = signed_by(base(), request("uy_vien_1"));
  const Signature one = read_back(done).signatures.at(0);
  Bytes both(done.begin(), done.begin() + static_cast<std::ptrdiff_t>(one.range[1]));
  append(both, ByteView(done).subspan(one.range[2], one.range[3]));
  EXPECT_EQ(to_hex(one.digest), to_hex(sha256(both)));
  EXPECT_EQ(one.range[2] + one.range[3], done.size());
}

TEST(Sign, ManySignOneAfterAnother) {
  SignatureRequest first = request("uy_vien_1");
  first.certify = true;
  Bytes file = signed_by(base(), first);
  SignatureRequest seen = request("chu_tich");
  seen.appearance = {"Ký bởi: Nguyễn Văn An", "Ngày 28/07/2020 08:35:00 +07:00"};
  file = signed_by(file, seen);
  file = signed_by(file, request("uy_vien_3"));
  const Signed it = read_back(file);
  ASSERT_EQ(it.signatures.size(), 3U);
  EXPECT_TRUE(it.signatures[0].certifies);
  EXPECT_FALSE(it.signatures[1].certifies);
  EXPECT_EQ(it.signatures[1].field, "chu_tich");
  EXPECT_EQ(it.signatures[2].end, file.size());
}

TEST(Sign, TheSameRequestGivesTheSameBytes) {
  SignatureRequest wanted = request("truong_ban");
  wanted.appearance = {"Lê Thị Hạnh"};
  const Bytes file = base();
  EXPECT_EQ(begin_signature(file, wanted, fonts())->file,
            begin_signature(file, wanted, fonts())->file);
}

TEST(Sign, WhatCanNotBeSignedIsRefused) {
  const Bytes file = base();
  expect_not_signed(file, request("chu_toa"), codes::kPdfNoField);
  const Bytes once = signed_by(file, request("uy_vien_1"));
  expect_not_signed(once, request("uy_vien_1"), codes::kPdfFieldSigned);
  SignatureRequest late = request("uy_vien_2");
  late.certify = true;
  expect_not_signed(once, late, codes::kPdfCertify);
  SignatureRequest none = request("uy_vien_2");
  none.reserve = 0;
  expect_not_signed(file, none, codes::kPdfSignatureTooLong);
  Bytes longer = once;
  longer.push_back('\n');
  expect_not_signed(longer, request("uy_vien_2"), codes::kPdfEnd);
}

TEST(Sign, AnAppearanceHasWhatTheFileEmbedsAndFits) {
  const Bytes file = base();
  SignatureRequest wanted = request("chu_tich");
  wanted.appearance = {"Ωmega"};  // in the font, but not in the file
  expect_not_signed(file, wanted, codes::kPdfGlyphMissing);
  wanted.appearance = std::vector<std::string>(12, "Nguyễn Văn An");
  expect_not_signed(file, wanted, codes::kPdfDoesNotFit);
  wanted.field = "uy_vien_1";
  wanted.appearance = {"An"};
  expect_not_signed(file, wanted, codes::kPdfDoesNotFit);
}

TEST(Sign, ASignatureThatIsTooLongOrNoDerIsRefused) {
  SignatureRequest wanted = request("uy_vien_1");
  wanted.reserve = 1000;
  const Unsigned open = begin_signature(base(), wanted, fonts()).value();
  const auto longer = finish_signature(open, dummy_der(1001));
  ASSERT_FALSE(longer.has_value());
  EXPECT_TRUE(longer.error().is(codes::kPdfSignatureTooLong));
  Bytes two = dummy_der(500);
  two.push_back(0);
  const auto garbage = finish_signature(open, two);
  ASSERT_FALSE(garbage.has_value());
  EXPECT_TRUE(garbage.error().is(codes::kPdfContents));
  EXPECT_TRUE(finish_signature(open, dummy_der(1000)).has_value());
}

TEST(Sign, TheLastSignatureCanBeReplacedByALongerOne) {
  Bytes file = signed_by(base(), request("uy_vien_1"));
  file = signed_by(file, request("uy_vien_2"));
  const Signed before = read_back(file);
  const Bytes later = replace_last_contents(file, dummy_der(6000)).value();
  const Signed after = read_back(later);
  EXPECT_EQ(after.signatures[1].contents, dummy_der(6000));
  EXPECT_EQ(after.signatures[1].digest, before.signatures[1].digest);
  EXPECT_EQ(after.signatures[0].contents, before.signatures[0].contents);
  EXPECT_TRUE(replace_last_contents(base(), dummy_der(60)).error().is(codes::kPdfNotSigned));
  EXPECT_TRUE(replace_last_contents(file, dummy_der(9000)).error().is(codes::kPdfSignatureTooLong));
}

}  // namespace
}  // namespace hp::pdf
