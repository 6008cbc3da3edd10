#include "http/connection.h"

#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <sys/socket.h>

#include <array>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>
#include <cerrno>
#include <utility>
#include <vector>

#include "http/codes.h"

namespace hp::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace bh = beast::http;
using asio::ip::tcp;
using boost::system::error_code;

constexpr std::size_t kPieceBytes = 64 * std::size_t{1024};
constexpr std::uint32_t kHeadBytes = 64 * 1024;

std::string text(beast::string_view from) {
  return {from.data(), from.size()};
}

bool is_address(const std::string& host) {
  error_code error;
  asio::ip::make_address(host, error);
  return !error;
}

// The certificate must be for this host, by name or by address.
bool expect_host(SSL* ssl, const std::string& host) {
  if (is_address(host)) {
    return X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), host.c_str()) == 1;
  }
  SSL_set_hostflags(ssl, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
  return SSL_set1_host(ssl, host.c_str()) == 1 && SSL_set_tlsext_host_name(ssl, host.c_str()) == 1;
}

}  // namespace

Connection::Connection(asio::ssl::context& tls, const std::atomic<bool>& stopped)
    : stopped_(stopped),
      io_(1),
      stream_(beast::tcp_stream(io_), tls),
      buffer_(kPieceBytes + kHeadBytes) {}

Connection::~Connection() = default;

template <class Start>
error_code Connection::run(Time until, Start start) {
  error_code result = asio::error::operation_aborted;
  if (stopped_) return result;
  tcp().expires_at(until);
  io_.restart();
  start([&result](error_code error, auto&&...) { result = error; });
  io_.run();
  return result;
}

Result<void> Connection::open(const Endpoint& endpoint, Time until) {
  HP_TRY(reach(endpoint, until));
  return greet(endpoint, until);
}

Result<void> Connection::reach(const Endpoint& endpoint, Time until) {
  const auto failed = [&](const error_code& error) -> std::unexpected<Error> {
    if (stopped_) return fail(codes::kHttpStopped);
    return fail(codes::kHttpConnect, endpoint.host + ":" + std::to_string(endpoint.port),
                error.message());
  };
  error_code error;
  std::vector<tcp::endpoint> places;
  if (is_address(endpoint.host)) {
    places.emplace_back(asio::ip::make_address(endpoint.host), endpoint.port);
  } else {
    // The system's resolver ends when it will; its own limits bound it.
    tcp::resolver resolver(io_);
    for (const auto& found :
         resolver.resolve(endpoint.host, std::to_string(endpoint.port), error)) {
      places.push_back(found.endpoint());
    }
    if (error) return failed(error);
  }
  error = run(until, [&](auto done) { tcp().async_connect(places, std::move(done)); });
  if (error) return failed(error);
  (void)tcp().socket().set_option(tcp::no_delay(true), error);
  return {};
}

Result<void> Connection::greet(const Endpoint& endpoint, Time until) {
  SSL* const ssl = stream_.native_handle();
  const std::string where = endpoint.host + ":" + std::to_string(endpoint.port);
  if (!expect_host(ssl, endpoint.host)) return fail(codes::kHttpConnect, where);
  const error_code error = run(until, [&](auto done) {
    stream_.async_handshake(asio::ssl::stream_base::client, std::move(done));
  });
  if (error) {
    if (stopped_) return fail(codes::kHttpStopped);
    const long verified = SSL_get_verify_result(ssl);
    if (verified != X509_V_OK) {
      return fail(codes::kHttpUntrusted, where, X509_verify_cert_error_string(verified));
    }
    return fail(codes::kHttpConnect, where, error.message());
  }
  const std::unique_ptr<X509, decltype(&X509_free)> leaf(SSL_get1_peer_certificate(ssl), X509_free);
  unsigned size = 0;
  if (!leaf || X509_digest(leaf.get(), EVP_sha256(), certificate_.data(), &size) != 1) {
    return fail(codes::kHttpUntrusted, where);
  }
  return {};
}

bool Connection::idle() {
  if (!reusable_ || !tcp().socket().is_open() || buffer_.size() > 0) return false;
  if (SSL_pending(stream_.native_handle()) > 0) return false;
  // Nothing comes unasked on a connection that lives: no answers, and this server sends no
  // session tickets. Whatever is there to read is the end.
  char byte = 0;
  const auto peeked =
      ::recv(tcp().socket().native_handle(), &byte, sizeof byte, MSG_PEEK | MSG_DONTWAIT);
  return peeked < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
}

Result<bool> Connection::exchange(std::string_view request, const Listener& listener) {
  reusable_ = false;
  error_code error = run(listener.until(), [&](auto done) {
    asio::async_write(stream_, asio::buffer(request.data(), request.size()), std::move(done));
  });
  if (error) return broken(error);
  Parser parser;
  parser.header_limit(kHeadBytes);
  parser.body_limit(boost::none);
  error = run(listener.until(),
              [&](auto done) { bh::async_read_header(stream_, buffer_, parser, std::move(done)); });
  if (error) return broken(error);
  std::vector<connect::Field> fields;
  for (const auto& field : parser.get()) {
    fields.push_back({text(field.name_string()), text(field.value())});
  }
  if (!listener.head(parser.get().result_int(), fields)) return false;
  HP_ASSIGN(const bool whole, read_body(parser, listener));
  reusable_ = whole && parser.keep_alive();
  return whole;
}

Result<bool> Connection::read_body(Parser& parser, const Listener& listener) {
  std::vector<char> piece(kPieceBytes);
  while (!parser.is_done()) {
    auto& body = parser.get().body();
    body.data = piece.data();
    body.size = piece.size();
    error_code error = run(listener.until(), [&](auto done) {
      bh::async_read_some(stream_, buffer_, parser, std::move(done));
    });
    if (error == bh::error::need_buffer) error = {};
    if (error) return broken(error);
    const std::size_t got = piece.size() - body.size;
    if (got > 0 && !listener.body({piece.data(), got})) return false;
  }
  return true;
}

std::unexpected<Error> Connection::broken(const error_code& error) {
  if (stopped_) return fail(codes::kHttpStopped);
  if (error == beast::error::timeout) return fail(codes::kHttpDeadline);
  const bool http = error.category() == bh::make_error_code(bh::error::bad_value).category();
  const bool cut = error == bh::error::end_of_stream || error == bh::error::partial_message;
  if (http && !cut) return fail(codes::kHttpAnswer, "", error.message());
  return fail(codes::kHttpLost, "", error.message());
}

void Connection::interrupt() {
  asio::post(io_, [this] { tcp().close(); });
}

}  // namespace hp::http
