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

inline constexpr ErrorCode kTextNotPrintable{
    "text_not_printable", Status::kInvalidArgument,
    "Văn bản có ký tự không in được trên giấy tờ của đại hội (biểu tượng, chữ viết khác, xuống "
    "dòng, ký tự ẩn)",
    "The text has a letter that the congress's papers can't print (a symbol, another script, a "
    "line break, an invisible character)"};

}  // namespace hp::codes
