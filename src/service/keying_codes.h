// Error codes of handing out batches to keying stations.
#pragma once

#include "base/error.h"

namespace hp::codes {

inline constexpr ErrorCode kNothingToKey{
    "nothing_to_key", Status::kNotFound,
    "Hiện không có lô phiếu nào cho người này nhập: hãy đợi lô mới, hoặc lô của lần đếm khác "
    "do người khác nhập",
    "There is no batch for this person to key now: wait for a new one, or let others key the "
    "counts that are left"};
inline constexpr ErrorCode kBatchGivenAway{
    "batch_given_away", Status::kAborted,
    "Lô phiếu này đã giao cho người khác vì máy này im lặng quá lâu: đưa xấp phiếu cho họ; những "
    "phiếu đã gửi vẫn được giữ",
    "This batch was given to somebody else, since this station was silent: hand them the papers; "
    "what was sent before is kept"};
inline constexpr ErrorCode kNotKeying{
    "not_keying", Status::kPermissionDenied,
    "Chỉ ban kiểm phiếu của cuộc bầu này và tổ giúp việc được nhập phiếu",
    "Only the counting committee of this contest and its helpers key papers"};

}  // namespace hp::codes
