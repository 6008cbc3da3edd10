// What the head of a request asks for, before its body is read: a call of a method, or a refusal.
// Everything that is not a registered method is refused.
#pragma once

#include <chrono>
#include <expected>
#include <memory>
#include <optional>
#include <string>

#include "base/error.h"
#include "http/connect/codec.h"
#include "http/connect/exchange.h"
#include "rpc/registry.h"

namespace hp::http::connect {

// A call whose head is in order.
struct Accepted {
  const rpc::Method* method = nullptr;
  Codec codec = Codec::kProto;
  // From the head's arrival; the caller waits no longer.
  std::optional<std::chrono::milliseconds> timeout;
  std::string bearer;
  // A GET carries its message in the target and has no body.
  std::optional<std::string> message;

  bool streams() const { return method->streams(); }
};

// POST with a body in one of the method's content types, or GET for a unary method without effect:
//   GET /service/Method?connect=v1&encoding=json&message=%7B%7D
//   GET /service/Method?connect=v1&encoding=proto&base64=1&message=…
// Refusals: no such path 404, another HTTP method 405, another content type 415, compression,
// another protocol version, a timeout that is no number, a field that must be single twice.
std::expected<Accepted, Response> decide(const Head& head, const rpc::Registry& registry);

// The request's message out of the body. Fails with `kHttpMessage` or `kHttpCompressed`.
Result<std::unique_ptr<Message>> read_request(const Accepted& call, std::string_view body);

}  // namespace hp::http::connect
