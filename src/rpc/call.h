// What a handler learns about one call besides its request.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "base/bytes.h"

namespace hp::rpc {

// Deadlines are measured on the steady clock: no change of the wall clock ends a call.
using Deadline = std::chrono::steady_clock::time_point;

struct Call {
  // The token of "Authorization: Bearer …"; empty when the caller sent none. Not checked yet.
  std::string bearer;
  // The caller's address as text ("192.168.1.7", "::1"), without the port.
  std::string peer;
  bool peer_is_loopback = false;
  // SHA-256 of the server certificate (DER) that this connection was made with.
  Hash server_certificate{};
  // When the caller stops waiting. The answer is then sent for the handler; what the handler
  // still does takes effect all the same.
  std::optional<Deadline> deadline;

  bool expired() const {
    return deadline.has_value() && std::chrono::steady_clock::now() >= *deadline;
  }
};

}  // namespace hp::rpc
