// Error codes of report: rehearsals with known votes, and the zero report.
#pragma once

#include "base/error.h"

namespace hp::codes {

inline constexpr ErrorCode kNotRehearsal{
    "not_rehearsal", Status::kFailedPrecondition,
    "Đây là cuộc bầu thật, không phải diễn tập: không có phiếu biết trước",
    "This is a real contest and no rehearsal: it has no known votes"};
inline constexpr ErrorCode kKnownVotesBad{
    "known_votes_bad", Status::kInvalidArgument,
    "Tệp phiếu biết trước không đúng mẫu hoặc không hợp với phiếu bầu",
    "The file of known votes has another form, or does not suit the ballot paper"};
inline constexpr ErrorCode kKnownVotesOther{
    "known_votes_other", Status::kFailedPrecondition,
    "Phiếu biết trước là của đại hội, cuộc bầu, lượt hoặc danh sách khác",
    "The known votes are of another congress, contest, round or list"};
inline constexpr ErrorCode kKnownVotesFew{
    "known_votes_few", Status::kOutOfRange,
    "Số phiếu mẫu quá ít để có đủ mọi trường hợp, hoặc quá nhiều",
    "Too few known votes to have every case among them, or too many"};
inline constexpr ErrorCode kZeroCounted{
    "zero_counted", Status::kFailedPrecondition,
    "Đã có phiếu được bỏ hoặc được đếm: không lập được báo cáo số không nữa",
    "Something was cast or counted already: there is no zero report any more"};

}  // namespace hp::codes
