// Whether a ballot paper can be made of what was given.
#pragma once

#include "paper/ballot.h"

namespace hp::paper {

// All that make_ballots fails with but lengths, which show when the texts are set.
Result<void> check(const Ballot& ballot, const pdf::Fonts& fonts, std::uint32_t copies);

// "names[23]": the error of a name, its number on the paper before the detail.
Error at_name(Error error, std::size_t index);

}  // namespace hp::paper
