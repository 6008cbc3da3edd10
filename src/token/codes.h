// Error codes of signing with a token (smart card, USB token).
#pragma once

#include "base/error.h"

namespace hp::codes {

// The helper process.
inline constexpr ErrorCode kTokenHelperStart{"token_helper_start", Status::kInternal,
                                             "Không chạy được tiến trình phụ cho thẻ ký",
                                             "The helper process for tokens can't be started"};
inline constexpr ErrorCode kTokenHelperGarbage{
    "token_helper_garbage", Status::kInternal,
    "Tiến trình phụ cho thẻ ký trả lời sai quy cách, đã bị dừng",
    "The helper process for tokens answered garbage, and was ended"};
inline constexpr ErrorCode kTokenHelperDied{
    "token_helper_died", Status::kUnavailable,
    "Tiến trình phụ cho thẻ ký dừng đột ngột, thường do phần mềm của thẻ bị lỗi",
    "The helper process for tokens died, most often by a fault in the token's module"};
inline constexpr ErrorCode kTokenSilent{
    "token_silent", Status::kDeadlineExceeded,
    "Thẻ ký không trả lời trong thời hạn, tiến trình phụ đã bị dừng",
    "The token did not answer in time, and the helper process was ended"};

// The module and the token.
inline constexpr ErrorCode kTokenModule{
    "token_module", Status::kFailedPrecondition, "Không nạp được tệp mô-đun PKCS#11 của thẻ ký",
    "The token's PKCS#11 module is missing, can't be loaded, or is no such module"};
inline constexpr ErrorCode kTokenAnswer{"token_answer", Status::kDataLoss,
                                        "Thẻ ký trả lời sai quy cách PKCS#11",
                                        "The token's answer breaks PKCS#11"};
inline constexpr ErrorCode kTokenFailed{"token_failed", Status::kFailedPrecondition,
                                        "Thẻ ký từ chối hoặc bị lỗi",
                                        "The token refused, or failed"};
inline constexpr ErrorCode kTokenGone{"token_gone", Status::kUnavailable,
                                      "Thẻ ký đã bị rút ra hoặc không còn kết nối",
                                      "The token was unplugged"};
inline constexpr ErrorCode kTokenNotFound{"token_not_found", Status::kNotFound,
                                          "Không thấy thẻ ký có nhãn và số sê-ri này",
                                          "No token has this label and serial number"};
inline constexpr ErrorCode kTokenAmbiguous{
    "token_ambiguous", Status::kFailedPrecondition,
    "Có nhiều thẻ ký hoặc khóa cùng khớp, xin chỉ rõ số sê-ri hoặc mã khóa",
    "Several tokens or keys match: name the serial number or the key"};

// The PIN. It is never tried again by itself.
inline constexpr ErrorCode kTokenPinWrong{
    "token_pin_wrong", Status::kUnauthenticated,
    "Sai mã PIN của thẻ ký; chương trình không tự thử lại",
    "Wrong PIN of the token; it is not tried again by itself"};
inline constexpr ErrorCode kTokenPinFinalTry{
    "token_pin_final_try", Status::kFailedPrecondition,
    "Thẻ ký chỉ còn một lần thử PIN, sai nữa sẽ bị khóa; chưa dùng mã PIN",
    "The token has one PIN try left and locks after it; the PIN was not used"};
inline constexpr ErrorCode kTokenLocked{"token_locked", Status::kPermissionDenied,
                                        "Mã PIN của thẻ ký đã bị khóa",
                                        "The token's PIN is locked"};

// The key and what is signed.
inline constexpr ErrorCode kTokenKeyMissing{"token_key_missing", Status::kNotFound,
                                            "Thẻ ký không có khóa bí mật với mã này",
                                            "The token has no private key of this id"};
inline constexpr ErrorCode kTokenKeyKind{
    "token_key_kind", Status::kFailedPrecondition,
    "Khóa trên thẻ không dùng được: cần RSA từ 2048 bit hoặc P-256, được phép ký",
    "The key can't be used: RSA of 2048 bits or more, or P-256, allowed to sign, is needed"};
inline constexpr ErrorCode kTokenTooLong{"token_too_long", Status::kInvalidArgument,
                                         "Dữ liệu gửi thẻ ký quá dài",
                                         "What the token is asked is too long"};

}  // namespace hp::codes
