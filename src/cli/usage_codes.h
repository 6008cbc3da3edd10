// Error codes of cli, of a command line that can't be followed.
#pragma once

#include "base/error.h"

namespace hp::codes {

inline constexpr ErrorCode kUsageNoSubcommand{"usage_no_subcommand", Status::kInvalidArgument,
                                              "Thiếu tên lệnh con", "A subcommand is missing"};
inline constexpr ErrorCode kUsageUnknownSubcommand{
    "usage_unknown_subcommand", Status::kInvalidArgument, "Không có lệnh con này",
    "There is no such subcommand"};
inline constexpr ErrorCode kUsageUnknownOption{"usage_unknown_option", Status::kInvalidArgument,
                                               "Không có tùy chọn này", "There is no such option"};
inline constexpr ErrorCode kUsageExtra{"usage_extra", Status::kInvalidArgument,
                                       "Thừa trên dòng lệnh", "Not expected on the command line"};
inline constexpr ErrorCode kUsageMissing{"usage_missing", Status::kInvalidArgument,
                                         "Thiếu trên dòng lệnh", "Missing from the command line"};
inline constexpr ErrorCode kUsageValue{"usage_value", Status::kInvalidArgument,
                                       "Giá trị này không dùng được ở đây",
                                       "This value can't be used here"};
inline constexpr ErrorCode kUsageValueCount{"usage_value_count", Status::kInvalidArgument,
                                            "Thiếu hoặc thừa giá trị của tùy chọn",
                                            "The option has too few or too many values"};
inline constexpr ErrorCode kUsageTogether{
    "usage_together", Status::kInvalidArgument,
    "Tùy chọn này phải đi cùng, hoặc không được đi cùng, một tùy chọn khác",
    "This option needs another one, or excludes it"};
inline constexpr ErrorCode kUsageOther{"usage_other", Status::kInvalidArgument,
                                       "Không hiểu dòng lệnh",
                                       "The command line is not understood"};

}  // namespace hp::codes
