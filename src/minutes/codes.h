// Error codes of the minutes: what a model must not hold.
#pragma once

#include "base/error.h"

namespace hp::codes {

inline constexpr ErrorCode kMinutesListLength{
    "minutes_list_length", Status::kInternal,
    "Bảng kết quả không có đúng một số liệu cho mỗi người trong danh sách",
    "A list of figures does not have one number for each candidate"};
inline constexpr ErrorCode kMinutesPosition{"minutes_position", Status::kInternal,
                                            "Số thứ tự không có trên phiếu hoặc bị lặp lại",
                                            "A position is not on the ballot, or twice"};
inline constexpr ErrorCode kMinutesUnknownWord{"minutes_unknown_word", Status::kInternal,
                                               "Biên bản chưa có cách diễn đạt cho giá trị này",
                                               "The minutes have no wording for this value"};
inline constexpr ErrorCode kMinutesNoDay{"minutes_no_day", Status::kInvalidArgument,
                                         "Biên bản thiếu ngày tổ chức đại hội",
                                         "The minutes lack the days of the congress"};
inline constexpr ErrorCode kMinutesPercent{"minutes_percent", Status::kInternal,
                                           "Tỷ lệ phần trăm không phải số thập phân",
                                           "A percentage is not a decimal number"};
inline constexpr ErrorCode kMinutesNoBallots{
    "minutes_no_ballots", Status::kInternal,
    "Biên bản không có phần phiếu điện tử lẫn phần phiếu giấy",
    "The minutes have neither an electronic nor a paper part"};
inline constexpr ErrorCode kMinutesKeying{
    "minutes_keying", Status::kInternal,
    "Số liệu nhập phiếu giấy trong biên bản không khớp nhau, hoặc không đi cùng phần phiếu giấy",
    "The figures of how papers were keyed don't fit each other, or don't go with a paper part"};
inline constexpr ErrorCode kMinutesNumber{"minutes_number", Status::kOutOfRange,
                                          "Số quá lớn để ghi chính xác trong JSON",
                                          "A number is too large to be exact in JSON"};

inline constexpr ErrorCode kMinutesTwiceNamed{"minutes_twice_named", Status::kInternal,
                                              "Một khóa JSON xuất hiện hai lần",
                                              "A JSON key stands twice"};

inline constexpr ErrorCode kMinutesJson{"minutes_json", Status::kInvalidArgument,
                                        "Không phải JSON của biên bản do chương trình này lập",
                                        "Not the JSON of minutes as this program makes it"};

inline constexpr ErrorCode kMinutesNoRound{"minutes_no_round", Status::kInternal,
                                           "Biên bản bầu cử chưa có lần bầu nào được công bố",
                                           "The election minutes have no announced round"};

}  // namespace hp::codes
