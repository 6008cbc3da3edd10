#include "paper/cards.h"

#include <algorithm>

#include "paper/codes.h"
#include "paper/drawing.h"
#include "paper/qr.h"
#include "pdf/make.h"

namespace hp::paper {
namespace {

constexpr Length kWidth = mm(105);
constexpr Length kHeight = mm(74.25);
constexpr int kAcross = 2;

// Printers leave some millimetres at a sheet's edge white.
constexpr Length kEdge = mm(6);

bool is_address(const std::string& text) {
  return text.starts_with("https://") && text.size() > 8 && text.size() <= 200 &&
         std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7F && c != '#'; });
}

Result<void> put_words(Sheet& sheet, const Place& half, const Cards& cards,
                       const pdf::Fonts& fonts) {
  const Look small{.size = pt(9.5), .align = Align::kCentre};
  const Look bold{.size = pt(13), .face = Face::kBold, .align = Align::kCentre};
  const Look rule{.size = pt(9), .align = Align::kLeft};
  HP_TRY(put_lines(sheet, half,
                   {{cards.organisation, small},
                    {cards.congress, small},
                    {"Nhiệm kỳ " + cards.term, small},
                    {"THẺ BỎ PHIẾU", bold, pt(6)},
                    {"Quét mã QR, hoặc mở địa chỉ dưới đây rồi gõ mã chữ:", rule, pt(6)},
                    {cards.address, rule},
                    {"Không cho ai xem hay chụp mã: có mã là bỏ phiếu được. Mất thẻ thì báo ngay "
                     "ban thẩm tra tư "
                     "cách đại biểu.",
                     rule, pt(3)}},
                   fonts));
  return {};
}

// The text in lines of two groups: "ZADK-41KQ-", "071A-4NDM-", …
std::vector<Line> lines_of(const std::string& text, const Look& look) {
  constexpr std::size_t kTwoGroups = 10;
  std::vector<Line> out;
  for (std::size_t i = 0; i < text.size(); i += kTwoGroups) {
    out.push_back({text.substr(i, kTwoGroups), look});
  }
  return out;
}

Result<void> put_secret(Sheet& sheet, const Place& half, const Cards& cards,
                        const std::string& text, const pdf::Fonts& fonts) {
  constexpr Length kCode = mm(30);
  const Place code{half.x + (half.width - kCode) / 2, half.y + mm(1), kCode, kCode};
  HP_ASSIGN(pdf::Picture qr, qr_picture(card_link(cards.address, text), code, "Mã QR của thẻ"));
  sheet.marks.emplace_back(std::move(qr));
  const Look typed{.size = pt(14), .face = Face::kBold, .align = Align::kCentre};
  const Length top = code.bottom() + mm(5);
  HP_TRY(put_lines(sheet, {half.x, top, half.width, half.bottom() - top}, lines_of(text, typed),
                   fonts));
  return {};
}

void put_fold(Sheet& sheet, Length x, Length from, Length to) {
  constexpr Length kDash = mm(2);
  for (Length y = from + kDash; y + kDash <= to; y += kDash * 2) {
    sheet.marks.emplace_back(pdf::Stroke{x, y, x, y + kDash, mm(0.1)});
  }
}

void put_cuts(Sheet& sheet) {
  const Length bottom = kHeight * 4;
  sheet.marks.emplace_back(pdf::Stroke{kWidth, {}, kWidth, bottom, mm(0.15)});
  for (int row = 1; row < 4; ++row) {
    const Length y = kHeight * row;
    sheet.marks.emplace_back(pdf::Stroke{{}, y, kWidth * kAcross, y, mm(0.15)});
  }
}

// A place on the sheet for a card: what stands there on every sheet, and where the secret goes.
struct CardPlace {
  std::vector<pdf::Mark> same;
  Place secret;
};

Result<CardPlace> card_place(std::size_t number, const Cards& cards, const pdf::Fonts& fonts) {
  const Length x = kWidth * static_cast<std::int64_t>(number % kAcross);
  const Length y = kHeight * static_cast<std::int64_t>(number / kAcross);
  const Length half = kWidth / 2;
  Sheet blank;
  put_fold(blank, x + half, y, y + kHeight);
  const Place left{x + kEdge, y + kEdge, half - kEdge * 2 + mm(2), kHeight - kEdge * 2};
  HP_TRY(put_words(blank, left, cards, fonts));
  return CardPlace{std::move(blank.marks), {x + half + mm(4), left.y, left.width, left.height}};
}

}  // namespace

std::string card_link(const std::string& address, const std::string& text) {
  std::string fragment = text;
  std::erase(fragment, '-');
  return address + "#" + fragment;
}

Result<Bytes> make_cards(const Cards& cards, const pdf::Fonts& fonts) {
  if (cards.texts.empty() || cards.texts.size() > kMostCards) {
    return fail(codes::kPaperCount, "cards", std::to_string(cards.texts.size()));
  }
  if (!is_address(cards.address)) return fail(codes::kPaperCode, "address", cards.address);
  pdf::Document document;
  document.title = "Thẻ bỏ phiếu";
  document.author = cards.congress + " " + cards.organisation;
  document.program = cards.program;
  document.at = cards.at;
  std::vector<CardPlace> places;
  for (std::size_t i = 0; i < std::min(kCardsOnSheet, cards.texts.size()); ++i) {
    HP_ASSIGN(CardPlace one, card_place(i, cards, fonts));
    places.push_back(std::move(one));
  }
  for (std::size_t i = 0; i < cards.texts.size(); ++i) {
    // The text is a secret: an error names the card by its number alone.
    const std::string where = "cards[" + std::to_string(i) + "]";
    if (cards.texts[i].empty()) return fail(codes::kPaperText, where);
    if (i % kCardsOnSheet == 0) {
      document.sheets.push_back({mm(210), mm(297), {}});
      put_cuts(document.sheets.back());
    }
    Sheet& sheet = document.sheets.back();
    const CardPlace& place = places[i % kCardsOnSheet];
    sheet.marks.insert(sheet.marks.end(), place.same.begin(), place.same.end());
    if (auto done = put_secret(sheet, place.secret, cards, cards.texts[i], fonts); !done) {
      return fail(*done.error().code, where);
    }
  }
  return pdf::make(document, fonts);
}

}  // namespace hp::paper
