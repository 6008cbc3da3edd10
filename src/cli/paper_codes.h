// Error codes of cli, of what is printed.
#pragma once

#include "base/error.h"

namespace hp::codes {

inline constexpr ErrorCode kPaperFileName{
    "paper_file_name", Status::kInvalidArgument,
    "Tên tệp của cuộc bầu diễn tập phải bắt đầu bằng dien-tap-, của cuộc bầu thật thì không",
    "The name of a rehearsal's file begins with dien-tap-, that of a real contest's does not"};

}  // namespace hp::codes
