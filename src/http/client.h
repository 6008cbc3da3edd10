// A client of the server: one TLS 1.3 connection, calls one after another, each waiting for its
// answer. Not for two threads at once, but for stop().
//
//   HP_ASSIGN(auto client, Client::connect({"192.168.1.7", 8443, authority_pem}, book));
//   HP_ASSIGN(auto overview, client.call<pb::Overview>("/homphieu.v1.CongressService/GetOverview",
//                                                      request, token));
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/error.h"
#include "http/code_book.h"
#include "http/remote_error.h"

namespace google::protobuf {
class Message;
}

namespace hp::http {

struct Endpoint {
  std::string host;  // must stand in the server's certificate
  std::uint16_t port = 0;
  std::string trusted_ca_pem;  // the one authority trusted; the system's are not
};

struct ClientLimits {
  std::chrono::milliseconds connect{10'000};  // to the end of the TLS handshake
  std::chrono::milliseconds call{60'000};     // from sending to the whole answer
  // Between two messages of a stream; zero: without end.
  std::chrono::milliseconds stream_idle{0};
  std::uint64_t answer_bytes = 64 * 1024 * 1024;  // an answer, or one message of a stream
};

class Client {
 public:
  // Fails with `kHttpConnect`, `kHttpUntrusted` (certificate or its host name), `kHttpTlsMaterial`.
  static Result<Client> connect(const Endpoint& endpoint, CodeBook book = {},
                                ClientLimits limits = {});
  ~Client();
  Client(Client&&) noexcept;
  Client& operator=(Client&&) noexcept;

  // A unary call. The server's own error comes back with its code where the book has it, else
  // as `kHttpRemote` with the code's name and texts in `detail`; remote_error() keeps it whole.
  // A connection that the server closed while it was idle is made anew first. Nothing is ever sent
  // twice: when the connection breaks during a call it fails with `kHttpLost`, and whether the
  // server has done it is unknown. Further: `kHttpConnect`, `kHttpUntrusted`, `kHttpDeadline`,
  // `kHttpAnswer`, `kHttpStopped`.
  template <class Response, class Request>
  Result<Response> call(std::string_view path, const Request& request,
                        std::string_view bearer = {}) {
    Response response;
    HP_TRY(call_message(path, request, response, bearer));
    return response;
  }

  // Follows a stream: `each` is called for every message until it says false or the stream ends.
  // Fails as call() does.
  template <class Response, class Request>
  Result<void> watch(std::string_view path, const Request& request,
                     const std::function<bool(const Response&)>& each,
                     std::string_view bearer = {}) {
    Response message;
    return watch_messages(path, request, message, [&] { return each(message); }, bearer);
  }

  // SHA-256 of the certificate (DER) that the server showed on the present connection: what a
  // log-in signs, so that it is of no use to anyone in between.
  Hash server_certificate() const;

  // What the server said when the last call failed with an error of the server.
  const std::optional<RemoteError>& remote_error() const;

  // Ends a call or watch that runs in another thread, and refuses every later one.
  void stop();

 private:
  struct Parts;
  explicit Client(std::unique_ptr<Parts> parts);

  Result<void> call_message(std::string_view path, const google::protobuf::Message& request,
                            google::protobuf::Message& response, std::string_view bearer);
  Result<void> watch_messages(std::string_view path, const google::protobuf::Message& request,
                              google::protobuf::Message& message, const std::function<bool()>& each,
                              std::string_view bearer);

  std::unique_ptr<Parts> parts_;
};

}  // namespace hp::http
