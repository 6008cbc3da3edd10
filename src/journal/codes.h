// Error codes of the journal: the record's bytes, its tree, its store.
#pragma once

#include "base/error.h"
#include "crypto/codes.h"

namespace hp::codes {

inline constexpr ErrorCode kNotCanonical{"not_canonical", Status::kInvalidArgument,
                                         "Dữ liệu không ở dạng mã hóa chuẩn",
                                         "The bytes are not in the one encoding"};
inline constexpr ErrorCode kEnumNotDeclared{"enum_not_declared", Status::kInvalidArgument,
                                            "Giá trị liệt kê thiếu hoặc không được khai báo",
                                            "An enum value is missing or not declared"};
inline constexpr ErrorCode kFieldUnknown{"field_unknown", Status::kInvalidArgument,
                                         "Có trường dữ liệu lạ", "There is an unknown field"};
inline constexpr ErrorCode kPayloadType{"payload_type", Status::kInvalidArgument,
                                        "Loại nội dung không phải lệnh của hồ sơ",
                                        "The payload is not of the expected type"};
inline constexpr ErrorCode kSignatureForm{
    "signature_form", Status::kInvalidArgument,
    "Chữ ký sai độ dài, không xếp theo mã khóa, hoặc trùng khóa",
    "Signatures have a wrong length, are not sorted by key id, or name a key twice"};

// Tree, checkpoints, receipts.
inline constexpr ErrorCode kInclusionWrong{"inclusion_wrong", Status::kDataLoss,
                                           "Bằng chứng có mặt trong hồ sơ không đúng",
                                           "The proof of inclusion does not hold"};
inline constexpr ErrorCode kConsistencyWrong{
    "consistency_wrong", Status::kDataLoss, "Hồ sơ mới không nối tiếp hồ sơ đã thấy trước đó",
    "The record does not continue the one that was seen before"};
inline constexpr ErrorCode kNoteForm{"note_form", Status::kInvalidArgument,
                                     "Bản ghi có chữ ký không đúng dạng",
                                     "Not a signed note, or a line of it is not in its form"};
inline constexpr ErrorCode kCheckpointForm{"checkpoint_form", Status::kInvalidArgument,
                                           "Mốc hồ sơ không đúng dạng",
                                           "The checkpoint is not in its form"};
inline constexpr ErrorCode kCheckpointOther{"checkpoint_other_congress", Status::kInvalidArgument,
                                            "Mốc hồ sơ là của một đại hội khác",
                                            "The checkpoint is another congress's"};
inline constexpr ErrorCode kCheckpointSignature{
    "checkpoint_signature_wrong", Status::kUnauthenticated,
    "Mốc hồ sơ không có chữ ký đúng của máy chủ", "The checkpoint is not signed by the log's key"};
inline constexpr ErrorCode kCosignatureWrong{
    "cosignature_wrong", Status::kUnauthenticated,
    "Chữ ký chứng kiến không đúng hoặc không phải của nhân chứng đã khai báo",
    "A cosignature does not hold, or is of no witness that is named"};
inline constexpr ErrorCode kReceiptForm{"receipt_form", Status::kInvalidArgument,
                                        "Biên nhận không đúng dạng", "Not a receipt in its form"};
inline constexpr ErrorCode kReceiptOther{"receipt_other_command", Status::kInvalidArgument,
                                         "Biên nhận không phải của lệnh này",
                                         "The receipt is for another command"};
inline constexpr ErrorCode kRecordFileForm{"record_file_form", Status::kInvalidArgument,
                                           "Tệp hồ sơ không đúng dạng",
                                           "Not an exported record in its form"};
inline constexpr ErrorCode kRecordHeadDiffers{"record_head_differs", Status::kDataLoss,
                                              "Các mục trong hồ sơ không khớp mốc đã ký",
                                              "The entries are not those of the checkpoint"};

// The store.
inline constexpr ErrorCode kJournalOpen{"journal_open", Status::kUnavailable,
                                        "Không mở được tệp hồ sơ",
                                        "The journal's file can't be opened"};
inline constexpr ErrorCode kJournalVersion{"journal_version", Status::kFailedPrecondition,
                                           "Tệp không phải hồ sơ, hoặc của phiên bản khác",
                                           "The file is no journal, or of another version"};
inline constexpr ErrorCode kJournalSetting{"journal_setting", Status::kFailedPrecondition,
                                           "Nơi lưu trữ không bảo đảm được việc ghi bền vững",
                                           "The store did not take a setting for durability"};
inline constexpr ErrorCode kJournalBusy{"journal_busy", Status::kUnavailable,
                                        "Hồ sơ đang bận, xin thử lại", "The journal is busy"};
inline constexpr ErrorCode kJournalFull{"journal_full", Status::kResourceExhausted, "Ổ đĩa đã đầy",
                                        "No room is left on the disk"};
inline constexpr ErrorCode kJournalBroken{"journal_broken", Status::kDataLoss,
                                          "Tệp hồ sơ bị hỏng hoặc không dùng được",
                                          "The journal is damaged or unusable"};
inline constexpr ErrorCode kBackupExists{"backup_exists", Status::kAlreadyExists,
                                         "Nơi lưu bản sao đã có tệp",
                                         "There is a file already where the copy should go"};

}  // namespace hp::codes
