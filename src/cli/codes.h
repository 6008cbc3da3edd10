// Error codes of cli.
#pragma once

#include "base/error.h"

namespace hp::codes {

inline constexpr ErrorCode kFileUnreadable{"file_unreadable", Status::kNotFound,
                                           "Không đọc được tệp", "The file can't be read"};
inline constexpr ErrorCode kFileTooLarge{"file_too_large", Status::kResourceExhausted,
                                         "Tệp lớn quá mức cho phép",
                                         "The file is larger than allowed"};
inline constexpr ErrorCode kListenAddress{"listen_address", Status::kInvalidArgument,
                                          "Địa chỉ phải có dạng MÁY:CỔNG",
                                          "The address must be HOST:PORT"};

}  // namespace hp::codes
