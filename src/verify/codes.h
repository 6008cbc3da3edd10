// Error codes of verify: what stands in a record but must not. Entries that the fold refuses have
// the fold's own codes.
#pragma once

#include "base/error.h"

namespace hp::codes {

inline constexpr ErrorCode kRecordNotFounded{"record_not_founded", Status::kDataLoss,
                                             "Hồ sơ không bắt đầu bằng lệnh khởi tạo đại hội",
                                             "The record does not begin with a founding command"};
inline constexpr ErrorCode kRecordSize{"record_size", Status::kDataLoss,
                                       "Số mục trong hồ sơ khác số mục mà điểm kiểm ghi",
                                       "There are not as many entries as the checkpoint says"};
inline constexpr ErrorCode kRecordRoot{"record_root", Status::kDataLoss,
                                       "Mã gốc tính lại từ các mục khác mã gốc của điểm kiểm",
                                       "The root over the entries is not the checkpoint's"};
inline constexpr ErrorCode kQuorumMissing{
    "quorum_missing", Status::kFailedPrecondition,
    "Điểm kiểm chưa đủ số chứng nhận của nhân chứng mà đại hội đã định",
    "The checkpoint has fewer cosignatures than the founding asks for"};
inline constexpr ErrorCode kTallyDiffers{
    "tally_differs", Status::kDataLoss,
    "Kết quả mở lại từ các phiếu đã mã hóa khác kết quả trong hồ sơ",
    "The encrypted ballots, opened anew, give other counts than the record's"};
inline constexpr ErrorCode kPapersDiffer{
    "papers_differ", Status::kDataLoss,
    "Phiếu giấy đếm lại từ các lần nhập trong hồ sơ cho kết quả khác",
    "The papers, counted again from what was keyed, give other figures than the record's"};
inline constexpr ErrorCode kDeclaredDiffers{
    "declared_differs", Status::kDataLoss,
    "Kết quả tính lại theo quy chế khác kết quả đã lập trong hồ sơ",
    "The outcome worked out anew is not the one that was declared"};
inline constexpr ErrorCode kMinutesDiffer{
    "minutes_differ", Status::kDataLoss, "Biên bản lập lại từ hồ sơ khác biên bản mà người này ký",
    "The minutes made anew from the record are not those that this person signed"};
inline constexpr ErrorCode kAnnouncedUnsigned{
    "announced_unsigned", Status::kDataLoss,
    "Kết quả đã công bố nhưng biên bản thiếu chữ ký hoặc chữ ký không cho cùng một biên bản",
    "Announced, though signatures on the minutes are missing or not on the same minutes"};
inline constexpr ErrorCode kOtherCongressId{"other_congress_id", Status::kFailedPrecondition,
                                            "Hồ sơ này thuộc về một đại hội khác với mã đã cho",
                                            "The record is of another congress than the id given"};
inline constexpr ErrorCode kRecordCut{
    "record_cut", Status::kDataLoss, "Hồ sơ ngắn hơn điểm kiểm hoặc biên nhận đã thấy: bị cắt bớt",
    "The record is shorter than the head or receipt that was seen: its tail is cut"};
inline constexpr ErrorCode kHeadOfOther{
    "head_of_other", Status::kDataLoss,
    "Điểm kiểm đã thấy không phải của phần đầu hồ sơ này: có hai hồ sơ khác nhau",
    "The head that was seen is not of a prefix of this record: there are two records"};
inline constexpr ErrorCode kTwoTails{"two_tails", Status::kDataLoss,
                                     "Hai hồ sơ của cùng đại hội khác nhau từ mục này",
                                     "Two records of one congress differ from this entry on"};
inline constexpr ErrorCode kTwoCongresses{"two_congresses", Status::kFailedPrecondition,
                                          "Hai tệp là hồ sơ của hai đại hội khác nhau",
                                          "Two files are records of two congresses"};

}  // namespace hp::codes
