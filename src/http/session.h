// One connection of the server, from its handshake to its end: requests one after another, each
// answered before the next is read. Everything here runs on the connection's strand; handlers run
// on the workers and answer through a Mailbox or a StreamQueue.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <chrono>
#include <memory>
#include <string>

#include "http/connect/decide.h"
#include "http/core.h"
#include "http/mailbox.h"
#include "http/stream_queue.h"

namespace hp::http {

namespace beast = boost::beast;

class Session : public std::enable_shared_from_this<Session> {
 public:
  // `socket` is bound to a strand of its own.
  Session(Core& core, asio::ip::tcp::socket socket);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  // To be spawned on the socket's strand.
  asio::awaitable<void> run();

  // From any thread. Drains: closes once the present request is answered.
  void drain();
  // From any thread. Closes at once.
  void abort();

 private:
  using Clock = std::chrono::steady_clock;
  using Parser = beast::http::request_parser<beast::http::string_body>;
  // Whether the connection may take another request.
  using Again = asio::awaitable<bool>;

  Again handshake();
  Again wait_for_request();
  Again one_request();
  Again read_body(Parser& parser, const connect::Head& head, const connect::Accepted& call);
  Again unary(connect::Accepted call, std::string body, bool keep_alive);
  Again stream(connect::Accepted call, std::string body);
  asio::awaitable<void> send_stream(StreamQueue& queue, Clock::time_point deadline);
  asio::awaitable<void> unwatch_peer();
  void on_workers(std::vector<std::function<void()>> callbacks);
  // `call`: what the request is for, once that is known.
  Again bad_request(boost::system::error_code error, const connect::Accepted* call = nullptr);
  // Answers what needs no method: its own pages and refusals.
  Again respond(connect::Response response, bool keep_alive, std::string_view path = "other");
  Again write(std::string_view head, std::string_view body);
  asio::awaitable<void> linger();
  asio::awaitable<void> finish();

  rpc::Call call_of(const connect::Accepted& call, Clock::time_point deadline) const;
  void watch_peer();

  beast::tcp_stream& tcp() { return stream_.next_layer(); }

  Core& core_;
  beast::ssl_stream<beast::tcp_stream> stream_;
  beast::flat_buffer buffer_;
  std::string peer_;
  bool peer_is_loopback_ = false;

  bool idle_ = false;  // nothing of a request has come
  bool draining_ = false;
  bool aborted_ = false;
  bool unread_ = false;     // the caller may still be sending what is not read
  bool head_only_ = false;  // HEAD: answers have no body
  Clock::time_point head_read_{};

  // Of the call or stream that runs.
  std::shared_ptr<Mailbox> mailbox_;
  std::shared_ptr<StreamQueue> queue_;
  bool peer_watched_ = false;
  bool peer_gone_ = false;
  bool ending_ = false;
  std::size_t stray_bytes_ = 0;
};

}  // namespace hp::http
