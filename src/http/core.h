// What the sessions of one server share.
#pragma once

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/thread_pool.hpp>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "http/load.h"
#include "http/metrics.h"
#include "http/server.h"
#include "rpc/registry.h"

namespace hp::http {

class Session;

// The sessions that live, so that a drain reaches and awaits them.
class SessionSet {
 public:
  // False once the set is closed, or full.
  bool add(const std::shared_ptr<Session>& session, std::size_t limit);
  void remove(const Session* session);

  // No session is added from now on. Gives those that live.
  std::vector<std::shared_ptr<Session>> close();
  std::vector<std::shared_ptr<Session>> all() const;

  // Whether none was left before that time.
  bool wait_empty(std::chrono::steady_clock::time_point until) const;

 private:
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  std::unordered_map<const Session*, std::weak_ptr<Session>> sessions_;
  bool closed_ = false;
};

struct Core {
  Core(boost::asio::ssl::context context, const ServerOptions& options, const Hash& leaf,
       const rpc::Registry& methods, Metrics& counters)
      : tls(std::move(context)),
        io(static_cast<int>(options.threads)),
        workers(options.workers),
        limits(options.limits),
        on_fault(options.on_fault),
        certificate(leaf),
        registry(methods),
        metrics(counters),
        requests(limits.requests_in_flight),
        streams(limits.streams) {}

  boost::asio::ssl::context tls;
  boost::asio::io_context io;
  boost::asio::thread_pool workers;
  const Limits limits;
  const std::function<void(std::string_view, const Error&)> on_fault;
  const Hash certificate;
  const rpc::Registry& registry;
  Metrics& metrics;
  Load requests;
  Load streams;
  SessionSet sessions;
  std::atomic<bool> draining{false};
};

}  // namespace hp::http
