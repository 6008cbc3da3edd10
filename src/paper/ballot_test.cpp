#include "paper/ballot.h"

#include <gtest/gtest.h>

#include "base/codes.h"
#include "paper/codes.h"
#include "paper/picture.h"
#include "paper/qr.h"
#include "paper/sample.h"
#include "pdf/codes.h"
#include "pdf/test_support.h"

namespace hp::paper {
namespace {

using pdf::testing::fonts;
using pdf::testing::OnDisk;
using testing::sample;

Error refused(const Ballot& ballot, std::uint32_t copies = 1) {
  const auto made = make_ballots(ballot, fonts(), copies);
  EXPECT_FALSE(made.has_value());
  return made.has_value() ? Error{} : made.error();
}

std::string words(const Ballot& ballot) {
  const auto made = make_ballots(ballot, fonts());
  EXPECT_TRUE(made.has_value()) << describe(made.error(), Language::kEnglish);
  return made.has_value() ? testing::words_of(made->pdf) : "";
}

bool says(const Ballot& ballot, const char* part) {
  return words(ballot).find(part) != std::string::npos;
}

TEST(Ballot, TheSameValuesGiveTheSameBytes) {
  const Ballot ballot = sample(65, 20);
  EXPECT_EQ(make_ballots(ballot, fonts())->pdf, make_ballots(ballot, fonts())->pdf);
  EXPECT_EQ(layout_json(make_ballots(ballot, fonts())->layout),
            layout_json(make_ballots(ballot, fonts())->layout));
}

TEST(Ballot, CopiesAddPagesButHardlyBytes) {
  const Ballot ballot = sample(23, 15);
  const Printed one = *make_ballots(ballot, fonts());
  const Printed many = *make_ballots(ballot, fonts(), 1500);
  EXPECT_LT(many.pdf.size(), one.pdf.size() + 1500 * 300);
  EXPECT_EQ(layout_json(one.layout), layout_json(many.layout));
  EXPECT_NE(OnDisk(many.pdf).judge("pdfinfo {}").find("Pages:           1500"), std::string::npos);
}

TEST(Ballot, CopiesOfThreeSidesBeginOnANewSheet) {
  const auto pages = [](std::size_t names, std::uint32_t copies) {
    const std::string said =
        OnDisk(make_ballots(sample(names, 15), fonts(), copies)->pdf).judge("pdfinfo {}");
    return std::stoi(said.substr(said.find("Pages:") + 6));
  };
  EXPECT_EQ(pages(65, 1), 3);
  EXPECT_EQ(pages(65, 2), 8);
  EXPECT_EQ(pages(46, 2), 4);
  EXPECT_EQ(pages(23, 2), 2);
}

TEST(Ballot, TellsHowToVoteInOneSentence) {
  EXPECT_TRUE(
      says(sample(20, 15),
           "Bầu không quá 15 trong 20 người: gạch ngang qua cả họ, chữ đệm và tên của người "
           "mình không bầu."));
  EXPECT_TRUE(
      says(sample(3, 3),
           "Bầu 3 người: ở hàng của mỗi người, đánh dấu X vào một ô, đồng ý hoặc không đồng "
           "ý."));
  EXPECT_TRUE(says(sample(1, 1), "Đánh dấu X vào đúng một trong hai ô: đồng ý hoặc không đồng ý."));
  Ballot poll = sample(20, 15);
  poll.heading.kind = Kind::kOpinion;
  EXPECT_TRUE(says(poll, "PHIẾU XIN Ý KIẾN"));
  EXPECT_TRUE(says(poll, "Chọn không quá 15 trong 20 người"));
}

TEST(Ballot, SaysWhoseItIs) {
  Ballot ballot = sample(20, 15);
  ballot.heading.body = "Đảng bộ bộ phận";
  ballot.heading.ballot = 2;
  for (const char* part :
       {"ĐẢNG CỘNG SẢN VIỆT NAM", "Đảng bộ quận Cẩm Lệ", "Đại hội đại biểu lần thứ IV",
        "Nhiệm kỳ 2020–2025", "PHIẾU BẦU CỬ", "Ban Chấp hành Đảng bộ quận Cẩm Lệ",
        "Đảng bộ bộ phận", "(lần bầu thứ 2)"}) {
    EXPECT_TRUE(says(ballot, part)) << part;
  }
  EXPECT_FALSE(says(ballot, "DIỄN TẬP"));
}

TEST(Ballot, TheCodeSaysStyleAndSideAlone) {
  BallotCode code{false, {}, "ban-chap-hanh", 2, {}};
  code.congress_id.fill(0xab);
  code.definition_hash.fill(0x01);
  EXPECT_EQ(ballot_code(code, 1, 3), "HP1;abababab;ban-chap-hanh.2;1/3;01010101");
  code.rehearsal = true;
  EXPECT_EQ(ballot_code(code, 3, 3), "HPDT1;abababab;ban-chap-hanh.2;3/3;01010101");
}

TEST(Ballot, ALetterWithoutAGlyphIsNamedWithItsRow) {
  Ballot ballot = sample(30, 15);
  ballot.names[23] = "Nguyễn 字";
  const Error error = refused(ballot);
  EXPECT_TRUE(error.is(codes::kPdfGlyphMissing));
  EXPECT_EQ(error.where, "names[23]");
  EXPECT_EQ(error.detail, "24: U+5B57");
  ballot = sample(30, 15);
  ballot.heading.office = "字";
  EXPECT_EQ(refused(ballot).where, "heading.office");
}

TEST(Ballot, ADecomposedNameIsRefused) {
  Ballot ballot = sample(3, 1);
  ballot.names[2] = "Nguye\u0302\u0303n";
  EXPECT_TRUE(refused(ballot).is(codes::kNotNfc));
  EXPECT_EQ(refused(ballot).where, "names[2]");
}

TEST(Ballot, ALongNameIsPrintedWholeSmallerOrOnTwoLinesAndATooLongOneIsRefused) {
  for (const Size size : {Size::kA4, Size::kA5}) {
    std::string long_name = "Công Tằng Tôn Nữ Hoàng Phương Quỳnh Như Ý Đoan Trang";
    if (size == Size::kA4) long_name += " Thị Ngọc Khánh Huyền";
    Ballot ballot = sample(4, 4, size);
    ballot.names[1] = "Hồ Nguyễn Hoàng Phương Thảo Trinh";
    ballot.names[2] = long_name;
    const std::string said = words(ballot);
    EXPECT_NE(said.find(" 2 " + ballot.names[1] + " 3 "), std::string::npos) << said;
    EXPECT_NE(said.find(" " + long_name + " "), std::string::npos) << said;
    ballot.names[2] = long_name + " " + long_name + " " + long_name;
    const Error error = refused(ballot);
    EXPECT_TRUE(error.is(codes::kPaperNameLong));
    EXPECT_EQ(error.where, "names[2]");
    EXPECT_TRUE(error.detail.starts_with("3: Công Tằng")) << error.detail;
  }
}

TEST(Ballot, ALongHeadingGetsSmallerAndATooLongOneIsRefused) {
  Ballot ballot = sample(20, 15, Size::kA5);
  ballot.heading.office =
      "Đoàn đại biểu dự Đại hội đại biểu Đảng bộ thành phố Đà Nẵng lần thứ XXII, nhiệm kỳ "
      "2020–2025";
  EXPECT_TRUE(says(ballot, ballot.heading.office.c_str()));
  for (int i = 0; i < 4; ++i) ballot.heading.office += " " + ballot.heading.office;
  EXPECT_TRUE(refused(ballot).is(codes::kPaperHeadingLong));
}

TEST(Ballot, WhatIsNoBallotIsRefused) {
  EXPECT_TRUE(refused(sample(0, 1)).is(codes::kPaperNames));
  EXPECT_TRUE(refused(sample(251, 1)).is(codes::kPaperNames));
  EXPECT_TRUE(refused(sample(3, 0)).is(codes::kPaperSeats));
  Ballot ballot = sample(3, 1);
  ballot.form = Form::kBoxes;
  EXPECT_TRUE(refused(ballot).is(codes::kPaperSeats));
  EXPECT_TRUE(refused(sample(3, 1), 0).is(codes::kPaperCount));
  EXPECT_TRUE(refused(sample(3, 1), kMostCopies + 1).is(codes::kPaperCount));
  ballot = sample(3, 1);
  ballot.names[1].clear();
  EXPECT_TRUE(refused(ballot).is(codes::kPaperText));
  EXPECT_EQ(refused(ballot).where, "names[1]");
  ballot = sample(3, 1);
  ballot.heading.term.clear();
  EXPECT_EQ(refused(ballot).where, "heading.term");
  ballot = sample(3, 1);
  ballot.contest = "a;b";
  EXPECT_TRUE(refused(ballot).is(codes::kPaperCode));
}

}  // namespace
}  // namespace hp::paper
