// What carries the calls of a program: a TLS connection, or a registry in the same process.
#pragma once

#include <functional>
#include <string_view>
#include <utility>
#include <variant>

#include "base/error.h"
#include "http/client.h"
#include "rpc/local.h"

namespace hp::client {

// One caller's end; one call at a time, from one thread.
class Wire {
 public:
  explicit Wire(http::Client connection) : way_(std::move(connection)) {}
  // Calls the handlers of this process without a network. The registry outlives the wire.
  explicit Wire(const rpc::Registry& registry) : way_(&registry) {}

  template <class Response, class Request>
  Result<Response> call(std::string_view path, const Request& request,
                        std::string_view bearer = {}) {
    if (auto* connection = std::get_if<http::Client>(&way_)) {
      return connection->call<Response>(path, request, bearer);
    }
    rpc::Call call;
    call.bearer = bearer;
    call.peer = "127.0.0.1";
    call.peer_is_loopback = true;
    return rpc::call_local<Response>(*std::get<const rpc::Registry*>(way_), path, request,
                                     std::move(call));
  }

  // The connection, for streams; nullptr where there is no network.
  http::Client* connection() { return std::get_if<http::Client>(&way_); }

  // SHA-256 of the server's certificate, to which a login is bound; zeros without a network.
  Hash certificate() const {
    const auto* connection = std::get_if<http::Client>(&way_);
    return connection == nullptr ? Hash{} : connection->server_certificate();
  }

 private:
  std::variant<http::Client, const rpc::Registry*> way_;
};

}  // namespace hp::client
