#include "http/connect/page.h"

#include "http/connect/respond.h"

namespace hp::http::connect {

std::optional<Response> page(const Head& head, const PageState& state) {
  if (head.method != "GET") return std::nullopt;
  if (head.target == "/healthz") {
    return plain(state.draining ? 503 : 200, "text/plain; charset=utf-8",
                 state.draining ? "draining\n" : "ok\n");
  }
  if (head.target == "/metrics" && state.loopback) {
    return plain(200, "text/plain; version=0.0.4; charset=utf-8", state.metrics());
  }
  return std::nullopt;
}

}  // namespace hp::http::connect
