// Error codes of signing minutes through the server.
#pragma once

#include "base/error.h"

namespace hp::codes {

inline constexpr ErrorCode kPaperHeld{
    "paper_held", Status::kAborted,
    "Người khác đang ký biên bản này: hãy đợi họ ký xong hoặc quá ba phút",
    "Somebody else is signing this paper: wait until they are done, or three minutes are over"};
inline constexpr ErrorCode kSigningTurnOver{
    "signing_turn_over", Status::kFailedPrecondition,
    "Lượt ký này đã hết hạn hoặc biên bản đã đổi: hãy bắt đầu ký lại",
    "This turn of signing is over, or the paper has changed: begin again"};
inline constexpr ErrorCode kSigningRootsMissing{
    "signing_roots_missing", Status::kFailedPrecondition,
    "Máy chủ chưa có chứng thư gốc để ký biên bản: ban thư ký cần đặt trước",
    "The server has no roots for signing minutes yet: the secretariat sets them first"};
inline constexpr ErrorCode kSigningRootsInvalid{
    "signing_roots_invalid", Status::kInvalidArgument,
    "Chứng thư gốc phải là chứng thư của nơi cấp, từ 1 đến 8 chứng thư",
    "Roots are certificates of authorities, 1 to 8 of them"};
inline constexpr ErrorCode kSigningRootsFewer{
    "signing_roots_fewer", Status::kFailedPrecondition,
    "Đã có chữ ký trên biên bản: chỉ được thêm, không được bỏ chứng thư gốc",
    "Minutes have signatures already: roots can be added, and none taken away"};
inline constexpr ErrorCode kSigningRootsNotYours{
    "signing_roots_not_yours", Status::kPermissionDenied,
    "Chỉ ban thư ký đặt chứng thư gốc để ký biên bản",
    "Only the secretariat sets the roots for signing minutes"};
inline constexpr ErrorCode kServerFonts{"server_fonts", Status::kFailedPrecondition,
                                        "Máy chủ không có phông chữ để lập biên bản",
                                        "The server has no fonts to make minutes with"};

}  // namespace hp::codes
