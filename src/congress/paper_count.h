// Counting papers: RecordPaper, CorrectPaper, OpenBatch, KeySheets, SettleSheet, ConcludeSheet,
// CloseBatch, ReopenBatch. Signed and allowed as in docs/design/record.md section 5; how it goes:
// paper.md section 2. Codes: paper_codes.h.
#pragma once

#include "base/error.h"

namespace homphieu::v1 {
class RecordPaper;
class CorrectPaper;
class OpenBatch;
class KeySheets;
class SettleSheet;
class ConcludeSheet;
class CloseBatch;
class ReopenBatch;
}  // namespace homphieu::v1

namespace hp::congress {

namespace v1 = homphieu::v1;
struct State;
struct Entry;

// Takes figures that don't fit: the round is not counted until they do (papers.h).
Result<void> check_record_paper(const State&, const Entry&, const v1::RecordPaper&);
void apply_record_paper(State&, const Entry&, const v1::RecordPaper&);
Result<void> check_correct_paper(const State&, const Entry&, const v1::CorrectPaper&);
void apply_correct_paper(State&, const Entry&, const v1::CorrectPaper&);

Result<void> check_open_batch(const State&, const Entry&, const v1::OpenBatch&);
void apply_open_batch(State&, const Entry&, const v1::OpenBatch&);

// All its sheets are taken, or none.
Result<void> check_key_sheets(const State&, const Entry&, const v1::KeySheets&);
void apply_key_sheets(State&, const Entry&, const v1::KeySheets&);

Result<void> check_settle_sheet(const State&, const Entry&, const v1::SettleSheet&);
void apply_settle_sheet(State&, const Entry&, const v1::SettleSheet&);

Result<void> check_conclude_sheet(const State&, const Entry&, const v1::ConcludeSheet&);
void apply_conclude_sheet(State&, const Entry&, const v1::ConcludeSheet&);

Result<void> check_close_batch(const State&, const Entry&, const v1::CloseBatch&);
void apply_close_batch(State&, const Entry&, const v1::CloseBatch&);
Result<void> check_reopen_batch(const State&, const Entry&, const v1::ReopenBatch&);
void apply_reopen_batch(State&, const Entry&, const v1::ReopenBatch&);

}  // namespace hp::congress
