// Error codes of the rules: what can be wrong with a case before any rule is applied to it.
#pragma once

#include "base/error.h"

namespace hp::codes {

// The text of a case file.
inline constexpr ErrorCode kCaseNotJson{"case_not_json", Status::kInvalidArgument,
                                        "Tệp không phải JSON hợp lệ (dòng:cột)",
                                        "The file is not valid JSON (line:column)"};
inline constexpr ErrorCode kCaseTooLarge{"case_too_large", Status::kResourceExhausted,
                                         "Dữ liệu quá lớn, chương trình không xử lý",
                                         "The input is larger than the program takes"};
inline constexpr ErrorCode kCaseTooDeep{"case_too_deep", Status::kInvalidArgument,
                                        "JSON lồng nhau quá sâu", "The JSON is nested too deeply"};
inline constexpr ErrorCode kCaseKeyTwice{"case_key_twice", Status::kInvalidArgument,
                                         "Khóa được ghi hai lần", "The key is given twice"};
inline constexpr ErrorCode kCaseKeyUnknown{"case_key_unknown", Status::kInvalidArgument,
                                           "Khóa không có trong quy ước", "Unknown key"};
inline constexpr ErrorCode kCaseKeyMissing{"case_key_missing", Status::kInvalidArgument,
                                           "Thiếu khóa bắt buộc", "A required key is missing"};
inline constexpr ErrorCode kCaseNotObject{"case_not_object", Status::kInvalidArgument,
                                          "Phải là một đối tượng { }", "Must be an object { }"};
inline constexpr ErrorCode kCaseNotList{"case_not_list", Status::kInvalidArgument,
                                        "Phải là một danh sách [ ]", "Must be a list [ ]"};
inline constexpr ErrorCode kCaseNotText{"case_not_text", Status::kInvalidArgument,
                                        "Phải là một chuỗi văn bản", "Must be a text"};
inline constexpr ErrorCode kCaseNotInteger{"case_not_integer", Status::kInvalidArgument,
                                           "Phải là một số nguyên", "Must be an integer"};
inline constexpr ErrorCode kCaseNotBoolean{"case_not_boolean", Status::kInvalidArgument,
                                           "Phải là true hoặc false", "Must be true or false"};
inline constexpr ErrorCode kCaseWordUnknown{"case_word_unknown", Status::kInvalidArgument,
                                            "Giá trị không có trong quy ước", "Unknown value"};
inline constexpr ErrorCode kCaseOutOfRange{"case_out_of_range", Status::kInvalidArgument,
                                           "Số nằm ngoài phạm vi cho phép",
                                           "The number is out of range"};
inline constexpr ErrorCode kCaseNamedTwice{"case_named_twice", Status::kInvalidArgument,
                                           "Danh sách nêu một mục hai lần",
                                           "The list names something twice"};
inline constexpr ErrorCode kCaseWrongLength{"case_wrong_length", Status::kInvalidArgument,
                                            "Danh sách không đủ hoặc thừa số mục",
                                            "The list has the wrong number of entries"};

// Keys that contradict each other.
inline constexpr ErrorCode kCaseEmptyRange{"case_empty_range", Status::kInvalidArgument,
                                           "Đầu khoảng lớn hơn cuối khoảng",
                                           "The range begins after its end"};
inline constexpr ErrorCode kCaseOfficeAndOffices{
    "case_office_and_offices", Status::kInvalidArgument,
    "Chỉ được ghi một trong hai khóa office và offices", "office and offices exclude each other"};
inline constexpr ErrorCode kCaseBallotsHeld{"case_ballots_held", Status::kInvalidArgument,
                                            "Số lần bầu đã tiến hành phải bằng lần bầu này trừ một",
                                            "The ballots held must be one less than the round"};
inline constexpr ErrorCode kCaseAlternatesOffice{
    "case_alternates_office", Status::kInvalidArgument,
    "Chỉ bầu đại biểu dự đại hội cấp trên mới có đại biểu dự khuyết",
    "Only delegates to the higher congress have alternate places"};
inline constexpr ErrorCode kCaseAlternatesInTie{
    "case_alternates_in_tie", Status::kInvalidArgument,
    "Số dự khuyết trong lần bầu lại nhiều hơn số người còn lại sau khi bầu đủ chính thức",
    "A re-vote among tied people has more alternate places than people left for them"};
inline constexpr ErrorCode kCaseTieOfPoll{
    "case_tie_of_poll", Status::kInvalidArgument,
    "Phiếu giới thiệu, phiếu xin ý kiến không có bầu lại do bằng phiếu",
    "An introduction or opinion ballot has no re-vote of a tie"};
inline constexpr ErrorCode kCasePlannedOffice{
    "case_planned_office", Status::kInvalidArgument,
    "Chỉ bí thư, phó bí thư và chủ nhiệm ủy ban kiểm tra mới có nhân sự theo phương án",
    "Only secretary, deputy secretary and inspection head have a planned person"};
inline constexpr ErrorCode kCaseSupport{"case_support", Status::kInvalidArgument,
                                        "Số người tán thành nhiều hơn số người có mặt",
                                        "More support than people attending"};
inline constexpr ErrorCode kCaseOtherForm{
    "case_other_form", Status::kInvalidArgument,
    "Khóa này thuộc mẫu phiếu khác (gạch tên hoặc đánh dấu X)",
    "This key belongs to the other form of ballot (strike-out or box)"};
inline constexpr ErrorCode kCaseConclusion{"case_conclusion", Status::kInvalidArgument,
                                           "Kết luận chỉ dành cho phiếu chờ kết luận",
                                           "Only a held ballot can have a conclusion"};

// Figures that no set of ballots gives.
inline constexpr ErrorCode kSumsImpossible{"sums_impossible", Status::kDataLoss,
                                           "Các tổng giải mã không thể có từ những phiếu này",
                                           "The decrypted sums can't come from these ballots"};

}  // namespace hp::codes
