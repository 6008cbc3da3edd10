// Error codes of base.
#pragma once

#include "base/error.h"

namespace hp::codes {

inline constexpr ErrorCode kNotHex{"not_hex", Status::kInvalidArgument,
                                   "Không phải chuỗi thập lục phân hợp lệ",
                                   "Not a valid hexadecimal text"};
inline constexpr ErrorCode kNotUtf8{"not_utf8", Status::kInvalidArgument,
                                    "Văn bản không phải UTF-8", "The text is not UTF-8"};
inline constexpr ErrorCode kNotNfc{"not_nfc", Status::kInvalidArgument,
                                   "Văn bản chưa ở dạng chuẩn hóa NFC",
                                   "The text is not in normal form NFC"};

}  // namespace hp::codes
