// Error codes of signing minutes from the command line.
#pragma once

#include "base/error.h"

namespace hp::codes {

inline constexpr ErrorCode kRecordCongressOther{
    "record_congress_other", Status::kInvalidArgument,
    "Hồ sơ không phải của đại hội trong biên bản",
    "The record is not of the congress that the minutes name"};
inline constexpr ErrorCode kPersonUnknownHere{"person_unknown_here", Status::kNotFound,
                                              "Hồ sơ không có người này",
                                              "The record does not have this person"};
inline constexpr ErrorCode kSignatureWithoutJson{
    "signature_without_json", Status::kInvalidArgument,
    "Các tệp .p7s đi với tệp JSON của biên bản, không đi với tệp PDF",
    "Files .p7s go with the JSON of minutes, not with the PDF"};
inline constexpr ErrorCode kSeveralJson{"several_json", Status::kInvalidArgument,
                                        "Mỗi lần chỉ kiểm một tệp JSON cùng các chữ ký của nó",
                                        "One JSON with its signatures is checked at a time"};
inline constexpr ErrorCode kMinutesWithoutRecord{
    "minutes_without_record", Status::kInvalidArgument,
    "Trong các tệp không có hồ sơ của đại hội mà biên bản này nêu",
    "None of the files is a record of the congress that these minutes name"};

}  // namespace hp::codes
