// Error codes of paper: what no ballot paper, card or sheet can be made of.
#pragma once

#include "base/error.h"

namespace hp::codes {

inline constexpr ErrorCode kPaperNames{"paper_names", Status::kInvalidArgument,
                                       "Phiếu bầu phải có từ 1 đến 250 họ tên",
                                       "A ballot paper has 1 to 250 names"};
inline constexpr ErrorCode kPaperSeats{"paper_seats", Status::kInvalidArgument,
                                       "Số lượng bầu không hợp với hình thức phiếu",
                                       "The number of seats does not suit the paper's form"};
inline constexpr ErrorCode kPaperNameLong{
    "paper_name_long", Status::kInvalidArgument,
    "Họ tên quá dài: không vừa hai dòng chữ nhỏ nhất trên phiếu",
    "The name is too long for two lines of the smallest letters on the paper"};
inline constexpr ErrorCode kPaperHeadingLong{
    "paper_heading_long", Status::kInvalidArgument,
    "Phần đầu quá dài, không vừa chỗ trên phiếu: hãy rút gọn tên tổ chức, đại hội hoặc chức danh",
    "The heading is too long for its place: shorten the organisation, congress or office"};
inline constexpr ErrorCode kPaperText{"paper_text", Status::kInvalidArgument,
                                      "Thiếu nội dung phải in trên giấy",
                                      "A text that must be printed is empty"};
inline constexpr ErrorCode kPaperCode{"paper_code", Status::kInvalidArgument,
                                      "Không in được mã QR với nội dung này",
                                      "No QR code can be printed of this text"};
inline constexpr ErrorCode kPaperCount{"paper_count", Status::kOutOfRange,
                                       "Số bản, số lô hoặc số thẻ ngoài mức cho phép",
                                       "The number of copies, batches or cards is out of range"};
inline constexpr ErrorCode kPaperRealContest{
    "paper_real_contest", Status::kFailedPrecondition,
    "Phiếu mẫu đã đánh dấu sẵn chỉ in cho cuộc bầu diễn tập",
    "Papers that are marked already are printed for a rehearsal alone"};

}  // namespace hp::codes
