// One TLS connection of a client: bytes out, bytes in, each step bounded in time. Its work runs in
// the calling thread; stop() may come from another.
#pragma once

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/error.h"
#include "http/client.h"
#include "http/connect/exchange.h"

namespace hp::http {

class Connection {
 public:
  using Time = std::chrono::steady_clock::time_point;

  // `tls` and `stopped` outlive this.
  Connection(boost::asio::ssl::context& tls, const std::atomic<bool>& stopped);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // Connects and makes the handshake before `until`; once.
  // Fails with `kHttpConnect`, `kHttpUntrusted` or `kHttpStopped`.
  Result<void> open(const Endpoint& endpoint, Time until);

  const Hash& server_certificate() const { return certificate_; }

  // Whether another request may be sent: the last answer was whole, and nothing has come since,
  // as it does when the server closes.
  bool idle();

  // What a request is answered with, as it comes: the head once, then pieces of the body. Each may
  // end the exchange by saying false.
  struct Listener {
    std::function<bool(unsigned status, const std::vector<connect::Field>& fields)> head;
    std::function<bool(std::string_view piece)> body;
    // When to give up; asked before each step.
    std::function<Time()> until;
  };

  // Sends `request` whole and reads the answer. True when it was read to its end, false when the
  // listener ended it. Fails with `kHttpLost`, `kHttpDeadline`, `kHttpAnswer` or `kHttpStopped`.
  Result<bool> exchange(std::string_view request, const Listener& listener);

  // Makes what runs, in another thread, end with `kHttpStopped`; that thread has set `stopped`.
  void interrupt();

 private:
  using Stream = boost::beast::ssl_stream<boost::beast::tcp_stream>;
  using Parser = boost::beast::http::response_parser<boost::beast::http::buffer_body>;

  Result<void> reach(const Endpoint& endpoint, Time until);
  Result<void> greet(const Endpoint& endpoint, Time until);
  Result<bool> read_body(Parser& parser, const Listener& listener);
  // Runs one asynchronous operation, which `start` begins with the handler it is given, to its end.
  template <class Start>
  boost::system::error_code run(Time until, Start start);
  // The error of an exchange.
  std::unexpected<Error> broken(const boost::system::error_code& error);
  boost::beast::tcp_stream& tcp() { return stream_.next_layer(); }

  const std::atomic<bool>& stopped_;
  boost::asio::io_context io_;
  Stream stream_;
  boost::beast::flat_buffer buffer_;
  Hash certificate_{};
  bool reusable_ = true;
};

}  // namespace hp::http
