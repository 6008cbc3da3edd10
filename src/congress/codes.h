// Error codes of the fold's core: envelopes in their place, people, roll, attendance, cards.
#pragma once

#include "base/error.h"

namespace hp::codes {

// Any command.
inline constexpr ErrorCode kNotFounded{"not_founded", Status::kFailedPrecondition,
                                       "Đại hội chưa được khởi tạo", "The congress is not founded"};
inline constexpr ErrorCode kAlreadyFounded{"already_founded", Status::kFailedPrecondition,
                                           "Đại hội đã được khởi tạo",
                                           "The congress is founded already"};
inline constexpr ErrorCode kCongressClosed{"congress_closed", Status::kFailedPrecondition,
                                           "Hồ sơ đại hội đã kết thúc, không nhận thêm lệnh",
                                           "The congress is closed; nothing follows"};
inline constexpr ErrorCode kOtherCongress{"other_congress", Status::kInvalidArgument,
                                          "Lệnh thuộc về một đại hội khác",
                                          "The command belongs to another congress"};
inline constexpr ErrorCode kCommandField{"command_field", Status::kInvalidArgument,
                                         "Lệnh có giá trị không hợp lệ",
                                         "The command has a value that can't be"};
inline constexpr ErrorCode kCommandUnknown{"command_unknown", Status::kUnimplemented,
                                           "Phiên bản này không có lệnh này",
                                           "This version does not know the command"};
inline constexpr ErrorCode kCommandIdUsed{"command_id_used", Status::kAlreadyExists,
                                          "Mã lệnh đã dùng cho nội dung khác",
                                          "The command id was used with other content"};
inline constexpr ErrorCode kCommandAgain{"command_again", Status::kAlreadyExists,
                                         "Lệnh này đã có trong hồ sơ",
                                         "The command is in the record already"};
inline constexpr ErrorCode kSeenNotPrefix{"seen_not_prefix", Status::kFailedPrecondition,
                                          "Hồ sơ mà người ký đã thấy không khớp hồ sơ này",
                                          "What the signers saw is not a prefix of this record"};
inline constexpr ErrorCode kSeenStale{"seen_stale", Status::kAborted,
                                      "Có thay đổi mới mà người ký chưa thấy, cần ký lại",
                                      "There was a change that the signers had not seen"};
inline constexpr ErrorCode kKeyUnknown{"key_unknown", Status::kUnauthenticated,
                                       "Khóa ký không phải của đại hội này hoặc đã hủy",
                                       "The signing key is unknown here, or dead"};
inline constexpr ErrorCode kSignersNotAllowed{
    "signers_not_allowed", Status::kPermissionDenied,
    "Lệnh thiếu, thừa hoặc không đúng người ký theo thẩm quyền",
    "The signers are not those that the command needs"};

// People.
inline constexpr ErrorCode kPersonUnknown{"person_unknown", Status::kNotFound, "Không có người này",
                                          "No such person"};
inline constexpr ErrorCode kNameDiffers{"name_differs", Status::kInvalidArgument,
                                        "Họ tên khác với hồ sơ của người này",
                                        "The name is not the one on record for this person"};
inline constexpr ErrorCode kKeyTaken{"key_taken", Status::kAlreadyExists,
                                     "Khóa đã thuộc về người khác, về một thẻ, hoặc đã hủy",
                                     "The key is another person's, a card's, or dead"};
inline constexpr ErrorCode kRolesExclude{
    "roles_exclude", Status::kFailedPrecondition,
    "Thư ký, thẩm tra tư cách không được kiểm phiếu hoặc giữ khóa",
    "Secretariat and credentials are neither counting nor trustee"};
inline constexpr ErrorCode kNothingChanges{"nothing_changes", Status::kFailedPrecondition,
                                           "Lệnh không thay đổi gì", "Nothing would change"};
inline constexpr ErrorCode kTooFewLeft{
    "too_few_left", Status::kFailedPrecondition,
    "Phải còn ít nhất hai thư ký, hai thẩm tra tư cách, một đoàn chủ tịch",
    "Two secretariat, two credentials, one presidium must be left"};
inline constexpr ErrorCode kBoundToRound{
    "bound_to_round", Status::kFailedPrecondition,
    "Người này đang kiểm phiếu hoặc giữ khóa cho một lần bầu chưa xong",
    "The person counts or holds a key for an unfinished round"};

// Roll and attendance.
inline constexpr ErrorCode kRollConfirmed{"roll_confirmed", Status::kFailedPrecondition,
                                          "Danh sách đại biểu đã được xác nhận",
                                          "The roll is confirmed"};
inline constexpr ErrorCode kRollNotConfirmed{"roll_not_confirmed", Status::kFailedPrecondition,
                                             "Danh sách đại biểu chưa được xác nhận",
                                             "The roll is not confirmed"};
inline constexpr ErrorCode kRollHash{"roll_hash_differs", Status::kFailedPrecondition,
                                     "Mã băm không khớp danh sách đã nhập",
                                     "Not the hash of the imported roll"};
inline constexpr ErrorCode kAllocationReason{
    "allocation_reason", Status::kFailedPrecondition,
    "Số đại biểu được bầu khác số phân bổ: cần đúng một lý do cho mỗi đơn vị khác",
    "Each organisation whose elected delegates differ from its allocation needs one reason"};
inline constexpr ErrorCode kRoundUnfinished{"round_unfinished", Status::kFailedPrecondition,
                                            "Còn lần bầu chưa xong", "A round is unfinished"};
inline constexpr ErrorCode kElectronicRoundOpen{
    "electronic_round_open", Status::kFailedPrecondition, "Đang mở bỏ phiếu điện tử",
    "An electronic round is open"};
inline constexpr ErrorCode kAttendanceImpossible{
    "attendance_impossible", Status::kFailedPrecondition,
    "Điểm danh không thể như vậy với người này", "This can't be recorded of this person now"};
inline constexpr ErrorCode kFiguresDiffer{"figures_differ", Status::kFailedPrecondition,
                                          "Số liệu khác số liệu tính từ hồ sơ",
                                          "The figures are not those that the record gives"};

// Cards and the end.
inline constexpr ErrorCode kCardsNotSorted{"cards_not_sorted", Status::kInvalidArgument,
                                           "Danh sách khóa thẻ phải tăng dần, không trùng",
                                           "Card keys must ascend, none twice"};
inline constexpr ErrorCode kPlacesOpen{"places_open", Status::kFailedPrecondition,
                                       "Còn nội dung bầu chưa kết thúc hoặc chưa quyết định",
                                       "A contest is live, or an open place is not decided"};

}  // namespace hp::codes
