// The table of docs/design/record.md section 5 as data. Every cell of it is tried by
// authority_test.cpp.
#include "congress/authority.h"

namespace hp::congress {
namespace {

using enum SignerPlace;
using C = v1::Command;

constexpr PhaseSet kApproved = phase_bit(Phase::kApproved);
constexpr PhaseSet kOpen = phase_bit(Phase::kOpen);
constexpr PhaseSet kClosed = phase_bit(Phase::kClosed);
constexpr PhaseSet kCounted = phase_bit(Phase::kCounted);
constexpr PhaseSet kDeclared = phase_bit(Phase::kDeclared);
constexpr PhaseSet kSigned = phase_bit(Phase::kSigned);
constexpr PhaseSet kAnnounced = phase_bit(Phase::kAnnounced);
constexpr PhaseSet kWithdrawn = phase_bit(Phase::kWithdrawn);
constexpr PhaseSet kAnnulled = phase_bit(Phase::kAnnulled);
constexpr PhaseSet kUnfinished = kOpen | kClosed | kCounted | kDeclared | kSigned;

Alternative of(std::vector<SignerPlace> places) {
  return {Condition::kAlways, std::move(places), OtherSigners::kNobody};
}
Alternative when(Condition condition, std::vector<SignerPlace> places,
                 OtherSigners others = OtherSigners::kNobody) {
  return {condition, std::move(places), others};
}

// "Two of the office", section 4.
std::vector<Alternative> two_of_the_office() {
  return {when(Condition::kNoPresidium, {kSecretariat, kSecretariat}),
          when(Condition::kPresidium, {kSecretariat, kPresidium})};
}

const std::vector<AuthorityRow>& rows() {
  static const std::vector<AuthorityRow> table = {
      {C::kFoundCongress,
       "FoundCongress",
       {when(Condition::kAlways, {}, OtherSigners::kAllFounders)}},
      {C::kEnrolOfficial,
       "EnrolOfficial",
       {when(Condition::kNoPresidium, {kSecretariat, kSecretariat, kNewKey}),
        when(Condition::kPresidium, {kSecretariat, kPresidium, kNewKey}),
        when(Condition::kKeyLost, {kOffice, kOffice, kNewKey})}},
      {C::kRetireOfficial, "RetireOfficial", two_of_the_office()},
      {C::kImportRoll, "ImportRoll", {of({kSecretariat}), of({kCredentials})}},
      {C::kConfirmRoll, "ConfirmRoll", {of({kCredentials, kCredentials})}},
      {C::kCorrectRoll, "CorrectRoll", {of({kCredentials, kCredentials, kPresidium})}},
      {C::kRecordAttendance, "RecordAttendance", {of({kCredentials})}},
      {C::kWithdrawAttendance, "WithdrawAttendance", {of({kCredentials, kCredentials})}},
      {C::kConfirmAttendance, "ConfirmAttendance", {of({kCredentials, kCredentials})}, kApproved},
      {C::kApproveContest, "ApproveContest", {of({kPresidium, kSecretariat})}},
      {C::kWithdrawContest, "WithdrawContest", {of({kPresidium, kSecretariat})}, kApproved},
      {C::kAppointCounters, "AppointCounters", {of({kPresidium, kSecretariat})}, kApproved},
      {C::kReplaceCounter, "ReplaceCounter", {of({kPresidium, kSecretariat})}, kUnfinished},
      {C::kStartCeremony, "StartCeremony", two_of_the_office()},
      {C::kCommitKey, "CommitKey", {of({kTrustee})}},
      {C::kRevealKey, "RevealKey", {of({kTrustee})}},
      {C::kShareKey, "ShareKey", {of({kTrustee})}},
      {C::kAcceptKey, "AcceptKey", {of({kTrustee})}},
      {C::kComplainKey, "ComplainKey", {of({kTrustee})}},
      {C::kRehearseKey, "RehearseKey", {of({kTrustee})}},
      {C::kRegisterCards, "RegisterCards", {of({kCredentials, kCredentials})}},
      {C::kVoidCards,
       "VoidCards",
       {when(Condition::kNoElectronicOpen, {kCredentials, kCredentials}),
        when(Condition::kElectronicOpen, {kCredentials, kCredentials, kHeadOfOpenRound})}},
      {C::kOpenContest, "OpenContest", {of({kHead, kPresidium})}, kApproved},
      {C::kCastBallot, "CastBallot", {of({kCard})}, kOpen},
      {C::kMoveToPaper, "MoveToPaper", {of({kHead, kPresidium})}, kOpen},
      {C::kCloseContest, "CloseContest", {of({kHead, kPresidium})}, kOpen},
      {C::kAcceptClosing, "AcceptClosing", {of({kTrustee})}, kClosed},
      {C::kDecryptTally, "DecryptTally", {of({kTrustee})}, kClosed | kCounted},
      {C::kRecordRemark, "RecordRemark", {of({kAnyOfficial})}, kUnfinished},
      {C::kDeclareResult,
       "DeclareResult",
       {when(Condition::kAlways, {kHead, kPresidium}, OtherSigners::kAllMembersButNamed)},
       kCounted | kDeclared | kSigned},
      {C::kSignMinutes, "SignMinutes", {of({kSignatory})}, kDeclared | kSigned | kAnnulled},
      {C::kAnnounceResult, "AnnounceResult", {of({kPresidium})}, kSigned},
      {C::kDecideNext,
       "DecideNext",
       {of({kPresidium, kSecretariat})},
       kAnnounced | kWithdrawn | kAnnulled},
      {C::kAnnulContest,
       "AnnulContest",
       {when(Condition::kBeforeClosing, {kHead, kPresidium}),
        when(Condition::kAfterClosing, {kHead, kPresidium}, OtherSigners::kMoreThanHalf)},
       kUnfinished},
      {C::kCloseCongress, "CloseCongress", {of({kPresidium, kSecretariat})}},
      {C::kRecordPaper, "RecordPaper", {of({kHead, kMember})}, kClosed},
      {C::kCorrectPaper, "CorrectPaper", {of({kHead, kPresidium})}, kClosed | kCounted},
      {C::kOpenBatch, "OpenBatch", {of({kMember})}, kClosed | kCounted},
      {C::kKeySheets, "KeySheets", {of({kMember}), of({kHelper})}, kClosed | kCounted},
      {C::kSettleSheet, "SettleSheet", {of({kMember})}, kClosed | kCounted},
      {C::kConcludeSheet,
       "ConcludeSheet",
       {when(Condition::kAlways, {kHead}, OtherSigners::kMoreThanHalf)},
       kClosed | kCounted},
      {C::kCloseBatch, "CloseBatch", {of({kMember})}, kClosed | kCounted},
      {C::kReopenBatch, "ReopenBatch", {of({kHead, kPresidium})}, kClosed | kCounted},
      {C::kCheckSample, "CheckSample", {of({kHead, kMember})}, kClosed | kCounted},
  };
  return table;
}

}  // namespace

std::span<const AuthorityRow> authority_table() {
  return rows();
}

const AuthorityRow* authority_of(v1::Command::BodyCase command) {
  for (const AuthorityRow& row : rows()) {
    if (row.command == command) return &row;
  }
  return nullptr;
}

}  // namespace hp::congress
