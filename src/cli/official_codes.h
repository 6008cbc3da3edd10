// Error codes of cli, of the subcommands that act on a server.
#pragma once

#include "base/error.h"

namespace hp::codes {

inline constexpr ErrorCode kPassphraseUnread{
    "passphrase_unread", Status::kFailedPrecondition,
    "Không đọc được mật khẩu: cần một màn hình dòng lệnh, hoặc --passphrase-fd",
    "No passphrase can be read: a terminal is needed, or --passphrase-fd"};
inline constexpr ErrorCode kPassphraseDiffers{"passphrase_differs", Status::kInvalidArgument,
                                              "Hai lần gõ mật khẩu không giống nhau",
                                              "The two passphrases differ"};
inline constexpr ErrorCode kPassphraseShort{"passphrase_short", Status::kInvalidArgument,
                                            "Mật khẩu phải có ít nhất 8 ký tự",
                                            "The passphrase needs at least 8 characters"};
inline constexpr ErrorCode kFileExists{"file_exists", Status::kAlreadyExists,
                                       "Tệp đã có, không ghi đè", "The file exists already"};
inline constexpr ErrorCode kFileUnwritable{"file_unwritable", Status::kPermissionDenied,
                                           "Không ghi được tệp", "The file can't be written"};
inline constexpr ErrorCode kFolderMissing{"folder_missing", Status::kNotFound,
                                          "Không có thư mục này", "There is no such folder"};
inline constexpr ErrorCode kServerAddress{
    "server_address", Status::kInvalidArgument,
    "Địa chỉ máy chủ phải có dạng máy:cổng hoặc https://máy:cổng",
    "A server's address is host:port or https://host:port"};
inline constexpr ErrorCode kServerPlain{
    "server_plain", Status::kInvalidArgument,
    "Máy chủ chỉ nhận kết nối mã hóa: dùng https://, không dùng http://",
    "The server only takes encrypted connections: https://, not http://"};
inline constexpr ErrorCode kCongressNotNamed{
    "congress_not_named", Status::kInvalidArgument,
    "Máy chủ không có đúng một đại hội: hãy nêu mã bằng --congress",
    "The server has not exactly one congress: name it by --congress"};
inline constexpr ErrorCode kArgumentValue{"argument_value", Status::kInvalidArgument,
                                          "Giá trị này không dùng được",
                                          "This value can't be used"};
inline constexpr ErrorCode kProposalNotFound{"proposal_not_found", Status::kNotFound,
                                             "Không có đề nghị nào với mã này",
                                             "No proposal has this id"};
inline constexpr ErrorCode kPlanForm{"plan_form", Status::kInvalidArgument,
                                     "Tệp thành lập không đúng dạng",
                                     "The founding plan is not in form"};

}  // namespace hp::codes
