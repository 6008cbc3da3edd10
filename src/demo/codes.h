// Error codes of demo.
#pragma once

#include "base/error.h"

namespace hp::codes {

inline constexpr ErrorCode kDemoPlan{"demo_plan", Status::kInternal,
                                     "Kịch bản diễn tập không thực hiện được",
                                     "The demonstration's plan can't be carried out"};
inline constexpr ErrorCode kDemoDiffers{"demo_differs", Status::kDataLoss,
                                        "Kết quả khác với các phiếu đã bỏ trong diễn tập",
                                        "The result differs from the votes that the demo cast"};
inline constexpr ErrorCode kDemoChild{"demo_child", Status::kUnavailable,
                                      "Chương trình con không chạy được hoặc đã dừng",
                                      "A program that the demo started does not run, or ended"};
inline constexpr ErrorCode kDemoFile{"demo_file", Status::kNotFound,
                                     "Không đọc hoặc không ghi được tệp của diễn tập",
                                     "A file of the demonstration can't be read or written"};

}  // namespace hp::codes
