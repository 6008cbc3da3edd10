// The report of a rehearsal, for the congress's file: known and counted figures side by side, every
// difference, the record's head, places to sign. It says "DIỄN TẬP" on every page, and is no
// minutes.
#pragma once

#include "base/bytes.h"
#include "pdf/fonts.h"
#include "report/rehearsal.h"

namespace hp::report {

// A4. The same values give the same bytes. Fails as pdf::make does.
Result<Bytes> rehearsal_report(const congress::State& state, const congress::Round& round,
                               const Rehearsal& rehearsal, const pdf::Fonts& fonts);

// What stands on a paper, and what the committee concluded: "gạch 2, 5; rách; kết luận: hợp lệ".
std::string seen_text(const SeenPaper& seen);

}  // namespace hp::report
