// The server: TLS 1.3, HTTP/1.1, the Connect protocol over an rpc::Registry.
//
//   ServerOptions options;
//   options.identity = …; options.chain_pem = authority.certificate_pem;
//   HP_ASSIGN(auto server, Server::start(std::move(options), registry, metrics));
//   … SIGTERM: server->drain(10s);
//
// Besides the registry's methods there are GET /healthz ("ok", 503 while draining) and, from
// loopback alone, GET /metrics. Everything else is refused.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/error.h"
#include "http/certificate.h"
#include "http/limits.h"
#include "http/metrics.h"
#include "rpc/registry.h"

namespace hp::http {

struct ServerOptions {
  std::string host = "127.0.0.1";  // address to listen on; "::" or "0.0.0.0" for every one
  std::uint16_t port = 0;          // 0: any free port
  Identity identity;               // the server's certificate and key
  std::string chain_pem;           // certificates sent after it, in order; may be empty
  unsigned threads = 1;            // for the network; handlers never run on these
  unsigned workers = 2;            // for handlers
  Limits limits;
  // Told of every error inside the server (internal, unknown, data loss) with the method's path:
  // for the log, as callers get no figures of these. Called on network threads: must not
  // block, nor throw.
  std::function<void(std::string_view path, const Error&)> on_fault;
};

class Server {
 public:
  // Listens and serves until drained or destroyed. `registry` and `metrics` must outlive the
  // server; what handlers keep (Reply, Sink) may outlive it and then goes nowhere. Fails with
  // `kHttpListen` or `kHttpTlsMaterial`.
  static Result<std::unique_ptr<Server>> start(ServerOptions options, const rpc::Registry& registry,
                                               Metrics& metrics);

  // Drains with no time left, then waits for the handlers that run.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::uint16_t port() const;

  // Accepts no more, closes what is idle, ends streams with `kHttpDraining`, lets calls that run
  // be answered; closes what is left after `limit`. Returns when no connection is open.
  void drain(std::chrono::milliseconds limit);

 private:
  struct Parts;
  explicit Server(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace hp::http
