// Error codes of http.
#pragma once

#include "base/error.h"

namespace hp::codes {

// Requests that the server refuses.
inline constexpr ErrorCode kHttpRequest{"http_request", Status::kInvalidArgument,
                                        "Yêu cầu HTTP không hợp lệ", "Not a valid HTTP request"};
inline constexpr ErrorCode kHttpMessage{"http_message", Status::kInvalidArgument,
                                        "Nội dung yêu cầu không đọc được",
                                        "The content of the request can't be read"};
inline constexpr ErrorCode kHttpContentType{"http_content_type", Status::kInvalidArgument,
                                            "Kiểu nội dung không được hỗ trợ",
                                            "The content type is not supported"};
inline constexpr ErrorCode kHttpMethod{"http_method", Status::kUnimplemented,
                                       "Đường dẫn này không nhận phương thức HTTP đó",
                                       "The path does not take this HTTP method"};
inline constexpr ErrorCode kHttpCompressed{
    "http_compressed", Status::kUnimplemented,
    "Máy chủ không nhận nội dung nén; chỉ nhận \"identity\"",
    "The server takes no compressed content, only \"identity\""};
inline constexpr ErrorCode kHttpVersion{"http_version", Status::kInvalidArgument,
                                        "Phiên bản giao thức Connect không được hỗ trợ",
                                        "This version of the Connect protocol is not supported"};
inline constexpr ErrorCode kHttpTimeoutField{"http_timeout_field", Status::kInvalidArgument,
                                             "Connect-Timeout-Ms không hợp lệ",
                                             "Connect-Timeout-Ms is not valid"};
inline constexpr ErrorCode kHttpTooLarge{"http_too_large", Status::kResourceExhausted,
                                         "Yêu cầu lớn quá mức cho phép",
                                         "The request is larger than allowed"};
inline constexpr ErrorCode kHttpBusy{"http_busy", Status::kResourceExhausted,
                                     "Máy chủ đang bận, xin thử lại sau",
                                     "The server is busy, please try again"};
inline constexpr ErrorCode kHttpDraining{"http_draining", Status::kUnavailable, "Máy chủ đang dừng",
                                         "The server is stopping"};
inline constexpr ErrorCode kHttpDeadline{"http_deadline", Status::kDeadlineExceeded,
                                         "Quá thời hạn chờ; chưa rõ yêu cầu đã được thực hiện chưa",
                                         "Out of time; whether the call took effect is unknown"};

// What keeps a server from starting.
inline constexpr ErrorCode kHttpListen{"http_listen", Status::kUnavailable,
                                       "Không mở được cổng để phục vụ",
                                       "Can't listen on this address and port"};
inline constexpr ErrorCode kHttpTlsMaterial{"http_tls_material", Status::kInvalidArgument,
                                            "Chứng thư hoặc khóa TLS không dùng được",
                                            "The TLS certificate or key can't be used"};
inline constexpr ErrorCode kHttpHostName{"http_host_name", Status::kInvalidArgument,
                                         "Không phải tên máy hay địa chỉ hợp lệ",
                                         "Not a valid host name or address"};
inline constexpr ErrorCode kHttpCertificate{"http_certificate", Status::kInternal,
                                            "Không tạo được chứng thư",
                                            "The certificate could not be made"};

// What a client meets.
inline constexpr ErrorCode kHttpConnect{"http_connect", Status::kUnavailable,
                                        "Không kết nối được với máy chủ",
                                        "Can't connect to the server"};
inline constexpr ErrorCode kHttpUntrusted{
    "http_untrusted", Status::kFailedPrecondition,
    "Chứng thư của máy chủ không được tin cậy; có thể đó không phải máy chủ của đại hội",
    "The server's certificate is not trusted; it may not be the congress's server"};
inline constexpr ErrorCode kHttpLost{"http_lost", Status::kUnavailable,
                                     "Mất kết nối; chưa rõ yêu cầu đã được thực hiện chưa",
                                     "Connection lost; whether the call took effect is unknown"};
inline constexpr ErrorCode kHttpAnswer{"http_answer", Status::kInternal,
                                       "Câu trả lời của máy chủ không đọc được",
                                       "The server's answer can't be read"};
inline constexpr ErrorCode kHttpStopped{"http_stopped", Status::kCanceled, "Đã dừng kết nối",
                                        "The connection was stopped"};
inline constexpr ErrorCode kHttpRemote{"http_remote", Status::kUnknown, "Máy chủ từ chối yêu cầu",
                                       "The server refused the call"};

}  // namespace hp::codes
