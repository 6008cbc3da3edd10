// Counters of a running program, in the text format of Prometheus. Safe from every thread.
//
//   Metrics metrics;
//   metrics.gauge("homphieu_watchers", "streams followed", [&] { return double(hall.watchers());
//   }); auto server = Server::start(options, registry, metrics);   // GET /metrics, from loopback
//   alone
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace hp::http {

class Metrics {
 public:
  Metrics();
  ~Metrics();
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;

  // A number of another room, asked for each time the metrics are read. `read` must be safe from
  // every thread and outlive this.
  void gauge(const std::string& name, const std::string& help, std::function<double()> read);

  // What the server counts.
  void connection_opened();
  void connection_closed();
  void connection_refused();
  void handshake_failed();
  void stream_opened();
  void stream_closed();
  // `path` is that of a method, never what a caller wrote; `code` is "ok" or a Connect code.
  void request_done(std::string_view path, std::string_view code,
                    std::chrono::steady_clock::duration took);

  // Everything, as GET /metrics gives it.
  std::string text() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace hp::http
