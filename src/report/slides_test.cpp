#include "report/slides.h"

#include <gtest/gtest.h>

#include "congress/contest_kit.h"
#include "congress/testing/entries.h"
#include "pdf/test_support.h"

namespace hp::report {
namespace {

using congress::again;
using congress::Hall;
using congress::list_of;

constexpr const char* kSlidesProgram = "homphieu 0";

Hall hall_for_slides() {
  Hall hall;
  hall.state.founding = congress::found_command().found_congress();
  return hall;
}

// A part a line: "title | about: 1 name figures; 2 …", "title | sentence sentence".
std::string words(const Hall& hall, std::uint32_t round = 0) {
  const auto slides = slides_of(hall.state, "c", round, kSlidesProgram);
  EXPECT_TRUE(slides.has_value()) << describe(slides.error(), Language::kEnglish);
  if (!slides) return "";
  EXPECT_TRUE(paper::make_slides(*slides, pdf::testing::fonts()).has_value());
  std::string out;
  for (const paper::SlidePart& part : slides->parts) {
    if (const auto* list = std::get_if<paper::SlideList>(&part)) {
      out += list->title + " | " + list->about + ":";
      for (const auto& row : list->rows) {
        out += (row.number.empty() ? "" : " " + row.number) + " " + row.name +
               (row.figures.empty() ? "" : " " + row.figures) + ";";
      }
    } else {
      const auto& text = std::get<paper::SlideText>(part);
      out += text.title + " |";
      for (const std::string& one : text.sentences) out += " " + one;
    }
    out += "\n";
  }
  return out;
}

void expect_said(const std::string& text, const std::vector<std::string>& in_order) {
  std::size_t at = 0;
  for (const std::string& one : in_order) {
    const std::size_t found = text.find(one, at);
    ASSERT_NE(found, std::string::npos) << one << "\n" << text;
    at = found;
  }
}

TEST(HallSlides, ShowWhoStandsAndHowToStrikeOut) {
  Hall hall = hall_for_slides();
  EXPECT_TAKEN(hall.approve(list_of(5, 4)));
  const std::string text = words(hall);
  expect_said(text, {"DANH SÁCH BẦU CỬ | số lượng bầu: 4; danh sách 5 người: 1 Nguyễn Văn A; 2",
                     "5 Nguyễn Văn E;\n", "CÁCH GHI PHIẾU | Bầu không quá 4 trong 5 người.",
                     "Gạch ngang qua cả họ, chữ đệm và tên của người mình không bầu.",
                     "Phiếu để lại quá 4 người, hoặc gạch hết mọi người, là phiếu không hợp lệ.",
                     "không do Ban kiểm phiếu phát ra; ghi thêm tên người ngoài danh sách;",
                     "xem xét, kết luận khi: gạch tên không hết họ, chữ đệm và tên;"});
  EXPECT_EQ(text.find("gạch tên trên phiếu có cột"), std::string::npos);
  EXPECT_EQ(text.find("KẾT QUẢ"), std::string::npos);
}

TEST(HallSlides, TellTheRulesOfBoxesAsTheRoundsSettingsHaveThem) {
  Hall several = hall_for_slides();
  EXPECT_TAKEN(several.approve(list_of(3, 3, congress::v1::OFFICE_INSPECTION_COMMITTEE)));
  const std::string boxes = words(several);
  expect_said(boxes, {"Bầu 3 người: ở hàng của mỗi người, đánh dấu X vào một ô",
                      "riêng người ở hàng ấy không được tính phiếu.",
                      "Phiếu không đồng ý với một người nào là phiếu không hợp lệ.",
                      "gạch tên trên phiếu có cột đồng ý, không đồng ý."});
  EXPECT_EQ(boxes.find("gạch tên không hết"), std::string::npos);

  Hall one = hall_for_slides();
  EXPECT_TAKEN(one.approve(list_of(1, 1, congress::v1::OFFICE_SECRETARY)));
  expect_said(words(one), {"Đánh dấu X vào đúng một trong hai ô",
                           "Đánh dấu cả hai ô, hoặc không ô nào: phiếu không hợp lệ."});
  one.round().definition.settings.one_name_no_box = rules::OneNameRule::kHeld;
  expect_said(words(one), {"Đánh dấu cả hai ô: phiếu không hợp lệ.",
                           "Không đánh dấu ô nào: ban kiểm phiếu xem xét, kết luận."});
  several.round().definition.settings.nobody_of_several = rules::NobodyRule::kValid;
  EXPECT_EQ(words(several).find("không đồng ý với một người nào"), std::string::npos);
}

TEST(HallSlides, TellTheWayThatTheRoundWasOpenedFor) {
  Hall hall = hall_for_slides();
  EXPECT_TAKEN(hall.approve(list_of(5, 4)));
  hall.round().opening.emplace().way = congress::Way::kElectronic;
  const std::string electronic = words(hall);
  expect_said(electronic, {"CÁCH BỎ PHIẾU ĐIỆN TỬ | Quét mã QR", "Bầu không quá 4 trong 5 người."});
  EXPECT_EQ(electronic.find("Gạch ngang"), std::string::npos);
  hall.round().opening->way = congress::Way::kBoth;
  expect_said(words(hall), {"CÁCH GHI PHIẾU |", "CÁCH BỎ PHIẾU ĐIỆN TỬ |"});
  hall.round().opening->way = congress::Way::kElectronic;
  hall.round().moved.emplace();
  const std::string moved = words(hall);
  EXPECT_NE(moved.find("CÁCH GHI PHIẾU |"), std::string::npos);
  EXPECT_EQ(moved.find("ĐIỆN TỬ"), std::string::npos);
}

TEST(HallSlides, HaveNoFigureBeforeTheAnnouncementAndThenAllOfThem) {
  Hall hall = hall_for_slides();
  EXPECT_TAKEN(hall.approve(list_of(5, 4)));
  hall.count({4, 9, 8, 7, 5, 1}, 10);
  const std::string before = words(hall);
  EXPECT_EQ(words(hall), before);
  EXPECT_TAKEN(hall.declare(hall.declaration()));
  EXPECT_EQ(words(hall), before) << "declared";
  for (const char* one : {"c1", "c2", "c3", "chair"}) EXPECT_TAKEN(hall.sign(one));
  EXPECT_EQ(words(hall), before) << "signed";
  EXPECT_EQ(slides_of(hall.state, "c", 0, kSlidesProgram)->heading.at, hall.round().approved.at);
  EXPECT_TAKEN(hall.announce(hall.announcement()));
  const std::string after = words(hall);
  ASSERT_TRUE(after.starts_with(before));
  expect_said(after.substr(before.size()),
              {"KẾT QUẢ | trúng cử: 3 người (số phiếu – tỷ lệ %): 1 Nguyễn Văn B 9 – 90,00; 2 "
               "Nguyễn Văn C 8 – 80,00; 3 Nguyễn Văn D 7 – 70,00;",
               "KẾT QUẢ | không trúng cử: 2 người (số phiếu – tỷ lệ %): Nguyễn Văn E 5 – 50,00; "
               "Nguyễn Văn A 4 – 40,00;",
               "SỐ LIỆU KIỂM PHIẾU | Được triệu tập 10; số làm căn cứ tính 10; có mặt khi bầu 10.",
               "từ 6 phiếu.", "Phiếu phát ra 10, thu về 10, hợp lệ 9, không hợp lệ 1.",
               "Còn thiếu 1.", "Chưa bầu đủ số lượng"});
  EXPECT_EQ(slides_of(hall.state, "c", 0, kSlidesProgram)->heading.at, hall.round().announced->at);
}

TEST(HallSlides, ShowATieAndThatThereIsAFurtherBallot) {
  Hall hall = hall_for_slides();
  const auto first = list_of(5, 4);
  EXPECT_TAKEN(hall.approve(first));
  hall.count({10, 9, 8, 6, 6, 0}, 10);
  hall.finish();
  expect_said(words(hall),
              {"trúng cử: 3 người",
               "KẾT QUẢ | ngang phiếu khi còn 1 chỗ, chưa ai trúng cử: 2 người (số phiếu "
               "– tỷ lệ %): Nguyễn Văn D 6 – 60,00; Nguyễn Văn E 6 – 60,00;",
               "Còn thiếu 1.", "Bầu lại trong số những người có số phiếu ngang nhau"});
  EXPECT_TAKEN(hall.decide_tie(1));
  EXPECT_TAKEN(hall.approve(again(first, 2, 2, {"p4", "p5"}, 1), 10, false));
  const std::string second = words(hall);
  expect_said(second, {"1 Nguyễn Văn D; 2 Nguyễn Văn E;"});
  EXPECT_EQ(second.find("KẾT QUẢ"), std::string::npos);
  EXPECT_NE(words(hall, 1).find("KẾT QUẢ"), std::string::npos);
  EXPECT_EQ(slides_of(hall.state, "c", 0, kSlidesProgram)->heading.ballot, 2u);
}

TEST(HallSlides, OfAnOpinionBallotElectNobody) {
  Hall hall = hall_for_slides();
  EXPECT_TAKEN(hall.approve(list_of(3, 2, congress::v1::OFFICE_OPINION), 0, false));
  expect_said(words(hall), {"DANH SÁCH XIN Ý KIẾN | chọn không quá 2; danh sách 3 người",
                            "Chọn không quá 2 trong 3 người.", "người mình không chọn."});
}

TEST(HallSlides, OfABallotOnAlternatePlacesElectAlternates) {
  Hall hall = hall_for_slides();
  EXPECT_TAKEN(hall.approve(list_of(2, 1, congress::v1::OFFICE_UPPER_DELEGATES)));
  expect_said(words(hall), {"số lượng bầu: 1 chính thức; danh sách 2 người"});
  hall.round().definition.places = congress::Places::kAlternate;
  hall.count({8, 2, 0}, 10);
  hall.finish();
  const std::string text = words(hall);
  expect_said(text, {"số lượng bầu: 1 dự khuyết", "trúng cử đại biểu dự khuyết: 1 người"});
  EXPECT_EQ(text.find("chính thức"), std::string::npos) << text;
}

TEST(HallSlides, OfARehearsalAreOne) {
  Hall hall = hall_for_slides();
  auto definition = list_of(5, 4);
  definition.set_rehearsal(true);
  EXPECT_TAKEN(hall.approve(definition, 0, false));
  EXPECT_TRUE(slides_of(hall.state, "c", 0, kSlidesProgram)->heading.rehearsal);
}

TEST(HallSlides, AreOfAnApprovedListAlone) {
  Hall hall = hall_for_slides();
  EXPECT_EQ(slides_of(hall.state, "c", 0, kSlidesProgram).error().code->name, "contest_unknown");
  EXPECT_TAKEN(hall.approve(list_of(5, 4)));
  EXPECT_EQ(slides_of(hall.state, "c", 2, kSlidesProgram).error().code->name, "round_not_current");
  hall.round().phase = congress::Phase::kWithdrawn;
  EXPECT_EQ(slides_of(hall.state, "c", 0, kSlidesProgram).error().code->name, "contest_phase");
}

}  // namespace
}  // namespace hp::report
