// An error as a server sent it.
#pragma once

#include <chrono>
#include <string>

#include "base/error.h"

namespace hp::http {

struct RemoteError {
  Status status = Status::kUnknown;
  std::string code;  // stable name; empty where the server named none
  std::string field;
  std::string vi;
  std::string en;
  std::string detail;
  std::chrono::milliseconds retry_after{0};  // zero: none given
};

}  // namespace hp::http
