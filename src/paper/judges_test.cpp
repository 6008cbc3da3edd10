// Ballot papers as others see them: qpdf, pdftotext, and a scanner of 200 dpi that knows the layout
// JSON alone.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "paper/ballot.h"
#include "paper/picture.h"
#include "paper/qr.h"
#include "paper/sample.h"
#include "pdf/test_support.h"

namespace hp::paper {
namespace {

using nlohmann::json;
using pdf::testing::fonts;
using pdf::testing::OnDisk;
using testing::Picture;
using testing::pictures_of;
using testing::Rect;
using testing::sample;

Rect rect(const json& place) {
  return {place[0], place[1], place[2], place[3]};
}

Rect rect(const Place& place) {
  const auto in_mm = [](Length length) {
    return static_cast<double>(length.millipoints) * 127 / 360000;
  };
  return {in_mm(place.x), in_mm(place.y), in_mm(place.width), in_mm(place.height)};
}

// A style to print: names, seats, size.
struct Style {
  std::size_t names;
  std::uint32_t seats;
  Size size;
};
std::ostream& operator<<(std::ostream& out, const Style& style) {
  return out << style.names << "_names_" << style.seats << "_seats_"
             << (style.size == Size::kA4 ? "A4" : "A5");
}

class Papers : public ::testing::TestWithParam<Style> {
 protected:
  void SetUp() override {
    const Style style = GetParam();
    ballot = sample(style.names, style.seats, style.size);
    auto made = make_ballots(ballot, fonts());
    ASSERT_TRUE(made.has_value()) << describe(made.error(), Language::kEnglish);
    printed = *std::move(made);
    layout = json::parse(layout_json(printed.layout));
  }

