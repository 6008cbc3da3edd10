// From a counted round to what comes next: RecordRemark, DeclareResult, SignMinutes,
// AnnounceResult, DecideNext, AnnulContest. docs/design/record.md section 5.
#pragma once

#include "base/error.h"

namespace homphieu::v1 {
class RecordRemark;
class DeclareResult;
class SignMinutes;
class AnnounceResult;
class DecideNext;
class AnnulContest;
}  // namespace homphieu::v1

namespace hp::congress {

namespace v1 = homphieu::v1;
struct State;
struct Entry;

Result<void> check_record_remark(const State&, const Entry&, const v1::RecordRemark&);
void apply_record_remark(State&, const Entry&, const v1::RecordRemark&);

// Its outcome must be the bytes of outcome_bytes(); its signers are the head and every member but
// those named, who are less than half, and the presidium.
Result<void> check_declare_result(const State&, const Entry&, const v1::DeclareResult&);
void apply_declare_result(State&, const Entry&, const v1::DeclareResult&);

// The round is signed once every signatory has signed the same hash.
Result<void> check_sign_minutes(const State&, const Entry&, const v1::SignMinutes&);
void apply_sign_minutes(State&, const Entry&, const v1::SignMinutes&);

Result<void> check_announce_result(const State&, const Entry&, const v1::AnnounceResult&);
void apply_announce_result(State&, const Entry&, const v1::AnnounceResult&);

Result<void> check_decide_next(const State&, const Entry&, const v1::DecideNext&);
void apply_decide_next(State&, const Entry&, const v1::DecideNext&);

Result<void> check_annul_contest(const State&, const Entry&, const v1::AnnulContest&);
void apply_annul_contest(State&, const Entry&, const v1::AnnulContest&);

}  // namespace hp::congress
