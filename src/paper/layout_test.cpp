#include "paper/layout.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <nlohmann/json.hpp>

#include "paper/frame.h"
#include "paper/sample.h"

namespace hp::paper {
namespace {

using testing::sample;

std::vector<Place> read_by_machines(const SideLayout& side) {
  std::vector<Place> out{side.qr};
  for (const Point& mark : side.marks) out.push_back(mark_at(mark));
  for (const PersonPlace& person : side.people) {
    out.push_back(person.name);
    for (const auto& box : {person.agree, person.disagree}) {
      if (box) out.push_back(*box);
    }
  }
  return out;
}

bool is_on(const Place& place, const Layout& page) {
  return place.x >= Length{} && place.y >= Length{} && place.right() <= page.width &&
         place.bottom() <= page.height;
}

TEST(Layout, JsonIsInMillimetresFromTheTopLeftCorner) {
  Layout layout{.width = mm(210), .height = mm(297), .sides = {}};
  SideLayout side{.marks = {{mm(13), mm(13)}, {mm(197), mm(13)}},
                  .qr = {mm(168), mm(20), mm(22), mm(22)},
                  .people = {}};
  side.people.push_back({1,
                         {mm(32.8), mm(79.8), mm(98.4), mm(7)},
                         Place{mm(144), mm(80.3), mm(6), mm(6)},
                         Place{mm(174), mm(80.3), mm(6), mm(6)}});
  side.people.push_back({2, {mm(32.8), mm(88.45), mm(98.4), mm(7)}, {}, {}});
  layout.sides.push_back(side);
  EXPECT_EQ(layout_json(layout),
            "{\"page\": [210, 297], \"sides\": [\n"
            "{\"marks\": [[13, 13], [197, 13]], \"qr\": [168, 20, 22, 22], \"people\": [\n"
            "  {\"candidate\": 1, \"name\": [32.8, 79.8, 98.4, 7], \"agree\": [144, 80.3, 6, 6], "
            "\"disagree\": [174, 80.3, 6, 6]},\n"
            "  {\"candidate\": 2, \"name\": [32.8, 88.45, 98.4, 7]}]}]}\n");
}

TEST(Layout, HasTheMeasuresOfTheDesign) {
  for (const Size size : {Size::kA4, Size::kA5}) {
    const auto parsed = nlohmann::json::parse(layout_json(plan(sample(20, 20, size))));
    const double width = parsed["page"][0];
    const double height = parsed["page"][1];
    const auto& side = parsed["sides"][0];
    const nlohmann::json marks{
        {13, 13}, {width - 13, 13}, {13, height - 13}, {width - 13, height - 13}};
    EXPECT_EQ(side["marks"], marks);
    EXPECT_GE(side["qr"][2], 18);
    EXPECT_EQ(side["qr"][2], side["qr"][3]);
    const auto& people = side["people"];
    EXPECT_EQ(people[0]["agree"][2], 6);
    EXPECT_EQ(people[0]["disagree"][3], 6);
    EXPECT_NEAR(people[0]["disagree"][0].get<double>() - people[0]["agree"][0].get<double>(), 30,
                0.011);
    EXPECT_NEAR(people[1]["agree"][1].get<double>() - people[0]["agree"][1].get<double>(), 8.6,
                0.011);
    EXPECT_FALSE(people[0]["name"].is_null());
  }
}

TEST(Layout, StrikeOutPapersHaveNoBoxes) {
  for (const PersonPlace& person : plan(sample(20, 15)).sides[0].people) {
    EXPECT_FALSE(person.agree || person.disagree);
  }
}

TEST(Layout, AnA4SideHolds23NamesAndLongerListsAreSpreadEvenly) {
  const auto sides = [](std::size_t names, Size size) {
    std::vector<std::size_t> out;
    for (const SideLayout& side : plan(sample(names, 1, size)).sides) {
      out.push_back(side.people.size());
    }
    return out;
  };
  using Counts = std::vector<std::size_t>;
  EXPECT_EQ(sides(21, Size::kA4), Counts{21});
  EXPECT_EQ(sides(23, Size::kA4), Counts{23});
  EXPECT_EQ(sides(24, Size::kA4), (Counts{12, 12}));
  EXPECT_EQ(sides(65, Size::kA4), (Counts{22, 22, 21}));
  EXPECT_EQ(sides(250, Size::kA4).size(), 11u);
  EXPECT_EQ(sides(11, Size::kA5), Counts{11});
  EXPECT_EQ(sides(12, Size::kA5), (Counts{6, 6}));
  EXPECT_EQ(sides(250, Size::kA5).size(), 23u);
}

TEST(Layout, OfEveryListKeepsApartWhatIsReadApart) {
  const bool holds = rc::check("layout", [] {
    const auto names = *rc::gen::inRange<std::size_t>(1, kMostNames + 1);
    const auto seats = *rc::gen::inRange<std::uint32_t>(1, 300);
    const Size size = *rc::gen::element(Size::kA4, Size::kA5);
    const Layout layout = plan(sample(names, seats, size));
    const Frame& frame = frame_of(size);
    std::uint32_t candidate = 0;
    for (const SideLayout& side : layout.sides) {
      const std::vector<Place> places = read_by_machines(side);
      for (const Place& place : places) {
        RC_ASSERT(is_on(place, layout));
        RC_ASSERT(gap(place, seal_place(size)) >= mm(15));
        for (const Place& text : {frame.head, frame.titles, frame.page, frame.warning}) {
          RC_ASSERT(gap(place, text) > Length{});
        }
        for (const Place& other : places) {
          RC_ASSERT(&place == &other || gap(place, other) >= mm(1));
        }
      }
      RC_ASSERT(!side.people.empty());
      Length below{};
      for (const PersonPlace& person : side.people) {
        RC_ASSERT(person.candidate == ++candidate);
        RC_ASSERT(person.name.y > below);
        below = person.name.bottom();
      }
      RC_ASSERT(below <= frame.table.bottom());
    }
    RC_ASSERT(candidate == names);
  });
  EXPECT_TRUE(holds);
}

}  // namespace
}  // namespace hp::paper
