// Papers that are marked already, as a scanner of 200 dpi that knows the layout alone sees them.
#include "paper/deck.h"

#include <gtest/gtest.h>

#include "paper/codes.h"
#include "paper/picture.h"
#include "paper/sample.h"
#include "pdf/test_support.h"

namespace hp::paper {
namespace {

using pdf::testing::fonts;
using testing::Picture;
using testing::pictures_of;
using testing::Rect;
using testing::words_of;

Ballot rehearsed(std::size_t names, std::uint32_t seats, Size size = Size::kA4) {
  Ballot out = testing::sample(names, seats, size);
  out.heading.rehearsal = true;
  return out;
}

Rect seen_at(const Place& place) {
  const auto in_mm = [](Length length) {
    return static_cast<double>(length.millipoints) * 127 / 360000;
  };
  return {in_mm(place.x), in_mm(place.y), in_mm(place.width), in_mm(place.height)};
}

// How much darker a place is than on the paper without marks.
double added(const Picture& marked, const Picture& blank, const Place& place) {
  return marked.dark(seen_at(place)) - blank.dark(seen_at(place));
}

TEST(Deck, StrikesTheNamesThatAreStruckAndNoOther) {
  for (const Size size : {Size::kA4, Size::kA5}) {
    const Ballot ballot = rehearsed(8, 5, size);
    const Bytes pdf =
        make_deck(ballot, {{.number = 1}, {.number = 2, .struck = {3, 8}}}, fonts()).value();
    const auto pages = pictures_of(pdf);
    ASSERT_EQ(pages.size(), 2u);
    const Layout layout = make_ballots(ballot, fonts())->layout;
    for (const PersonPlace& person : layout.sides[0].people) {
      const bool struck = person.candidate == 3 || person.candidate == 8;
      EXPECT_EQ(added(pages[1], pages[0], person.name) > 0.005, struck) << person.candidate;
    }
  }
}

TEST(Deck, AHalfStrikeEndsInTheName) {
  const Ballot ballot = rehearsed(8, 5);
  const auto pages = pictures_of(
      make_deck(ballot, {{.number = 1}, {.number = 2, .struck = {2, 3}, .half_struck = {3}}},
                fonts())
          .value());
  const auto people = make_ballots(ballot, fonts())->layout.sides[0].people;
  EXPECT_GT(added(pages[1], pages[0], people[1].name),
            1.5 * added(pages[1], pages[0], people[2].name));
  EXPECT_GT(added(pages[1], pages[0], people[2].name), 0.002);
}

TEST(Deck, CrossesTheBoxesThatAreCrossedAndNoOther) {
  const Ballot ballot = rehearsed(3, 3);
  const auto pages = pictures_of(
      make_deck(ballot,
                {{.number = 1, .crosses = {{}, {}, {}}},
                 {.number = 2, .crosses = {{true, false}, {false, true}, {true, true}}}},
                fonts())
          .value());
  const auto people = make_ballots(ballot, fonts())->layout.sides[0].people;
  const bool agree[] = {true, false, true}, disagree[] = {false, true, true};
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(added(pages[1], pages[0], *people[i].agree) > 0.05, agree[i]) << i;
    EXPECT_EQ(added(pages[1], pages[0], *people[i].disagree) > 0.05, disagree[i]) << i;
  }
}

TEST(Deck, EverySideSaysThatItIsASpecimenOfARehearsal) {
  const Ballot ballot = rehearsed(30, 15);  // two sides
  const Bytes pdf =
      make_deck(ballot, {{.number = 7, .taken_for = {"phiếu rách", "nhiều màu mực"}}}, fonts())
          .value();
  for (int side : {1, 2}) {
    const std::string text = words_of(pdf, side);
    for (const char* words :
         {"DIỄN TẬP – PHIẾU MẪU SỐ 7", "(DIỄN TẬP)", "Coi như: phiếu rách", "nhiều màu mực"}) {
      EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text;
    }
    const auto codes = qr_codes(pictures_of(pdf)[static_cast<std::size_t>(side) - 1]);
    ASSERT_EQ(codes.size(), 1u);
    EXPECT_TRUE(codes[0].text.starts_with("HPDT1;")) << codes[0].text;
  }
}

TEST(Deck, AnOddNumberOfSidesIsFollowedByAnEmptyOne) {
  const Ballot ballot = rehearsed(60, 15);  // three sides
  EXPECT_EQ(
      pictures_of(make_deck(ballot, {{.number = 1}, {.number = 2}}, fonts()).value(), 20).size(),
      8u);
}

TEST(Deck, OfARealContestIsRefused) {
  const Ballot real = testing::sample(8, 5);
  EXPECT_TRUE(make_deck(real, {{.number = 1}}, fonts()).error().is(codes::kPaperRealContest));
}

TEST(Deck, MarksThatAreNotOnThePaperAreRefused) {
  const Ballot ballot = rehearsed(8, 5);
  const auto why = [&](std::vector<DeckPaper> papers) {
    const auto made = make_deck(ballot, papers, fonts());
    return made ? "" : std::string(made.error().code->name) + " " + made.error().where;
  };
  EXPECT_EQ(why({}), "paper_count papers");
  EXPECT_EQ(why({{.number = 1}, {.number = 2, .struck = {9}}}), "paper_names papers[1].struck");
  EXPECT_EQ(why({{.number = 1, .half_struck = {0}}}), "paper_names papers[0].half_struck");
  EXPECT_EQ(why({{.number = 1, .crosses = {{}}}}), "paper_names papers[0].crosses");
}

}  // namespace
}  // namespace hp::paper
