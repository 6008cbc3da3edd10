// Error codes of certificates, CMS signatures and timestamps.
#pragma once

#include "base/error.h"

namespace hp::codes {

inline constexpr ErrorCode kCertificateForm{"certificate_form", Status::kInvalidArgument,
                                            "Không phải chứng thư số X.509",
                                            "Not an X.509 certificate"};
inline constexpr ErrorCode kCertificateRequest{
    "certificate_request", Status::kInvalidArgument,
    "Không phải yêu cầu cấp chứng thư (PKCS#10), hoặc chữ ký trong yêu cầu không đúng",
    "Not a certificate request (PKCS#10), or its own signature does not hold"};
inline constexpr ErrorCode kCertificateKey{
    "certificate_key", Status::kInvalidArgument,
    "Khóa của chứng thư phải là RSA từ 2048 bit, hoặc P-256",
    "The certificate's key must be RSA of 2048 bits or more, or P-256"};
inline constexpr ErrorCode kCertificateUsage{"certificate_usage", Status::kPermissionDenied,
                                             "Chứng thư này không dùng để ký văn bản",
                                             "This certificate is not one for signing documents"};
inline constexpr ErrorCode kCertificateUntrusted{
    "certificate_untrusted", Status::kPermissionDenied,
    "Chứng thư không do tổ chức cấp chứng thư đã nêu cấp",
    "The certificate does not lead to one of the roots given"};
inline constexpr ErrorCode kCertificateExpired{
    "certificate_expired", Status::kPermissionDenied,
    "Chứng thư đã hết hạn vào thời điểm của đại hội",
    "The certificate had expired at the congress's time"};
inline constexpr ErrorCode kCertificateNotYet{
    "certificate_not_yet", Status::kPermissionDenied,
    "Chứng thư chưa có hiệu lực vào thời điểm của đại hội",
    "The certificate was not yet valid at the congress's time"};
inline constexpr ErrorCode kSigningKey{
    "signing_key", Status::kInvalidArgument,
    "Tệp khóa ký (PEM, PKCS#8) không đọc được, hoặc sai mật khẩu",
    "The signing key (PEM, PKCS#8) can't be read, or the passphrase is wrong"};
inline constexpr ErrorCode kSigningKeyOther{"signing_key_other", Status::kFailedPrecondition,
                                            "Khóa không thuộc chứng thư này",
                                            "The key is not that of the certificate"};

inline constexpr ErrorCode kCmsForm{"cms_form", Status::kInvalidArgument,
                                    "Không phải chữ ký CMS tách rời của đúng một người",
                                    "Not a detached CMS signature of exactly one signer"};
inline constexpr ErrorCode kCmsDigest{"cms_digest", Status::kInvalidArgument,
                                      "Chữ ký không dùng SHA-256",
                                      "The signature does not use SHA-256"};
inline constexpr ErrorCode kCmsContent{
    "cms_content", Status::kDataLoss,
    "Chữ ký không phải của nội dung này: nội dung đã bị sửa, hoặc chữ ký của văn bản khác",
    "The signature is not of this content: it was changed, or the signature is of another"};
inline constexpr ErrorCode kCmsSignature{"cms_signature", Status::kDataLoss,
                                         "Giá trị chữ ký CMS không đúng với khóa của chứng thư",
                                         "The CMS signature does not hold under the certificate"};
inline constexpr ErrorCode kCmsCertificate{
    "cms_certificate", Status::kInvalidArgument,
    "Chữ ký không gắn với chứng thư của người ký (thiếu thuộc tính signingCertificateV2)",
    "The signature is not bound to its certificate (signingCertificateV2 is missing or wrong)"};

inline constexpr ErrorCode kTimestampForm{
    "timestamp_form", Status::kInvalidArgument,
    "Không phải câu trả lời của cơ quan cấp dấu thời gian, hoặc câu trả lời từ chối",
    "Not an answer of a timestamp authority, or one that refuses"};
inline constexpr ErrorCode kTimestampOther{"timestamp_other", Status::kInvalidArgument,
                                           "Dấu thời gian không phải của chữ ký này",
                                           "The timestamp is not of this signature"};
inline constexpr ErrorCode kTimestampUntrusted{
    "timestamp_untrusted", Status::kPermissionDenied,
    "Chữ ký của dấu thời gian không đúng, hoặc không do tổ chức đã nêu cấp",
    "The timestamp's signature does not hold, or does not lead to one of the roots given"};

}  // namespace hp::codes
