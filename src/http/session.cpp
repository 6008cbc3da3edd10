#include "http/session.h"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>
#include <utility>

#include "http/codes.h"
#include "http/connect/ascii.h"
#include "http/connect/page.h"
#include "http/connect/respond.h"
#include "http/connect/wire.h"

namespace hp::http {
namespace {

namespace bh = beast::http;
using std::chrono::milliseconds;

constexpr auto kAwait = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t kReadBytes = 64 * std::size_t{1024};
// What a connection that waits holds ready.
constexpr std::size_t kIdleBytes = 4 * std::size_t{1024};
constexpr std::size_t kWriteBytes = 256 * std::size_t{1024};
// For a caller to say goodbye too; it has got everything by then.
constexpr milliseconds kGoodbye{250};
// For a refused caller to stop sending; one that is silent for a while has.
constexpr milliseconds kLinger{2'000};
constexpr milliseconds kSilence{200};
// What a refused caller may still be sending, read so that it sees the refusal and not a reset.
constexpr std::size_t kLingerBytes = 8 * 1024 * std::size_t{1024};

std::string text(beast::string_view from) {
  return {from.data(), from.size()};
}

connect::Head head_of(const bh::request_header<>& request) {
  connect::Head out{text(request.method_string()), text(request.target()), {}};
  for (const auto& field : request) {
    out.fields.push_back({text(field.name_string()), text(field.value())});
  }
  return out;
}

// The refusal of a head that leaves in doubt where its request ends; nothing where it is in order.
std::optional<connect::Response> misshapen(const connect::Head& head, unsigned version) {
  if (version != 11) {
    return connect::refuse_unary(fail(codes::kHttpRequest, "", "HTTP/1.1").error(), {}, 505);
  }
  const auto coding = connect::find(head.fields, "Transfer-Encoding");
  const bool odd_coding = !coding.empty() && !connect::same_word(coding, "chunked");
  if (odd_coding || connect::find(head.fields, "Host").empty()) {
    return connect::refuse_unary(fail(codes::kHttpRequest).error(), {});
  }
  return std::nullopt;
}

}  // namespace

Session::Session(Core& core, asio::ip::tcp::socket socket)
    : core_(core),
      stream_(beast::tcp_stream(std::move(socket)), core.tls),
      buffer_(kReadBytes + core.limits.header_bytes) {
  boost::system::error_code error;
  const auto remote = tcp().socket().remote_endpoint(error);
  asio::ip::address address = remote.address();
  if (address.is_v6() && address.to_v6().is_v4_mapped()) {
    address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
  }
  peer_ = error ? "" : address.to_string();
  peer_is_loopback_ = !error && address.is_loopback();
  (void)tcp().socket().set_option(asio::ip::tcp::no_delay(true), error);
  (void)tcp().socket().set_option(asio::socket_base::keep_alive(true), error);
  core_.metrics.connection_opened();
}

Session::~Session() {
  // Left behind only where run() threw.
  if (mailbox_) mailbox_->wakeup().close();
  if (queue_) {
    on_workers(queue_->hang_up());
    queue_->wakeup().close();
  }
  core_.metrics.connection_closed();
  core_.sessions.remove(this);
}

void Session::drain() {
  asio::post(stream_.get_executor(), [self = shared_from_this()] {
    self->draining_ = true;
    if (self->idle_) self->tcp().cancel();
    if (self->queue_) self->queue_->wakeup().notify();
  });
}

void Session::abort() {
  asio::post(stream_.get_executor(), [self = shared_from_this()] {
    self->aborted_ = true;
    self->tcp().close();
    if (self->queue_) self->queue_->wakeup().notify();
    if (self->mailbox_) self->mailbox_->wakeup().notify();
  });
}

asio::awaitable<void> Session::run() {
  bool again = co_await handshake();
  if (!again) {
    core_.metrics.handshake_failed();
    co_return;
  }
  while (again && !aborted_) {
    again = co_await wait_for_request();
    if (again) again = co_await one_request();
  }
  if (unread_) co_await linger();
  co_await finish();
}

Session::Again Session::handshake() {
  idle_ = true;
  tcp().expires_after(core_.limits.handshake);
  const auto [error] = co_await stream_.async_handshake(asio::ssl::stream_base::server, kAwait);
  idle_ = false;
  co_return !error && !aborted_;
}

Session::Again Session::wait_for_request() {
  if (buffer_.size() > 0) co_return true;
  if (draining_) co_return false;
  idle_ = true;
  tcp().expires_after(core_.limits.idle);
  const auto [error, size] = co_await stream_.async_read_some(buffer_.prepare(kIdleBytes), kAwait);
  idle_ = false;
  buffer_.commit(size);
  co_return !error;
}

Session::Again Session::one_request() {
  Parser parser;
  parser.header_limit(core_.limits.header_bytes);
  parser.body_limit(core_.limits.body_bytes);
  tcp().expires_after(core_.limits.header);
  const auto [error, size] = co_await bh::async_read_header(stream_, buffer_, parser, kAwait);
  head_read_ = Clock::now();
  if (error == bh::error::body_limit) {
    // Its length is announced, and too much; the head is whole, and says what it was for.
    const auto call = connect::decide(head_of(parser.get()), core_.registry);
    co_return co_await bad_request(error, call.has_value() ? &*call : nullptr);
  }
  if (error) co_return co_await bad_request(error);
  const connect::Head head = head_of(parser.get());
  head_only_ = head.method == "HEAD";
  // Bodies of what is refused are not read.
  unread_ = !parser.is_done();
  const bool keep_alive = parser.keep_alive() && !draining_;
  if (auto refusal = misshapen(head, parser.get().version())) {
    co_return co_await respond(std::move(*refusal), false);
  }
  auto own =
      connect::page(head, {peer_is_loopback_, draining_, [this] { return core_.metrics.text(); }});
  if (own) co_return co_await respond(std::move(*own), keep_alive && !unread_);
  auto call = connect::decide(head, core_.registry);
  if (!call.has_value()) {
    co_return co_await respond(std::move(call.error()), keep_alive && !unread_);
  }
  const bool whole = co_await read_body(parser, head, *call);
  if (!whole) co_return false;
  std::string body = std::move(parser.get().body());
  if (call->streams()) co_return co_await stream(std::move(*call), std::move(body));
  co_return co_await unary(std::move(*call), std::move(body), keep_alive);
}

Session::Again Session::read_body(Parser& parser, const connect::Head& head,
                                  const connect::Accepted& call) {
  if (parser.is_done()) co_return true;
  tcp().expires_after(core_.limits.body);
  if (connect::same_word(connect::find(head.fields, "Expect"), "100-continue")) {
    const bool written = co_await write("HTTP/1.1 100 Continue\r\n\r\n", "");
    if (!written) co_return false;
    tcp().expires_after(core_.limits.body);
  }
  const auto [error, size] = co_await bh::async_read(stream_, buffer_, parser, kAwait);
  if (error) co_return co_await bad_request(error, &call);
  unread_ = false;
  co_return true;
}

Session::Again Session::bad_request(boost::system::error_code error,
                                    const connect::Accepted* call) {
  // A stream is refused in its closing envelope: of another answer its caller reads the status.
  const auto refusal = [call](const Error& why) {
    return call != nullptr ? connect::refuse(*call, why, {}) : connect::refuse_unary(why, {});
  };
  if (error == bh::error::body_limit) {
    unread_ = true;
    co_return co_await respond(refusal(fail(codes::kHttpTooLarge).error()), false);
  }
  if (error == bh::error::header_limit || error == bh::error::buffer_overflow) {
    unread_ = true;
    co_return co_await respond(
        connect::refuse_unary(fail(codes::kHttpTooLarge, "header").error(), {}, 431), false);
  }
  // The caller has gone, was too slow (its socket is closed), or broke off in the middle.
  const bool spoke_http = error.category() == bh::make_error_code(bh::error::bad_value).category();
  if (!spoke_http || error == bh::error::end_of_stream || error == bh::error::partial_message) {
    unread_ = false;
    co_return false;
  }
  unread_ = true;
  co_return co_await respond(refusal(fail(codes::kHttpRequest).error()), false);
}

Session::Again Session::respond(connect::Response response, bool keep_alive,
                                std::string_view path) {
  const bool written =
      co_await write(connect::head_text(response, connect::Framing::kLength, keep_alive),
                     head_only_ ? std::string_view() : response.body);
  core_.metrics.request_done(path, response.outcome, Clock::now() - head_read_);
  co_return written&& keep_alive;
}

Session::Again Session::write(std::string_view head, std::string_view body) {
  // Piece by piece, each with its own time: a slow caller may take long over a long answer, but
  // not stop. One buffer at a time: of a pair whose first is used up, beast's TLS stream writes
  // nothing, and the write ends early as if it were whole.
  std::string first(head);
  first += body.substr(0, kWriteBytes);
  body.remove_prefix(std::min(body.size(), kWriteBytes));
  std::string_view piece = first;
  while (!piece.empty()) {
    tcp().expires_after(core_.limits.write);
    const auto [error, size] =
        co_await asio::async_write(stream_, asio::buffer(piece.data(), piece.size()), kAwait);
    if (error) co_return false;
    piece = body.substr(0, kWriteBytes);
    body.remove_prefix(piece.size());
  }
  co_return true;
}

asio::awaitable<void> Session::linger() {
  const auto until = Clock::now() + kLinger;
  std::size_t read = buffer_.size();
  while (read < kLingerBytes && Clock::now() < until) {
    buffer_.clear();
    tcp().expires_after(kSilence);
    const auto [error, size] =
        co_await stream_.async_read_some(buffer_.prepare(kReadBytes), kAwait);
    if (error) break;
    read += size;
  }
}

asio::awaitable<void> Session::finish() {
  if (aborted_ || !tcp().socket().is_open()) co_return;
  tcp().expires_after(kGoodbye);
  co_await stream_.async_shutdown(kAwait);
  tcp().close();
}

}  // namespace hp::http
