// The zero report (báo cáo số không): before the first vote of a round is cast or its first paper
// counted, that board, batches and figures are empty and every name has 0 votes; for the committee,
// and the trustees where there are any, to sign. Of rehearsals and real contests alike.
// Source: docs/design/domain.md section 3.
#pragma once

#include <cstdint>
#include <string>

#include "base/bytes.h"
#include "base/error.h"
#include "pdf/fonts.h"

namespace hp::congress {
struct State;
}

namespace hp::report {

// Of the round, 0 the newest; A4 as PDF. It says how many cards can vote (after the opening those
// of the round, before it all that live) and how many papers are to be issued, the hash of the
// definition and the record's head. The same state gives the same bytes.
// Fails with `contest_unknown`, `round_not_current`, `contest_phase` (withdrawn or annulled), and
// with `zero_counted` where something is there: `where` "board" (ballots), "collected" (the
// committee's figures), "batches" (papers in them) or "tally", the figure as detail.
Result<Bytes> zero_report(const congress::State& state, const std::string& contest,
                          std::uint32_t round, const pdf::Fonts& fonts);

}  // namespace hp::report
