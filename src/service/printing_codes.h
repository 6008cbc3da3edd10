// Error codes of printing through the server.
#pragma once

#include "base/error.h"

namespace hp::codes {

inline constexpr ErrorCode kPrintTooMany{
    "print_too_many", Status::kOutOfRange,
    "Máy chủ không in nhiều bản như vậy trong một lần: hãy in nhiều lần, hoặc in từ hồ sơ đã xuất",
    "The server does not make so many copies at once: print several times, or from an exported "
    "record"};
inline constexpr ErrorCode kPrintTooLarge{
    "print_too_large", Status::kResourceExhausted,
    "Tài liệu quá lớn để gửi qua máy chủ: hãy in từ hồ sơ đã xuất",
    "The paper is too large for the server to send: print it from an exported record"};
inline constexpr ErrorCode kPrintKindUnknown{"print_kind_unknown", Status::kUnimplemented,
                                             "Máy chủ không in loại giấy này",
                                             "The server does not make this kind of paper"};

}  // namespace hp::codes
