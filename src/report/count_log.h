// The log of a count on paper, printed for the congress's file: every command about the round from
// its opening to its announcement, in the record's order, with who signed it, when, and for each
// paper what was keyed; the record's head at the end (issue of "nhật ký kiểm phiếu").
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "base/bytes.h"
#include "base/error.h"
#include "pdf/fonts.h"

namespace hp::congress {
struct State;
}

namespace hp::report {

// `entries` are the record's envelopes from the first on, `state` what they fold to. Once the round
// is announced anybody may read it; before, who may read the readings. The same record gives the
// same bytes. Fails with `contest_unknown`, `round_not_current`, and as pdf::make does.
Result<Bytes> count_log(const congress::State& state, std::span<const Bytes> entries,
                        const std::string& contest, std::uint32_t round, const pdf::Fonts& fonts);

}  // namespace hp::report
