// The log of a count on paper, printed for the congress's file: every command about the round from
// its opening to its announcement, in the record's order, with who signed it, when, and for each
// paper what was keyed; the record's head at the end (issue of "nhật ký kiểm phiếu").
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"
#include "pdf/fonts.h"

namespace hp::congress {
struct State;
}

namespace hp::report {

// The record's envelopes from that index on, as many at a time as the reader likes but one at the
// least: a record can be larger than what one wants to hold at once.
using ReadEntries = std::function<Result<std::vector<Bytes>>(std::uint64_t from)>;

// `state` is what the entries fold to; those behind its end are left out. Once the round is
// announced anybody may read the log; before, who may read the readings. The same record gives the
// same bytes. Fails with `contest_unknown`, `round_not_current`, and as the reader and pdf::make
// do.
Result<Bytes> count_log(const congress::State& state, const ReadEntries& entries,
                        const std::string& contest, std::uint32_t round, const pdf::Fonts& fonts);

// A record that is at hand, from its first entry on.
ReadEntries entries_of(std::span<const Bytes> entries);
Result<Bytes> count_log(const congress::State& state, std::span<const Bytes> entries,
                        const std::string& contest, std::uint32_t round, const pdf::Fonts& fonts);

}  // namespace hp::report
