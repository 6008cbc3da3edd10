#include "http/server.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/strand.hpp>
#include <thread>
#include <utility>
#include <vector>

#include "http/codes.h"
#include "http/core.h"
#include "http/session.h"
#include "http/tls.h"

namespace hp::http {
namespace {

using asio::ip::tcp;
using std::chrono::milliseconds;

constexpr auto kAwait = asio::as_tuple(asio::use_awaitable);
// After a failed accept (no file descriptors left, say).
constexpr milliseconds kPause{50};

Result<tcp::acceptor> listen(asio::io_context& io, const std::string& host, std::uint16_t port) {
  const auto failed = [&](const boost::system::error_code& error) {
    return fail(codes::kHttpListen, host + ":" + std::to_string(port), error.message());
  };
  boost::system::error_code error;
  const auto address = asio::ip::make_address(host, error);
  if (error) return failed(error);
  const tcp::endpoint endpoint(address, port);
  tcp::acceptor acceptor(asio::make_strand(io));
  (void)acceptor.open(endpoint.protocol(), error);
  if (error) return failed(error);
  (void)acceptor.set_option(asio::socket_base::reuse_address(true), error);
  (void)acceptor.bind(endpoint, error);
  if (error) return failed(error);
  (void)acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error) return failed(error);
  return acceptor;
}

asio::awaitable<void> accept_all(Core& core, tcp::acceptor& acceptor) {
  while (!core.draining) {
    auto [error, socket] =
        co_await acceptor.async_accept(asio::any_io_executor(asio::make_strand(core.io)), kAwait);
    if (core.draining) co_return;
    if (error) {
      asio::steady_timer pause(acceptor.get_executor(), kPause);
      co_await pause.async_wait(kAwait);
      continue;
    }
    const auto strand = socket.get_executor();
    auto session = std::make_shared<Session>(core, std::move(socket));
    if (!core.sessions.add(session, core.limits.connections)) {
      core.metrics.connection_refused();
      continue;
    }
    // What it throws (no memory) ends that connection alone.
    asio::co_spawn(
        strand, [session] { return session->run(); }, [session](const std::exception_ptr&) {});
  }
}

}  // namespace

struct Server::Parts {
  Parts(asio::ssl::context tls, const ServerOptions& options, const Hash& certificate,
        const rpc::Registry& registry, Metrics& metrics)
      : core(std::move(tls), options, certificate, registry, metrics),
        work(core.io.get_executor()) {}

  Core core;
  asio::executor_work_guard<asio::io_context::executor_type> work;
  std::optional<tcp::acceptor> acceptor;
  std::uint16_t port = 0;
  std::vector<std::jthread> threads;
};

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Result<std::unique_ptr<Server>> Server::start(ServerOptions options, const rpc::Registry& registry,
                                              Metrics& metrics) {
  options.threads = std::max(options.threads, 1U);
  options.workers = std::max(options.workers, 1U);
  HP_ASSIGN(auto tls, server_tls(options.identity, options.chain_pem));
  HP_ASSIGN(const Hash leaf, fingerprint(options.identity.certificate_pem));
  auto parts = std::make_unique<Parts>(std::move(tls), options, leaf, registry, metrics);
  HP_ASSIGN(parts->acceptor, listen(parts->core.io, options.host, options.port));
  parts->port = parts->acceptor->local_endpoint().port();
  asio::co_spawn(parts->acceptor->get_executor(), accept_all(parts->core, *parts->acceptor),
                 asio::detached);
  for (unsigned i = 0; i < options.threads; ++i) {
    parts->threads.emplace_back([&io = parts->core.io] { io.run(); });
  }
  return std::unique_ptr<Server>(new Server(std::move(parts)));
}

std::uint16_t Server::port() const {
  return parts_->port;
}

void Server::drain(milliseconds limit) {
  Core& core = parts_->core;
  const auto until = std::chrono::steady_clock::now() + limit;
  if (!core.draining.exchange(true)) {
    asio::post(parts_->acceptor->get_executor(), [&acceptor = *parts_->acceptor] {
      boost::system::error_code ignored;
      (void)acceptor.close(ignored);
    });
  }
  for (const auto& session : core.sessions.close()) session->drain();
  if (core.sessions.wait_empty(until)) return;
  for (const auto& session : core.sessions.all()) session->abort();
  // Nothing of a session waits on anything but its socket and its wakeups now.
  core.sessions.wait_empty(std::chrono::steady_clock::time_point::max());
}

Server::~Server() {
  drain(milliseconds(0));
  parts_->work.reset();
  parts_->threads.clear();
  parts_->core.workers.join();
}

}  // namespace hp::http
