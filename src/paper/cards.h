// Voting cards (docs/design/ballot.md section 5): eight on an A4 sheet, to be cut apart and folded
// once with the print inside, so that all look alike from outside and can be drawn like lots.
//
// What is printed is secret: whoever holds a card's text can vote with it. A card bears no number.
#pragma once

#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/time.h"
#include "pdf/fonts.h"

namespace hp::paper {

struct Cards {
  std::string organisation, congress, term;
  std::string address;             // of the voting page: "https://192.168.1.7:8443/"
  std::vector<std::string> texts;  // text forms, with hyphens: "ZADK-41KQ-…-JR01"
  std::string program;
  UnixMs at;
};

inline constexpr std::size_t kCardsOnSheet = 8;
inline constexpr std::size_t kMostCards = 10'000;

// The QR code is of the address, "#" and the text without hyphens: a browser sends no fragment to
// the server. Cards are in the order given, row by row.
// Fails with `paper_count`, `paper_text` (an empty text), `paper_code` (an address that is no
// https:// address in ASCII, or has a fragment), `paper_heading_long`, and as pdf::make does.
Result<Bytes> make_cards(const Cards& cards, const pdf::Fonts& fonts);

// "https://192.168.1.7:8443/#ZADK41KQ…".
std::string card_link(const std::string& address, const std::string& text);

}  // namespace hp::paper
