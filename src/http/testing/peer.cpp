#include "http/testing/peer.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <csignal>

namespace hp::http::testing {

struct Peer::Parts {
  int socket = -1;
  SSL_CTX* context = nullptr;
  SSL* ssl = nullptr;
  bool connected = false;
  bool closed = false;
  std::string held;
};

Peer::Peer(std::uint16_t port, Speaks speaks) : parts_(std::make_unique<Parts>()) {
  // Writing to a connection that the server has closed is an error here, not a signal.
  std::signal(SIGPIPE, SIG_IGN);
  Parts& parts = *parts_;
  parts.socket = ::socket(AF_INET, SOCK_STREAM, 0);
  const timeval limit{30, 0};
  ::setsockopt(parts.socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  ::setsockopt(parts.socket, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(port);
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(parts.socket, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0) return;
  parts.connected = speaks == Speaks::kPlain;
  if (speaks == Speaks::kPlain) return;
  parts.context = SSL_CTX_new(TLS_client_method());
  SSL_CTX_set_options(parts.context, SSL_OP_IGNORE_UNEXPECTED_EOF);
  parts.ssl = SSL_new(parts.context);
  SSL_set_fd(parts.ssl, parts.socket);
  parts.connected = SSL_connect(parts.ssl) == 1;
}

Peer::~Peer() {
  cut();
  SSL_free(parts_->ssl);
  SSL_CTX_free(parts_->context);
}

bool Peer::connected() const {
  return parts_->connected;
}

bool Peer::send(std::string_view bytes) {
  if (bytes.empty()) return true;
  const auto size = static_cast<int>(bytes.size());
  if (parts_->ssl != nullptr) return SSL_write(parts_->ssl, bytes.data(), size) == size;
  return ::send(parts_->socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) == size;
}

bool Peer::receive() {
  std::array<char, 16384> piece{};
  const auto got = parts_->ssl != nullptr
                       ? SSL_read(parts_->ssl, piece.data(), static_cast<int>(piece.size()))
                       : static_cast<int>(::recv(parts_->socket, piece.data(), piece.size(), 0));
  if (got > 0) {
    parts_->held.append(piece.data(), static_cast<std::size_t>(got));
    return true;
  }
  const bool waited_in_vain = parts_->ssl != nullptr
                                  ? SSL_get_error(parts_->ssl, got) == SSL_ERROR_WANT_READ
                                  : got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
  parts_->closed = !waited_in_vain;
  return false;
}

std::string Peer::answer() {
  std::string& held = parts_->held;
  std::size_t end = 0;
  while ((end = held.find("\r\n\r\n")) == std::string::npos) {
    if (!receive()) return std::move(held);
  }
  constexpr std::string_view kLength = "Content-Length: ";
  const auto at = held.find(kLength);
  const std::size_t size = at < end ? std::stoul(held.substr(at + kLength.size())) : 0;
  while (held.size() < end + 4 + size) {
    if (!receive()) return std::move(held);
  }
  std::string out = held.substr(0, end + 4 + size);
  held.erase(0, out.size());
  return out;
}

std::string Peer::rest() {
  while (receive()) {
  }
  std::string out = std::move(parts_->held);
  if (!parts_->closed) out += "(open)";
  return out;
}

void Peer::cut() {
  if (parts_->socket >= 0) ::close(parts_->socket);
  parts_->socket = -1;
}

std::string json_text(std::string_view text) {
  std::string out = "\"";
  out.append(text).append("\"");
  return out;
}

std::string post(std::string_view path, std::string_view body, std::string_view fields) {
  std::string out = "POST ";
  out.append(path).append(" HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n");
  out.append(fields).append("Content-Length: ").append(std::to_string(body.size()));
  out.append("\r\n\r\n").append(body);
  return out;
}

}  // namespace hp::http::testing
