// What can be wrong with a roll file; each is reported with row and column.
#pragma once

#include "base/error.h"

namespace hp::codes {

inline constexpr ErrorCode kCsvForm{"csv_form", Status::kInvalidArgument,
                                    "Tệp không đúng dạng CSV (UTF-8, dấu phẩy)",
                                    "The file is not a CSV file (UTF-8, commas)"};
inline constexpr ErrorCode kCsvHeading{
    "csv_heading", Status::kInvalidArgument, "Dòng tiêu đề thiếu cột, thừa cột hoặc trùng cột",
    "The heading row lacks a column, or has one twice or unknown"};
inline constexpr ErrorCode kCsvRowLength{"csv_row_length", Status::kInvalidArgument,
                                         "Dòng có số ô khác dòng tiêu đề",
                                         "The row has another number of cells than the heading"};

// Mended.
inline constexpr ErrorCode kRollComposed{"roll_composed", Status::kInvalidArgument,
                                         "Chữ có dấu gõ kiểu tổ hợp, đã đổi sang dựng sẵn",
                                         "Decomposed letters, composed here"};
inline constexpr ErrorCode kRollTrimmed{"roll_trimmed", Status::kInvalidArgument,
                                        "Thừa khoảng trắng ở đầu hoặc cuối, đã bỏ",
                                        "Outer spaces, taken away here"};

// Refused.
inline constexpr ErrorCode kRollCellEmpty{"roll_cell_empty", Status::kInvalidArgument,
                                          "Ô này không được để trống",
                                          "This cell must not be empty"};
inline constexpr ErrorCode kRollCodeTwice{"roll_code_twice", Status::kInvalidArgument,
                                          "Mã đại biểu đã có ở dòng trước",
                                          "The delegate's code stands on an earlier row already"};
inline constexpr ErrorCode kRollLookAlike{"roll_look_alike", Status::kInvalidArgument,
                                          "Có chữ lạ trông giống chữ Việt",
                                          "A letter that only looks like a Vietnamese one"};
inline constexpr ErrorCode kRollInvisible{"roll_invisible", Status::kInvalidArgument,
                                          "Có ký tự không nhìn thấy được",
                                          "A character that nobody can see"};
inline constexpr ErrorCode kRollSpaces{"roll_spaces", Status::kInvalidArgument,
                                       "Thừa khoảng trắng giữa các chữ",
                                       "More than one space between words"};
inline constexpr ErrorCode kRollDate{"roll_date", Status::kInvalidArgument,
                                     "Không có ngày như vậy (cần ngày/tháng/năm)",
                                     "There is no such day (day/month/year is wanted)"};
inline constexpr ErrorCode kRollWord{"roll_word", Status::kInvalidArgument,
                                     "Ô này chỉ nhận một trong các từ đã định",
                                     "This cell takes only one of the known words"};
inline constexpr ErrorCode kRollOrganisation{
    "roll_organisation", Status::kInvalidArgument, "Tổ chức không có trong danh sách tổ chức",
    "The organisation is not in the list of organisations"};
inline constexpr ErrorCode kRollNumber{"roll_number", Status::kInvalidArgument, "Ô này cần một số",
                                       "This cell takes a number"};

}  // namespace hp::codes
