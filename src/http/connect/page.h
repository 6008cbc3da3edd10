// The two pages of the server that are no methods.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "http/connect/exchange.h"

namespace hp::http::connect {

struct PageState {
  bool loopback = false;  // the caller is on this machine
  bool draining = false;
  std::function<std::string()> metrics;
};

// GET /healthz: "ok", or 503 while draining. GET /metrics: for this machine alone; to others it
// does not exist. Nothing for every other request.
std::optional<Response> page(const Head& head, const PageState& state);

}  // namespace hp::http::connect
