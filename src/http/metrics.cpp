#include "http/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <mutex>
#include <utility>
#include <vector>

namespace hp::http {
namespace {

const prometheus::Histogram::BucketBoundaries kSeconds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                       0.1,   0.25,   0.5,   1,    2.5,   10};

}  // namespace

struct Metrics::Parts {
  prometheus::Registry registry;
  prometheus::Gauge& connections = prometheus::BuildGauge()
                                       .Name("homphieu_http_connections")
                                       .Help("open connections")
                                       .Register(registry)
                                       .Add({});
  prometheus::Gauge& streams = prometheus::BuildGauge()
                                   .Name("homphieu_http_streams")
                                   .Help("open streams")
                                   .Register(registry)
                                   .Add({});
  prometheus::Counter& refused = prometheus::BuildCounter()
                                     .Name("homphieu_http_connections_refused_total")
                                     .Help("connections closed because there were too many")
                                     .Register(registry)
                                     .Add({});
  prometheus::Counter& bad_handshakes = prometheus::BuildCounter()
                                            .Name("homphieu_http_handshakes_failed_total")
                                            .Help("connections that made no TLS 1.3 session")
                                            .Register(registry)
                                            .Add({});
  prometheus::Family<prometheus::Counter>& requests =
      prometheus::BuildCounter()
          .Name("homphieu_http_requests_total")
          .Help("requests answered, by method and Connect code")
          .Register(registry);
  prometheus::Family<prometheus::Histogram>& seconds =
      prometheus::BuildHistogram()
          .Name("homphieu_http_request_seconds")
          .Help("from the end of a request's head to its answer")
          .Register(registry);

  struct Read {
    prometheus::Gauge* gauge;
    std::function<double()> value;
  };
  mutable std::mutex mutex;
  std::vector<Read> reads;
};

Metrics::Metrics() : parts_(std::make_unique<Parts>()) {}
Metrics::~Metrics() = default;

void Metrics::gauge(const std::string& name, const std::string& help,
                    std::function<double()> read) {
  auto& added = prometheus::BuildGauge().Name(name).Help(help).Register(parts_->registry).Add({});
  const std::lock_guard lock(parts_->mutex);
  parts_->reads.push_back({&added, std::move(read)});
}

void Metrics::connection_opened() {
  parts_->connections.Increment();
}
void Metrics::connection_closed() {
  parts_->connections.Decrement();
}
void Metrics::connection_refused() {
  parts_->refused.Increment();
}
void Metrics::handshake_failed() {
  parts_->bad_handshakes.Increment();
}
void Metrics::stream_opened() {
  parts_->streams.Increment();
}
void Metrics::stream_closed() {
  parts_->streams.Decrement();
}

void Metrics::request_done(std::string_view path, std::string_view code,
                           std::chrono::steady_clock::duration took) {
  parts_->requests.Add({{"path", std::string(path)}, {"code", std::string(code)}}).Increment();
  parts_->seconds.Add({{"path", std::string(path)}}, kSeconds)
      .Observe(std::chrono::duration<double>(took).count());
}

std::string Metrics::text() const {
  {
    const std::lock_guard lock(parts_->mutex);
    for (const Parts::Read& read : parts_->reads) read.gauge->Set(read.value());
  }
  return prometheus::TextSerializer().Serialize(parts_->registry.Collect());
}

}  // namespace hp::http
