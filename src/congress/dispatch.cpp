#include "congress/dispatch.h"

#include "congress/approve_contest.h"
#include "congress/attendance.h"
#include "congress/cards.h"
#include "congress/ceremony.h"
#include "congress/codes.h"
#include "congress/declare.h"
#include "congress/paper_count.h"
#include "congress/people.h"
#include "congress/roll.h"
#include "congress/sample_check.h"
#include "congress/state.h"
#include "congress/tally.h"
#include "congress/voting.h"

namespace hp::congress {

// Every body of record.proto: its case and its snake_case name.
#define HP_COMMANDS(X)                        \
  X(kFoundCongress, found_congress)           \
  X(kEnrolOfficial, enrol_official)           \
  X(kRetireOfficial, retire_official)         \
  X(kImportRoll, import_roll)                 \
  X(kConfirmRoll, confirm_roll)               \
  X(kCorrectRoll, correct_roll)               \
  X(kRecordAttendance, record_attendance)     \
  X(kWithdrawAttendance, withdraw_attendance) \
  X(kConfirmAttendance, confirm_attendance)   \
  X(kApproveContest, approve_contest)         \
  X(kWithdrawContest, withdraw_contest)       \
  X(kAppointCounters, appoint_counters)       \
  X(kReplaceCounter, replace_counter)         \
  X(kStartCeremony, start_ceremony)           \
  X(kCommitKey, commit_key)                   \
  X(kRevealKey, reveal_key)                   \
  X(kShareKey, share_key)                     \
  X(kAcceptKey, accept_key)                   \
  X(kComplainKey, complain_key)               \
  X(kRehearseKey, rehearse_key)               \
  X(kRegisterCards, register_cards)           \
  X(kVoidCards, void_cards)                   \
  X(kOpenContest, open_contest)               \
  X(kCastBallot, cast_ballot)                 \
  X(kMoveToPaper, move_to_paper)              \
  X(kCloseContest, close_contest)             \
  X(kAcceptClosing, accept_closing)           \
  X(kDecryptTally, decrypt_tally)             \
  X(kRecordRemark, record_remark)             \
  X(kDeclareResult, declare_result)           \
  X(kSignMinutes, sign_minutes)               \
  X(kAnnounceResult, announce_result)         \
  X(kDecideNext, decide_next)                 \
  X(kAnnulContest, annul_contest)             \
  X(kCloseCongress, close_congress)           \
  X(kRecordPaper, record_paper)               \
  X(kCorrectPaper, correct_paper)             \
  X(kOpenBatch, open_batch)                   \
  X(kKeySheets, key_sheets)                   \
  X(kSettleSheet, settle_sheet)               \
  X(kConcludeSheet, conclude_sheet)           \
  X(kCloseBatch, close_batch)                 \
  X(kReopenBatch, reopen_batch)               \
  X(kCheckSample, check_sample)

Result<void> check_body(const State& state, const Entry& entry) {
  switch (entry.command.body_case()) {
#define HP_CHECK(which, name) \
  case v1::Command::which:    \
    return check_##name(state, entry, entry.command.name());
    HP_COMMANDS(HP_CHECK)
#undef HP_CHECK
    case v1::Command::BODY_NOT_SET:
      break;
  }
  return fail(codes::kCommandUnknown, "body");
}

void apply_body(State& state, const Entry& entry) {
  switch (entry.command.body_case()) {
#define HP_APPLY(which, name) \
  case v1::Command::which:    \
    return apply_##name(state, entry, entry.command.name());
    HP_COMMANDS(HP_APPLY)
#undef HP_APPLY
    case v1::Command::BODY_NOT_SET:
      break;
  }
}

}  // namespace hp::congress
