#include "congress/subjects.h"

#include "congress/codes.h"
#include "congress/state.h"

namespace hp::congress {
namespace {

void add_attendance(std::vector<Subject>& subjects, const v1::AttendanceEntry& entry) {
  subjects.push_back(person_subject(entry.person()));
  if (entry.has_replaced()) subjects.push_back(person_subject(entry.replaced().alternate()));
}

std::vector<Subject> withdrawn_subjects(const State& state, const v1::WithdrawAttendance& body) {
  std::vector<Subject> subjects{roll_subject()};
  if (body.command_id().size() != 16) return subjects;
  const auto command = state.attendance.commands.find(array_of<16>(view(body.command_id())));
  if (command == state.attendance.commands.end()) return subjects;
  for (const auto& [person, own] : state.attendance.facts) {
    for (const AttendanceFact& fact : own) {
      if (fact.index == command->second && fact.position == body.entry()) {
        add_attendance(subjects, fact.entry);
      }
    }
  }
  return subjects;
}

}  // namespace

std::string contest_of(const v1::Command& command) {
  switch (command.body_case()) {
    case v1::Command::kConfirmAttendance:
      return command.confirm_attendance().contest();
    case v1::Command::kApproveContest: {
      v1::ContestDefinition definition;
      return definition.ParseFromString(command.approve_contest().definition())
                 ? definition.contest()
                 : std::string();
    }
    case v1::Command::kWithdrawContest:
      return command.withdraw_contest().contest();
    case v1::Command::kAppointCounters:
      return command.appoint_counters().contest();
    case v1::Command::kReplaceCounter:
      return command.replace_counter().contest();
    case v1::Command::kOpenContest:
      return command.open_contest().contest();
    case v1::Command::kCastBallot:
      return command.cast_ballot().contest();
    case v1::Command::kMoveToPaper:
      return command.move_to_paper().contest();
    case v1::Command::kCloseContest:
      return command.close_contest().contest();
    case v1::Command::kAcceptClosing:
      return command.accept_closing().contest();
    case v1::Command::kDecryptTally:
      return command.decrypt_tally().contest();
    case v1::Command::kRecordRemark:
      return command.record_remark().contest();
    case v1::Command::kDeclareResult:
      return command.declare_result().contest();
    case v1::Command::kSignMinutes:
      return command.sign_minutes().contest();
    case v1::Command::kAnnounceResult:
      return command.announce_result().contest();
    case v1::Command::kDecideNext:
      return command.decide_next().contest();
    case v1::Command::kAnnulContest:
      return command.annul_contest().contest();
    case v1::Command::kRecordPaper:
      return command.record_paper().contest();
    case v1::Command::kCorrectPaper:
      return command.correct_paper().figures().contest();
    case v1::Command::kOpenBatch:
      return command.open_batch().contest();
    case v1::Command::kKeySheets:
      return command.key_sheets().contest();
    case v1::Command::kSettleSheet:
      return command.settle_sheet().contest();
    case v1::Command::kConcludeSheet:
      return command.conclude_sheet().contest();
    case v1::Command::kCloseBatch:
      return command.close_batch().contest();
    case v1::Command::kReopenBatch:
      return command.reopen_batch().contest();
    case v1::Command::kCheckSample:
      return command.check_sample().contest();
    default:
      return {};
  }
}

std::vector<Subject> subjects_of(const State& state, const v1::Command& command) {
  switch (command.body_case()) {
    case v1::Command::kEnrolOfficial:
      return {person_subject(command.enrol_official().official().person())};
    case v1::Command::kRetireOfficial:
      return {person_subject(command.retire_official().person())};
    case v1::Command::kImportRoll:
    case v1::Command::kConfirmRoll:
      return {roll_subject()};
    case v1::Command::kCorrectRoll:
      return {roll_subject(), person_subject(command.correct_roll().person().id())};
    case v1::Command::kRecordAttendance: {
      std::vector<Subject> subjects{roll_subject()};
      for (const auto& entry : command.record_attendance().entries()) {
        add_attendance(subjects, entry);
      }
      return subjects;
    }
    case v1::Command::kWithdrawAttendance:
      return withdrawn_subjects(state, command.withdraw_attendance());
    case v1::Command::kStartCeremony:
    case v1::Command::kCommitKey:
    case v1::Command::kRevealKey:
    case v1::Command::kShareKey:
    case v1::Command::kAcceptKey:
    case v1::Command::kComplainKey:
    case v1::Command::kRehearseKey:
      return {ceremony_subject()};
    case v1::Command::kRegisterCards:
    case v1::Command::kVoidCards:
      return {cards_subject()};
    case v1::Command::kOpenContest:
      return {contest_subject(command.open_contest().contest()), cards_subject(),
              ceremony_subject()};
    case v1::Command::kCastBallot:
      return {};  // its `seen` is exactly the tree just after the opening
    case v1::Command::kCorrectPaper:
      return {contest_subject(contest_of(command)), paper_figures_subject(contest_of(command))};
    // Of their batch alone, so that keyers don't make each other's entries stale.
    case v1::Command::kKeySheets:
      return {batch_subject(contest_of(command), command.key_sheets().batch())};
    case v1::Command::kSettleSheet:
      return {batch_subject(contest_of(command), command.settle_sheet().batch())};
    case v1::Command::kConcludeSheet:
      return {batch_subject(contest_of(command), command.conclude_sheet().batch())};
    case v1::Command::kCloseBatch:
      return {batch_subject(contest_of(command), command.close_batch().batch())};
    case v1::Command::kReopenBatch:
      return {batch_subject(contest_of(command), command.reopen_batch().batch())};
    case v1::Command::kCloseCongress: {
      std::vector<Subject> subjects{roll_subject(), cards_subject(), ceremony_subject()};
      for (const auto& [id, contest] : state.contests) subjects.push_back(contest_subject(id));
      return subjects;
    }
    default: {
      const std::string contest = contest_of(command);
      if (contest.empty()) return {};
      return {contest_subject(contest)};
    }
  }
}

Result<void> check_seen(const State& state, const v1::Command& command) {
  const v1::TreeHead& seen = command.seen();
  if (seen.size() == 0 || seen.size() > state.size ||
      !equal(state.roots[seen.size()], view(seen.root()))) {
    return fail(codes::kSeenNotPrefix, "seen", std::to_string(seen.size()));
  }
  for (const Subject& subject : subjects_of(state, command)) {
    const std::uint64_t needed = state.marks.needed(subject);
    if (seen.size() < needed) {
      return fail(codes::kSeenStale, "seen",
                  std::to_string(seen.size()) + " < " + std::to_string(needed));
    }
  }
  return {};
}

}  // namespace hp::congress
