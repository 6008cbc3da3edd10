// Papers to test and measure with. Names and organisations are made up.
#pragma once

#include "paper/ballot.h"
#include "paper/cards.h"

namespace hp::paper::testing {

Heading sample_heading();

// `names` people, of whom `seats` are elected; the form follows.
Ballot sample(std::size_t names, std::uint32_t seats, Size size = Size::kA4);

// Texts that have the form of cards'.
Cards sample_cards(std::size_t count);

}  // namespace hp::paper::testing
