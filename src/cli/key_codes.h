// Error codes of cli, of the keying station.
#pragma once

#include "base/error.h"

namespace hp::codes {

inline constexpr ErrorCode kTerminalUnusable{
    "terminal_unusable", Status::kFailedPrecondition,
    "Không dùng được màn hình dòng lệnh này: chạy trong cửa sổ dòng lệnh, hoặc dùng --plain",
    "This is no terminal that can be used: run it in one, or with --plain"};

}  // namespace hp::codes
