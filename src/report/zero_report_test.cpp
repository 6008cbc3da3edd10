#include "report/zero_report.h"

#include <gtest/gtest.h>

#include "base/hex.h"
#include "congress/paper_kit.h"
#include "pdf/test_support.h"
#include "report/rehearsal_kit.h"

namespace hp::report {
namespace {

using congress::PaperHall;
using pdf::testing::fonts;

std::string zero_error(const PaperHall& hall, const std::string& contest = "c") {
  const auto made = zero_report(hall.congress.state, contest, 0, fonts());
  if (made) return "";
  return std::string(made.error().code->name) + " " + made.error().where + " " +
         made.error().detail;
}

std::string zero_text(const PaperHall& hall, const std::string& name = "") {
  return testing::words_on(zero_report(hall.congress.state, "c", 0, fonts()).value(), name);
}

TEST(ZeroReport, GivesEveryNameZeroWithTheRecordsHeadAndPlacesToSign) {
  PaperHall hall;
  hall.approve();
  ASSERT_TRUE(hall.open(10).has_value());
  const std::string text = zero_text(hall, "zero");
  for (const std::string& words :
       {std::string("BÁO CÁO SỐ KHÔNG"), std::string("Phiếu giấy sẽ phát 10"),
        std::string("Lô phiếu đã mở 0"), std::string("1 Nguyễn Văn A 0"),
        std::string("5 Nguyễn Văn E 0"), to_hex(hall.round().definition.hash),
        to_hex(hall.congress.state.roots.back()), std::string("TRƯỞNG BAN KIỂM PHIẾU"),
        std::string("ỦY VIÊN BAN KIỂM PHIẾU")}) {
    EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text;
  }
  EXPECT_EQ(text.find("DIỄN TẬP"), std::string::npos) << text;
  EXPECT_EQ(text.find("GIỮ KHÓA"), std::string::npos) << text;  // on paper alone
}

TEST(ZeroReport, BeforeTheOpeningSaysHowManyCardsCanVote) {
  PaperHall hall;
  hall.approve();
  const std::string text = zero_text(hall);
  EXPECT_NE(text.find("trước khi mở bỏ phiếu"), std::string::npos) << text;
  EXPECT_NE(text.find("Thẻ bỏ phiếu được 0"), std::string::npos) << text;
}

TEST(ZeroReport, OfBoxesHasBothColumns) {
  PaperHall hall({.names = 1, .seats = 1, .office = congress::v1::OFFICE_SECRETARY});
  hall.approve();
  EXPECT_NE(zero_text(hall).find("1 Nguyễn Văn A 0 0"), std::string::npos) << zero_text(hall);
}

TEST(ZeroReport, OfARehearsalSaysSo) {
  PaperHall hall({.rehearsal = true});
  hall.approve();
  EXPECT_TRUE(testing::says_rehearsal_on_every_page(
      zero_report(hall.congress.state, "c", 0, fonts()).value()));
}

TEST(ZeroReport, IsTheSameForTheSameRecord) {
  PaperHall hall;
  hall.approve();
  EXPECT_EQ(zero_report(hall.congress.state, "c", 0, fonts()).value(),
            zero_report(hall.congress.state, "c", 1, fonts()).value());
}

TEST(ZeroReport, IsRefusedOnceAFigureABatchOrACountIsThere) {
  PaperHall hall;
  hall.to_closed(10);
  EXPECT_EQ(zero_error(hall), "");
  ASSERT_TRUE(hall.record(hall.figures(10, 10, 0, 0, 10)).has_value());
  EXPECT_EQ(zero_error(hall), "zero_counted collected 10");
}

TEST(ZeroReport, IsRefusedOnceABatchIsOpen) {
  PaperHall hall;
  hall.to_counting(7);
  ASSERT_TRUE(hall.open_batch(1, 7).has_value());
  hall.round().paper.figures.clear();
  EXPECT_EQ(zero_error(hall), "zero_counted batches 7");
}

TEST(ZeroReport, IsRefusedOnceABallotIsCast) {
  PaperHall hall;
  hall.approve();
  hall.round().board.emplace_back();
  EXPECT_EQ(zero_error(hall), "zero_counted board 1");
}

TEST(ZeroReport, OfNoSuchContestOrOfAWithdrawnListIsRefused) {
  PaperHall hall;
  hall.approve();
  EXPECT_EQ(zero_error(hall, "x"), "contest_unknown contest x");
  hall.round().phase = congress::Phase::kWithdrawn;
  EXPECT_EQ(zero_error(hall), "contest_phase contest withdrawn");
}

}  // namespace
}  // namespace hp::report
