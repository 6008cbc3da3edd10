#include "paper/cards.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "paper/codes.h"
#include "paper/picture.h"
#include "paper/sample.h"
#include "pdf/test_support.h"

namespace hp::paper {
namespace {

using pdf::testing::fonts;
using pdf::testing::OnDisk;
using testing::Rect;
using testing::sample_cards;

const ErrorCode* refused(const Cards& cards) {
  const auto made = make_cards(cards, fonts());
  EXPECT_FALSE(made.has_value());
  return made.has_value() ? nullptr : made.error().code;
}

TEST(Cards, EveryCardHasItsCodeAndItsTextInItsOwnPlace) {
  const Cards cards = sample_cards(11);
  const Bytes pdf = make_cards(cards, fonts()).value();
  const auto pages = testing::pictures_of(pdf);
  ASSERT_EQ(pages.size(), 2u);
  for (std::size_t i = 0; i < cards.texts.size(); ++i) {
    const std::size_t place = i % kCardsOnSheet;
    const Rect card{105.0 * static_cast<double>(place % 2), 74.25 * static_cast<double>(place / 2),
                    105, 74.25};
    const auto codes = qr_codes(pages[i / kCardsOnSheet], card);
    ASSERT_EQ(codes.size(), 1u) << i;
    EXPECT_EQ(codes[0].text, card_link(cards.address, cards.texts[i]));
  }
  // A text stands in lines of two groups.
  std::string text = testing::words_of(pdf);
  std::erase(text, ' ');
  for (const std::string& one : cards.texts) EXPECT_NE(text.find(one), std::string::npos) << one;
}

TEST(Cards, HoldTheSecretOnOneHalfAndNothingNearCutAndFold) {
  const auto page = testing::pictures_of(make_cards(sample_cards(8), fonts()).value()).at(0);
  for (int place = 0; place < 8; ++place) {
    const double x = 105.0 * (place % 2);
    const double y = 74.25 * (place / 2);
    EXPECT_EQ(page.dark({x + 53, y + 1, 2, 72}), 0) << "right of the fold";
    EXPECT_EQ(page.dark({x + 49.5, y + 1, 2.5, 72}), 0) << "left of the fold";
    EXPECT_EQ(page.dark({x + 1, y + 0.5, 51, 4}), 0) << "at the upper cut, left";
    EXPECT_EQ(page.dark({x + 53, y + 0.5, 51, 4}), 0) << "at the upper cut, right";
    EXPECT_EQ(page.dark({x + 1, y + 70, 51, 3.5}), 0) << "at the lower cut";
    EXPECT_GT(page.dark({x + 53, y + 1, 50, 72}), 0.05);
  }
}

TEST(Cards, QpdfFindsNoFaultAndTheBytesAreAlwaysTheSame) {
  const Bytes pdf = make_cards(sample_cards(20), fonts()).value();
  EXPECT_EQ(pdf, make_cards(sample_cards(20), fonts()).value());
  EXPECT_NE(OnDisk(pdf).judge("qpdf --check {}").find("No syntax or stream encoding errors found"),
            std::string::npos);
}

TEST(Cards, TheLinkHasTheTextAsItsFragment) {
  EXPECT_EQ(card_link("https://hall:8443/", "ZADK-41KQ-071A"), "https://hall:8443/#ZADK41KQ071A");
}

TEST(Cards, NoCardsOrAnAddressThatIsNoneAreRefused) {
  Cards cards = sample_cards(0);
  EXPECT_EQ(refused(cards), &codes::kPaperCount);
  for (const char* address : {"", "http://hall/", "https://", "https://hall/#x", "https://hộp/"}) {
    cards = sample_cards(1);
    cards.address = address;
    EXPECT_EQ(refused(cards), &codes::kPaperCode) << address;
  }
  cards = sample_cards(2);
  cards.texts[1].clear();
  EXPECT_EQ(refused(cards), &codes::kPaperText);
}

TEST(Cards, AnErrorNeverTellsACardsText) {
  Cards cards = sample_cards(2);
  cards.texts[1] = "ZADK-字";
  const auto made = make_cards(cards, fonts());
  ASSERT_FALSE(made.has_value());
  EXPECT_EQ(describe(made.error(), Language::kEnglish).find("ZADK"), std::string::npos);
}

}  // namespace
}  // namespace hp::paper
