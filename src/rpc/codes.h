// Error codes of rpc.
#pragma once

#include "base/error.h"

namespace hp::codes {

inline constexpr ErrorCode kRpcNoAnswer{"rpc_no_answer", Status::kInternal,
                                        "Máy chủ không hoàn thành được yêu cầu này",
                                        "The server did not complete this call"};
inline constexpr ErrorCode kRpcHandlerFault{"rpc_handler_fault", Status::kInternal,
                                            "Máy chủ gặp lỗi bên trong khi xử lý yêu cầu",
                                            "The server met an internal fault in this call"};
inline constexpr ErrorCode kRpcUnknownMethod{"rpc_unknown_method", Status::kUnimplemented,
                                             "Máy chủ không có dịch vụ hay đường dẫn này",
                                             "The server has no such method or path"};

}  // namespace hp::codes
