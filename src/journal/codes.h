// Error codes of the record's bytes.
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

}  // namespace hp::codes
