// Error codes of contests, ballots, ceremonies and results in the record.
#pragma once

#include "base/error.h"
#include "crypto/codes.h"

namespace hp::codes {

// The definition.
inline constexpr ErrorCode kDefinitionField{"definition_field", Status::kInvalidArgument,
                                            "Nội dung bầu cử có giá trị không hợp lệ",
                                            "The contest definition has a value that can't be"};
inline constexpr ErrorCode kDefinitionSettings{
    "definition_settings", Status::kInvalidArgument,
    "Các thiết lập quy chế không đầy đủ hoặc không đúng dạng chuẩn",
    "The rule settings are not complete or not in canonical form"};
inline constexpr ErrorCode kDefinitionPerson{
    "definition_person", Status::kInvalidArgument,
    "Người hoặc họ tên trong danh sách không khớp hồ sơ của đại hội",
    "A person or name on the list does not fit the congress's records"};

// Contests and their rounds.
inline constexpr ErrorCode kContestUnknown{"contest_unknown", Status::kNotFound,
                                           "Không có nội dung bầu cử này", "No such contest"};
inline constexpr ErrorCode kRoundNotCurrent{"round_not_current", Status::kFailedPrecondition,
                                            "Không phải lần bầu hiện tại của nội dung này",
                                            "Not the contest's current round"};
inline constexpr ErrorCode kContestPhase{"contest_phase", Status::kFailedPrecondition,
                                         "Việc này không thực hiện được ở giai đoạn hiện tại",
                                         "Not possible in the contest's present state"};
inline constexpr ErrorCode kContestLive{
    "contest_live", Status::kFailedPrecondition,
    "Nội dung bầu này hoặc một nội dung khác cho cùng chức danh chưa kết thúc",
    "This contest, or another for the same office and body, is not finished"};
inline constexpr ErrorCode kListNotInOrder{"list_not_in_order", Status::kFailedPrecondition,
                                           "Danh sách bầu cử chưa đúng quy chế",
                                           "The list of candidates is not in order"};
inline constexpr ErrorCode kElectionPaused{
    "election_paused", Status::kFailedPrecondition,
    "Nhân sự theo phương án không có trong cơ quan vừa bầu: dừng, xin ý kiến cấp ủy cấp trên",
    "The planned person is outside the body: paused until the higher committee answers"};
inline constexpr ErrorCode kNotAsDecided{"not_as_decided", Status::kFailedPrecondition,
                                         "Lần bầu này không đúng như đại hội đã quyết định",
                                         "The round is not as it was decided"};
inline constexpr ErrorCode kFromContestOpen{
    "from_contest_open", Status::kFailedPrecondition,
    "Nội dung bầu cử mà danh sách dựa vào chưa có kết quả cuối cùng",
    "The contest that fills the body has no final result yet"};
inline constexpr ErrorCode kHandsMissing{"hands_missing", Status::kInvalidArgument,
                                         "Thiếu số người biểu quyết", "Votes by hands are missing"};
inline constexpr ErrorCode kHandsTooFew{"hands_too_few", Status::kFailedPrecondition,
                                        "Số biểu quyết tán thành chưa quá một nửa số có mặt",
                                        "Hands are not more than half of those present"};
inline constexpr ErrorCode kHandsTooMany{"hands_too_many", Status::kInvalidArgument,
                                         "Số biểu quyết nhiều hơn số có mặt, hoặc không được có",
                                         "More hands than people present, or none are due"};
inline constexpr ErrorCode kCountersInvalid{"counters_invalid", Status::kInvalidArgument,
                                            "Ban kiểm phiếu không hợp lệ",
                                            "The counting committee can't be this"};
inline constexpr ErrorCode kCounterOnTheList{"counter_on_the_list", Status::kFailedPrecondition,
                                             "Thành viên ban kiểm phiếu có tên trong danh sách bầu",
                                             "A counter stands on the list"};
inline constexpr ErrorCode kReasonMissing{"reason_missing", Status::kInvalidArgument, "Thiếu lý do",
                                          "The reason is missing"};
inline constexpr ErrorCode kTextMissing{"text_missing", Status::kInvalidArgument, "Thiếu nội dung",
                                        "The text is missing"};

// Opening, casting, closing.
inline constexpr ErrorCode kOpeningMismatch{"opening_mismatch", Status::kFailedPrecondition,
                                            "Lệnh mở bỏ phiếu không khớp nội dung đã duyệt",
                                            "The opening does not fit what was approved"};
inline constexpr ErrorCode kCountersNotAppointed{
    "counters_not_appointed", Status::kFailedPrecondition, "Chưa bầu ban kiểm phiếu",
    "No counting committee is appointed"};
inline constexpr ErrorCode kAttendanceNotConfirmed{
    "attendance_not_confirmed", Status::kFailedPrecondition,
    "Chưa xác nhận số đại biểu có mặt cho lần bầu này",
    "Attendance is not confirmed for this round"};
inline constexpr ErrorCode kCeremonyNotReady{
    "ceremony_not_ready", Status::kFailedPrecondition,
    "Lễ tạo khóa chưa hoàn thành, hoặc không còn đủ người giữ khóa",
    "The key ceremony is not rehearsed, or too few trustees are enrolled"};
inline constexpr ErrorCode kTooManyCards{"too_many_cards", Status::kFailedPrecondition,
                                         "Số thẻ và phiếu nhiều hơn số đại biểu có mặt",
                                         "More cards and papers than people present"};
inline constexpr ErrorCode kCardUnknown{"card_unknown", Status::kFailedPrecondition,
                                        "Thẻ chưa được đăng ký", "The card is not registered"};
inline constexpr ErrorCode kCardVoid{"card_void", Status::kFailedPrecondition,
                                     "Thẻ không có hiệu lực trong lần bầu này",
                                     "The card is void for this round"};
inline constexpr ErrorCode kCardUsed{"card_used", Status::kFailedPrecondition,
                                     "Thẻ này đã bỏ phiếu trong lần bầu này",
                                     "This card has cast in this round"};
inline constexpr ErrorCode kBallotUnchecked{"ballot_unchecked", Status::kInternal,
                                            "Lá phiếu chưa được kiểm tra bằng chứng",
                                            "The ballot's proofs were not checked"};
inline constexpr ErrorCode kBallotSeen{
    "ballot_seen", Status::kFailedPrecondition, "Lá phiếu không gắn với lần mở bỏ phiếu này",
    "A ballot must refer to the record just after this round's opening"};
inline constexpr ErrorCode kTooFewBallots{
    "too_few_ballots", Status::kFailedPrecondition,
    "Số phiếu điện tử ít hơn mức tối thiểu để giữ bí mật",
    "Fewer electronic ballots than the minimum that keeps them secret"};
inline constexpr ErrorCode kTooFewVoted{"too_few_voted", Status::kFailedPrecondition,
                                        "Chưa đủ một nửa số có mặt bỏ phiếu",
                                        "Fewer than half of those present have voted"};

// Ceremony and tally.
inline constexpr ErrorCode kCeremonyStep{"ceremony_step", Status::kFailedPrecondition,
                                         "Chưa đến, hoặc đã qua, bước này của lễ tạo khóa",
                                         "Not the ceremony's present step"};
inline constexpr ErrorCode kNotTrustee{"not_trustee", Status::kPermissionDenied,
                                       "Người ký không phải người giữ khóa của lễ này",
                                       "The signer is not a trustee of this ceremony"};
inline constexpr ErrorCode kStepDone{"step_done", Status::kFailedPrecondition,
                                     "Người giữ khóa đã làm bước này",
                                     "The trustee has taken this step"};
inline constexpr ErrorCode kCommitmentAgain{"commitment_again", Status::kFailedPrecondition,
                                            "Cam kết này đã dùng ở một lễ tạo khóa trước",
                                            "This commitment was there before"};
inline constexpr ErrorCode kCeremonyHash{"ceremony_hash_differs", Status::kFailedPrecondition,
                                         "Mã băm lễ tạo khóa khác kết quả tính được",
                                         "The ceremony hash is not the computed one"};
inline constexpr ErrorCode kClosingHead{"closing_head_differs", Status::kFailedPrecondition,
                                        "Đầu hồ sơ khi đóng bỏ phiếu khác hồ sơ này",
                                        "The closing head is not the record's own"};
inline constexpr ErrorCode kTooFewAcceptances{
    "too_few_acceptances", Status::kFailedPrecondition,
    "Chưa đủ người giữ khóa xác nhận đầu hồ sơ, trong đó có chính người này",
    "Too few trustees, or not this one, have accepted the closing head"};

inline constexpr ErrorCode kSeedWrong{"seed_wrong", Status::kInvalidArgument,
                                      "Hạt giống không phải của người giữ khóa trong lễ này",
                                      "The seed is not the one committed to"};
inline constexpr ErrorCode kNothingToDo{"nothing_to_do", Status::kFailedPrecondition,
                                        "Hồ sơ chưa cần người này làm gì",
                                        "The record awaits nothing from this person"};

// Result.
inline constexpr ErrorCode kOutcomeDiffers{"outcome_differs", Status::kFailedPrecondition,
                                           "Kết quả khác kết quả tính từ hồ sơ",
                                           "The outcome is not the one that the record gives"};
inline constexpr ErrorCode kNotSigningInvalid{
    "not_signing_invalid", Status::kInvalidArgument,
    "Danh sách thành viên không ký không hợp lệ, hoặc không còn quá một nửa ký",
    "The members who don't sign can't be these, or half or less are left"};
inline constexpr ErrorCode kDeclarationLapsed{"declaration_lapsed", Status::kFailedPrecondition,
                                              "Công bố kết quả đã mất hiệu lực, cần lập lại",
                                              "The declaration has lapsed: declare again"};
inline constexpr ErrorCode kNotNeeded{"not_needed", Status::kFailedPrecondition,
                                      "Việc này không cần làm lại", "There is no need to do this"};
inline constexpr ErrorCode kNotSignatory{"not_signatory", Status::kPermissionDenied,
                                         "Người này không ký biên bản",
                                         "Not a signatory of these minutes"};
inline constexpr ErrorCode kDecisionInvalid{"decision_invalid", Status::kFailedPrecondition,
                                            "Quyết định không phù hợp kết quả đã công bố",
                                            "The decision does not fit the announced result"};

}  // namespace hp::codes
