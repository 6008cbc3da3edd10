// Slides as the hall sees them: qpdf, pdftotext, and pictures of the pages.
#include "paper/slides.h"

#include <gtest/gtest.h>

#include <regex>

#include "paper/codes.h"
#include "paper/picture.h"
#include "paper/sample.h"
#include "pdf/test_support.h"

namespace hp::paper {
namespace {

using pdf::testing::fonts;
using pdf::testing::OnDisk;

enum class With { kNames, kFigures };

Slides slides_for(std::size_t names, With with = With::kNames) {
  Slides out{testing::sample_heading(), {}};
  SlideList list{"DANH SÁCH BẦU CỬ", "Số lượng bầu: 15", {}};
  for (const std::string& name : testing::sample(names, 1).names) {
    list.rows.push_back(
        {std::to_string(list.rows.size() + 1), name, with == With::kFigures ? "1204 – 98,85" : ""});
  }
  out.parts.emplace_back(std::move(list));
  return out;
}

Bytes made(const Slides& slides) {
  auto pdf = make_slides(slides, fonts());
  EXPECT_TRUE(pdf.has_value()) << describe(pdf.error(), Language::kEnglish);
  return std::move(pdf).value_or(Bytes{});
}

int pages_of(const Bytes& pdf) {
  const std::string said = OnDisk(pdf).judge("pdfinfo {}");
  std::smatch found;
  return std::regex_search(said, found, std::regex("Pages: +([0-9]+)")) ? std::stoi(found[1]) : 0;
}

// The smallest size of letters that anything is drawn in.
double smallest_letters(const Bytes& pdf) {
  const std::string plain = OnDisk(pdf).judge("qpdf --qdf --object-streams=disable {} -");
  const std::regex size("/F[0-3] ([0-9.]+) Tf");
  double out = 1000;
  for (std::sregex_iterator it(plain.begin(), plain.end(), size), end; it != end; ++it) {
    out = std::min(out, std::stod((*it)[1]));
  }
  return out;
}

const ErrorCode* refusal(const Slides& slides) {
  const auto pdf = make_slides(slides, fonts());
  EXPECT_FALSE(pdf.has_value());
  return pdf.has_value() ? nullptr : pdf.error().code;
}

class SlidesOfNames : public ::testing::TestWithParam<std::size_t> {};

TEST_P(SlidesOfNames, AreInOrderInLettersForTheBackOfAHall) {
  for (const With with : {With::kNames, With::kFigures}) {
    const Slides slides = slides_for(GetParam(), with);
    const Bytes pdf = made(slides);
    EXPECT_NE(OnDisk(pdf).judge("qpdf --check {}").find("No syntax or stream encoding errors"),
              std::string::npos);
    EXPECT_NE(OnDisk(pdf).judge("pdfinfo {}").find("960.094 x 540 pts"), std::string::npos)
        << OnDisk(pdf).judge("pdfinfo {}");
    EXPECT_GE(smallest_letters(pdf), 24);
    const std::string text = testing::words_of(pdf);
    std::size_t at = 0;
    for (const SlideRow& row : std::get<SlideList>(slides.parts[0]).rows) {
      const std::string words =
          " " + row.number + " " + row.name + " " + (row.figures.empty() ? "" : row.figures + " ");
      at = text.find(words, at);
      ASSERT_NE(at, std::string::npos) << words << text;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Lists, SlidesOfNames, ::testing::Values(1, 6, 17, 44, 250));

TEST(Slides, AShortListIsOneLargePageAndALongOneManyEvenPages) {
  EXPECT_EQ(pages_of(made(slides_for(1))), 1);
  EXPECT_EQ(pages_of(made(slides_for(16))), 1);
  const Bytes pdf = made(slides_for(250));
  const int pages = pages_of(pdf);
  EXPECT_GE(pages, 12);
  EXPECT_LE(pages, 18);
  const std::string last = testing::words_of(pdf, pages);
  EXPECT_NE(last.find(std::to_string(pages) + "/" + std::to_string(pages)), std::string::npos);
  EXPECT_NE(last.find("DANH SÁCH BẦU CỬ"), std::string::npos);
}

TEST(Slides, KeepEverythingOnThePageAndColumnsApart) {
  Slides slides = slides_for(20);
  auto& rows = std::get<SlideList>(slides.parts[0]).rows;
  rows[3].name = "Công Tằng Tôn Nữ Hoàng Phương Quỳnh Như Ý Đoan Trang";
  rows[14].name = "HỒ NGUYỄN HOÀNG PHƯƠNG THẢO ẨN CÔNG HUYỀN TÔN NỮ";
  const Bytes pdf = made(slides);
  for (const testing::Picture& page : testing::pictures_of(pdf)) {
    EXPECT_EQ(page.dark({0, 0, 11.8, 190.5}), 0) << "left of the margin";
    EXPECT_EQ(page.dark({326.9, 0, 11.8, 190.5}), 0) << "right of the margin";
    EXPECT_EQ(page.dark({0, 0, 338.7, 6}), 0) << "at the top";
    EXPECT_EQ(page.dark({0, 188.5, 338.7, 2}), 0) << "at the foot";
    EXPECT_EQ(page.dark({165, 65, 8, 105}), 0) << "between the columns";
  }
  const std::string text = testing::words_of(pdf);
  EXPECT_NE(text.find(" 4 Công Tằng Tôn Nữ Hoàng Phương Quỳnh Như Ý Đoan Trang 5 "),
            std::string::npos)
      << text;
  EXPECT_NE(text.find(rows[14].name), std::string::npos);
}

TEST(Slides, NeedNoNumbers) {
  Slides slides = slides_for(20, With::kFigures);
  for (SlideRow& row : std::get<SlideList>(slides.parts[0]).rows) row.number.clear();
  const std::string text = testing::words_of(made(slides));
  EXPECT_NE(text.find("Nguyễn Thị Ngọc Ánh 1204 – 98,85 Trần Văn Bảo 1204"), std::string::npos)
      << text;
}

TEST(Slides, AreSentencesOnAsManyPagesAsTheyNeed) {
  Slides slides{testing::sample_heading(), {SlideText{"CÁCH GHI PHIẾU", "", {"Một.", "Hai."}}}};
  EXPECT_EQ(pages_of(made(slides)), 1);
  const std::string sentence =
      "Gạch ngang qua cả họ, chữ đệm và tên của người mình không bầu; phiếu còn lại nhiều người "
      "hơn "
      "số lượng bầu là phiếu không hợp lệ.";
  std::get<SlideText>(slides.parts[0]).sentences.assign(9, sentence);
  const Bytes pdf = made(slides);
  EXPECT_GE(pages_of(pdf), 2);
  EXPECT_GE(smallest_letters(pdf), 24);
  const std::string text = testing::words_of(pdf);
  EXPECT_NE(text.find("9. " + sentence), std::string::npos) << text;
}

TEST(Slides, OfARehearsalSaySoOnEveryPage) {
  Slides slides = slides_for(44);
  slides.heading.rehearsal = true;
  slides.parts.emplace_back(SlideText{"CÁCH GHI PHIẾU", "", {"Một."}});
  const Bytes pdf = made(slides);
  const int pages = pages_of(pdf);
  EXPECT_GE(smallest_letters(pdf), 24);
  for (int page = 1; page <= pages; ++page) {
    EXPECT_NE(testing::words_of(pdf, page).find("DIỄN TẬP – KHÔNG CÓ GIÁ TRỊ BẦU CỬ"),
              std::string::npos)
        << page;
  }
  EXPECT_EQ(testing::words_of(made(slides_for(44))).find("DIỄN TẬP"), std::string::npos);
}

TEST(Slides, WhatFillsAPageIsRefusedAndNeverCut) {
  Slides slides = slides_for(3);
  std::string& name = std::get<SlideList>(slides.parts[0]).rows[1].name;
  for (int i = 0; i < 100; ++i) name += " Nguyễn Thị Ngọc Ánh";
  EXPECT_EQ(refusal(slides), &codes::kPaperNameLong);
  slides = slides_for(3);
  for (int i = 0; i < 40; ++i) slides.heading.organisation += " Đảng bộ quận Cẩm Lệ";
  EXPECT_EQ(refusal(slides), &codes::kPaperHeadingLong);
  slides = slides_for(3);
  std::get<SlideList>(slides.parts[0]).rows[1].name = "字";
  EXPECT_FALSE(make_slides(slides, fonts()).has_value());
  EXPECT_EQ(refusal(slides_for(0)), &codes::kPaperNames);
}

TEST(Slides, AreTheSameBytesForTheSameValues) {
  EXPECT_EQ(made(slides_for(44)), made(slides_for(44)));
}

}  // namespace
}  // namespace hp::paper