  Ballot ballot;
  Printed printed;
  json layout;
};

TEST_P(Papers, QpdfFindsNoFault) {
  const std::string said = OnDisk(printed.pdf).judge("qpdf --check {}");
  EXPECT_NE(said.find("No syntax or stream encoding errors found"), std::string::npos) << said;
}

TEST_P(Papers, PdftotextGivesTheNamesInOrder) {
  const std::string text = testing::words_of(printed.pdf);
  std::size_t at = 0;
  for (std::size_t i = 0; i < ballot.names.size(); ++i) {
    const std::string row = " " + std::to_string(i + 1) + " " + ballot.names[i] + " ";
    at = text.find(row, at);
    ASSERT_NE(at, std::string::npos) << row;
  }
}

void expect_box(const Picture& page, const Rect& box) {
  constexpr double kLine = 0.35;
  // The middle of each line: a strip that a pixel's middle falls into.
  const double in = kLine / 2 - 0.07;
  for (const Rect& edge : {Rect{box.x, box.y + in, box.width, 0.14},
                           Rect{box.x, box.y + box.height - in - 0.14, box.width, 0.14},
                           Rect{box.x + in, box.y, 0.14, box.height},
                           Rect{box.x + box.width - in - 0.14, box.y, 0.14, box.height}}) {
    EXPECT_GT(page.dark(edge), 0.9) << edge.x << " " << edge.y;
  }
  EXPECT_EQ(page.dark(box.grown(-kLine - 0.13)), 0) << box.x << " " << box.y;
  EXPECT_EQ(page.dark_around(box.grown(0.13), box.grown(1)), 0) << box.x << " " << box.y;
}

TEST_P(Papers, AScannerFindsEverythingWhereTheLayoutSays) {
  const std::vector<Picture> pages = pictures_of(printed.pdf);
  ASSERT_EQ(pages.size(), layout["sides"].size());
  const BallotCode code{false, ballot.congress_id, ballot.contest, ballot.round,
                        ballot.definition_hash};
  for (std::size_t i = 0; i < pages.size(); ++i) {
    SCOPED_TRACE("side " + std::to_string(i + 1));
    const Picture& page = pages[i];
    const json& side = layout["sides"][i];
    for (const json& mark : side["marks"]) {
      const Rect square{mark[0].get<double>() - 3, mark[1].get<double>() - 3, 6, 6};
      EXPECT_EQ(page.dark(square.grown(-0.13)), 1);
      EXPECT_EQ(page.dark_around(square.grown(0.13), square.grown(2)), 0);
    }
    const auto codes = qr_codes(page);
    ASSERT_EQ(codes.size(), 1u);
    EXPECT_EQ(codes[0].text, ballot_code(code, i + 1, pages.size()));
    const Rect qr = rect(side["qr"]);
    EXPECT_NEAR(codes[0].where.x, qr.x, 0.5);
    EXPECT_NEAR(codes[0].where.y, qr.y, 0.5);
    EXPECT_NEAR(codes[0].where.width, qr.width, 0.8);
    EXPECT_EQ(page.dark_around(qr.grown(0.13), qr.grown(2.5)), 0);
    for (const json& person : side["people"]) {
      const Rect name = rect(person["name"]);
      EXPECT_GT(page.dark(name), 0.005);
      EXPECT_EQ(page.dark_around(name, name.grown(0.5)), 0) << "ink at the edge of a name's place";
      EXPECT_EQ(person.contains("agree"), ballot.form == Form::kBoxes);
      if (ballot.form != Form::kBoxes) continue;
      expect_box(page, rect(person["agree"]));
      expect_box(page, rect(person["disagree"]));
    }
    EXPECT_EQ(page.dark(rect(seal_place(ballot.size))), 0) << "ink where the seal belongs";
  }
}

INSTANTIATE_TEST_SUITE_P(Styles, Papers,
                         ::testing::Values(Style{1, 1, Size::kA4}, Style{2, 2, Size::kA4},
                                           Style{2, 1, Size::kA4}, Style{21, 21, Size::kA4},
                                           Style{22, 15, Size::kA4}, Style{23, 23, Size::kA4},
                                           Style{24, 24, Size::kA4}, Style{65, 55, Size::kA4},
                                           Style{250, 200, Size::kA4}, Style{250, 250, Size::kA4},
                                           Style{1, 1, Size::kA5}, Style{2, 1, Size::kA5},
                                           Style{11, 11, Size::kA5}, Style{23, 23, Size::kA5},
                                           Style{65, 55, Size::kA5}, Style{250, 250, Size::kA5}),
                         ::testing::PrintToStringParamName());

// Marks over capitals may stick out of the place above, but never touch the table.
TEST(LongNames, KeepOffTheTablesLines) {
  for (const Size size : {Size::kA4, Size::kA5}) {
    Ballot ballot = sample(3, 3, size);
    ballot.names = {"HỒ NGUYỄN HOÀNG PHƯƠNG THẢO Ẩ",
                    "Công Tằng Tôn Nữ Hoàng Phương Quỳnh Như Ý Đoan",
                    "Ẩ Ể Ỗ Ặ g Ẩ Ể Ỗ Ặ g Ẩ Ể Ỗ Ặ g Ẩ Ể Ỗ Ặ g"};
    const Printed printed = *make_ballots(ballot, fonts());
    const Picture page = pictures_of(printed.pdf).at(0);
    for (const PersonPlace& person : printed.layout.sides[0].people) {
      const Rect name = rect(person.name);
      EXPECT_GT(page.dark(name), 0.005);
      EXPECT_EQ(page.dark_around(name.grown(0.4), name.grown(0.53)), 0) << person.candidate;
    }
  }
}

TEST(Rehearsal, IsSaidOnEverySideAndInEveryCode) {
  for (const Size size : {Size::kA4, Size::kA5}) {
    Ballot ballot = sample(30, 15, size);
    ballot.heading.rehearsal = true;
    const Printed printed = *make_ballots(ballot, fonts());
    const std::vector<Picture> pages = pictures_of(printed.pdf);
    for (std::size_t i = 0; i < pages.size(); ++i) {
      const std::string text = testing::words_of(printed.pdf, static_cast<int>(i) + 1);
      EXPECT_NE(text.find("DIỄN TẬP – KHÔNG CÓ GIÁ TRỊ BẦU CỬ"), std::string::npos) << text;
      EXPECT_NE(text.find("không đóng dấu"), std::string::npos) << text;
      const auto codes = qr_codes(pages[i]);
      ASSERT_EQ(codes.size(), 1u);
      EXPECT_TRUE(codes[0].text.starts_with("HPDT1;")) << codes[0].text;
      const json side = json::parse(layout_json(printed.layout))["sides"][i];
      for (const json& mark : side["marks"]) {
        const Rect square{mark[0].get<double>() - 3, mark[1].get<double>() - 3, 6, 6};
        EXPECT_EQ(pages[i].dark_around(square.grown(0.13), square.grown(2)), 0);
      }
      const Rect qr = rect(side["qr"]);
      EXPECT_EQ(pages[i].dark_around(qr.grown(0.13), qr.grown(2.5)), 0);
    }
  }
}

}  // namespace
}  // namespace hp::paper
