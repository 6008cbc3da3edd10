// Error codes of service.
#pragma once

#include "base/error.h"

namespace hp::codes {

// What the caller asked for.
inline constexpr ErrorCode kCongressUnknown{"congress_unknown", Status::kNotFound,
                                            "Máy chủ không có đại hội này",
                                            "This server has no such congress"};
inline constexpr ErrorCode kCommandNotFound{"command_not_found", Status::kNotFound,
                                            "Hồ sơ không có lệnh này",
                                            "The record has no such command"};
inline constexpr ErrorCode kTreeRange{"tree_range", Status::kOutOfRange,
                                      "Vượt ngoài số mục của hồ sơ",
                                      "Beyond the entries of the record"};
inline constexpr ErrorCode kRequestField{"request_field", Status::kInvalidArgument,
                                         "Yêu cầu có giá trị không hợp lệ",
                                         "The request has a value that can't be"};

// Founding.
inline constexpr ErrorCode kSetupCodeWrong{"setup_code_wrong", Status::kPermissionDenied,
                                           "Mã thiết lập không đúng", "The set-up code is wrong"};
inline constexpr ErrorCode kLogKeyUnknown{
    "log_key_unknown", Status::kFailedPrecondition,
    "Khóa nhật ký trong lệnh khởi tạo không do máy chủ này cấp",
    "The founding command names a log key that this server did not make"};

// Commands on their way.
inline constexpr ErrorCode kSignedAtFar{
    "signed_at_far", Status::kFailedPrecondition,
    "Giờ ký lệch quá 10 phút so với đồng hồ máy chủ: hãy chỉnh giờ máy và ký lại",
    "Signed more than ten minutes away from the server's clock: set the clock and sign again"};
inline constexpr ErrorCode kServiceBusy{"service_busy", Status::kResourceExhausted,
                                        "Máy chủ đang quá tải, hãy gửi lại sau giây lát",
                                        "The server is at its limit; send again in a moment"};
inline constexpr ErrorCode kServiceStopping{"service_stopping", Status::kUnavailable,
                                            "Máy chủ đang dừng", "The server is stopping"};
inline constexpr ErrorCode kStoreFull{"store_full", Status::kResourceExhausted,
                                      "Ổ đĩa của máy chủ đã đầy, lệnh chưa được ghi",
                                      "The server's disk is full; the command was not stored"};
inline constexpr ErrorCode kStoreUnsettled{
    "store_unsettled", Status::kUnavailable,
    "Chưa biết lệnh đã được ghi hay chưa: hãy gửi lại đúng lệnh này",
    "Whether the command was stored is not known yet: send this same command again"};
inline constexpr ErrorCode kStoreFenced{
    "store_fenced", Status::kUnavailable,
    "Một máy chủ khác đã tiếp quản hồ sơ này, lệnh chưa được ghi",
    "Another server has taken over this record; the command was not stored"};
inline constexpr ErrorCode kStoreBroken{"store_broken", Status::kDataLoss,
                                        "Kho lưu trữ của máy chủ bị hỏng, không nhận thêm lệnh",
                                        "The server's store is damaged; it takes no more commands"};

// Proposals.
inline constexpr ErrorCode kProposalUnknown{"proposal_unknown", Status::kNotFound,
                                            "Không có đề nghị này", "There is no such proposal"};
inline constexpr ErrorCode kProposalOver{"proposal_over", Status::kFailedPrecondition,
                                         "Đề nghị này đã xong, đã rút hoặc đã cũ",
                                         "The proposal is accepted, withdrawn or stale"};
inline constexpr ErrorCode kProposalNotYours{"proposal_not_yours", Status::kPermissionDenied,
                                             "Chỉ người đề nghị mới được rút",
                                             "Only its proposer can withdraw a proposal"};
inline constexpr ErrorCode kProposalsFull{"proposals_full", Status::kResourceExhausted,
                                          "Quá nhiều đề nghị đang chờ ký",
                                          "Too many proposals wait for signatures"};

// Who reads what.
inline constexpr ErrorCode kLoginNeeded{"login_needed", Status::kUnauthenticated, "Cần đăng nhập",
                                        "A login is needed"};
inline constexpr ErrorCode kLoginRefused{
    "login_refused", Status::kUnauthenticated,
    "Lời đăng nhập không đúng: số dùng một lần, đại hội, chứng thư, thời hạn hoặc chữ ký",
    "The login does not fit: nonce, congress, certificate, end or signature"};
inline constexpr ErrorCode kSessionOver{"session_over", Status::kUnauthenticated,
                                        "Phiên đăng nhập đã hết hoặc không có",
                                        "The session is over, or unknown"};
inline constexpr ErrorCode kReadNotAllowed{"read_not_allowed", Status::kPermissionDenied,
                                           "Chưa được xem nội dung này",
                                           "This may not be read by you, or not yet"};

// Witnesses.
inline constexpr ErrorCode kWitnessUnknown{"witness_unknown", Status::kPermissionDenied,
                                           "Không có nhân chứng này trong lệnh khởi tạo",
                                           "The founding names no such witness"};

// The data folder.
inline constexpr ErrorCode kDataFolder{"data_folder", Status::kInternal,
                                       "Không đọc hoặc ghi được thư mục dữ liệu",
                                       "The data folder can't be read or written"};
inline constexpr ErrorCode kDataFolderInUse{"data_folder_in_use", Status::kFailedPrecondition,
                                            "Một máy chủ khác đang dùng thư mục dữ liệu này",
                                            "Another server is using this data folder"};
inline constexpr ErrorCode kRecordDiffers{
    "record_differs", Status::kDataLoss,
    "Hồ sơ trên đĩa khác với điểm kiểm đã ký: máy chủ không mở hồ sơ này",
    "The stored record differs from its signed checkpoint: it is not opened"};

}  // namespace hp::codes
