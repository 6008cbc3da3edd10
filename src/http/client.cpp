#include "http/client.h"

#include <google/protobuf/message.h>
#include <openssl/crypto.h>

#include <algorithm>
#include <mutex>
#include <utility>
#include <vector>

#include "http/codes.h"
#include "http/connect/codec.h"
#include "http/connect/envelope.h"
#include "http/connect/error_json.h"
#include "http/connect/status.h"
#include "http/connection.h"
#include "http/tls.h"
#include "rpc/codes.h"

namespace hp::http {
namespace {

using std::chrono::milliseconds;
using Fields = std::vector<connect::Field>;
using Time = Connection::Time;

Time now() {
  return std::chrono::steady_clock::now();
}

// What this server itself may answer, known without being told.
CodeBook with_own(CodeBook book) {
  for (const ErrorCode* code :
       {&codes::kHttpBusy, &codes::kHttpDraining, &codes::kHttpDeadline, &codes::kHttpTooLarge,
        &codes::kHttpMessage, &codes::kRpcUnknownMethod, &codes::kRpcHandlerFault,
        &codes::kRpcNoAnswer}) {
    book.add(*code);
  }
  return book;
}

// Whether the text may stand in a head: printable, nothing that ends a line or a word.
bool is_word(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7f; });
}

// A request as bytes; wiped when it is gone, because it may hold a bearer's token.
class Request {
 public:
  Request(const Endpoint& endpoint, std::string_view path, std::string_view content_type,
          std::string_view bearer, milliseconds timeout, std::string_view body) {
    const bool brackets = endpoint.host.find(':') != std::string::npos;
    text_.reserve(512 + bearer.size() + body.size());
    text_.append("POST ").append(path).append(" HTTP/1.1\r\nHost: ");
    text_.append(brackets ? "[" + endpoint.host + "]" : endpoint.host);
    text_.append(":").append(std::to_string(endpoint.port));
    text_.append("\r\nContent-Type: ").append(content_type);
    text_.append("\r\nConnect-Protocol-Version: 1\r\nContent-Length: ");
    text_.append(std::to_string(body.size()));
    if (timeout.count() > 0) {
      text_.append("\r\nConnect-Timeout-Ms: ").append(std::to_string(timeout.count()));
    }
    if (!bearer.empty()) text_.append("\r\nAuthorization: Bearer ").append(bearer);
    text_.append("\r\n\r\n").append(body);
  }
  ~Request() { OPENSSL_cleanse(text_.data(), text_.size()); }
  Request(const Request&) = delete;
  Request& operator=(const Request&) = delete;

  std::string_view text() const { return text_; }

 private:
  std::string text_;
};

struct Answer {
  unsigned status = 0;
  std::string type;
  std::string body;
  bool too_long = false;
};

// The error of an answer that is none of the method's.
RemoteError error_of(const Answer& answer) {
  if (auto error = connect::read_error(answer.body, answer.status)) return *error;
  RemoteError out;
  out.status = connect::status_of_http(answer.status);
  out.detail = "HTTP " + std::to_string(answer.status);
  return out;
}

}  // namespace

struct Client::Parts {
  Parts(boost::asio::ssl::context context, const Endpoint& to, CodeBook known,
        const ClientLimits& allowed)
      : tls(std::move(context)), endpoint(to), book(with_own(std::move(known))), limits(allowed) {}

  // A connection that may take a request.
  Result<void> ready();
  std::unexpected<Error> refused(RemoteError error);
  Result<void> sendable(std::string_view path, std::string_view bearer) const;

  boost::asio::ssl::context tls;
  const Endpoint endpoint;
  const CodeBook book;
  const ClientLimits limits;
  std::atomic<bool> stopped{false};
  std::mutex mutex;  // of `connection` between the calling thread and stop()
  std::unique_ptr<Connection> connection;
  std::optional<RemoteError> remote;
};

Result<void> Client::Parts::ready() {
  if (stopped) return fail(codes::kHttpStopped);
  if (connection && connection->idle()) return {};
  auto fresh = std::make_unique<Connection>(tls, stopped);
  Connection& opening = *fresh;
  {
    const std::lock_guard lock(mutex);
    connection = std::move(fresh);
  }
  return opening.open(endpoint, now() + limits.connect);
}

std::unexpected<Error> Client::Parts::refused(RemoteError error) {
  remote = std::move(error);
  if (const ErrorCode* code = book.find(remote->code)) {
    return fail(*code, remote->field, remote->detail);
  }
  std::string detail =
      remote->code.empty() ? std::string(connect::name_of(remote->status)) : remote->code;
  if (!remote->vi.empty()) detail += ": " + remote->vi;
  if (!remote->en.empty() && remote->en != remote->vi) detail += " / " + remote->en;
  if (!remote->detail.empty()) detail += " (" + remote->detail + ")";
  return fail(codes::kHttpRemote, remote->field, std::move(detail));
}

Result<void> Client::Parts::sendable(std::string_view path, std::string_view bearer) const {
  if (!path.starts_with('/') || !is_word(path)) return fail(codes::kHttpRequest, "path");
  if (!is_word(bearer)) return fail(codes::kHttpRequest, "bearer");
  return {};
}

Client::Client(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Client::~Client() = default;
Client::Client(Client&&) noexcept = default;
Client& Client::operator=(Client&&) noexcept = default;

Result<Client> Client::connect(const Endpoint& endpoint, CodeBook book, ClientLimits limits) {
  if (endpoint.host.empty() || !is_word(endpoint.host)) return fail(codes::kHttpHostName, "host");
  HP_ASSIGN(auto tls, client_tls(endpoint.trusted_ca_pem));
  auto parts = std::make_unique<Parts>(std::move(tls), endpoint, std::move(book), limits);
  HP_TRY(parts->ready());
  return Client(std::move(parts));
}

Result<void> Client::call_message(std::string_view path, const google::protobuf::Message& request,
                                  google::protobuf::Message& response, std::string_view bearer) {
  Parts& parts = *parts_;
  parts.remote.reset();
  HP_TRY(parts.sendable(path, bearer));
  HP_ASSIGN(const std::string body, connect::encode(request, connect::Codec::kProto));
  HP_TRY(parts.ready());
  const std::string type = connect::content_type(connect::Codec::kProto, false);
  const Request sent(parts.endpoint, path, type, bearer, parts.limits.call, body);
  const Time until = now() + parts.limits.call;
  Answer answer;
  HP_TRY(parts.connection->exchange(
      sent.text(), {[&](unsigned status, const Fields& fields) {
                      answer.status = status;
                      answer.type = connect::find(fields, "Content-Type");
                      return true;
                    },
                    [&](std::string_view piece) {
                      answer.too_long =
                          answer.body.size() + piece.size() > parts.limits.answer_bytes;
                      if (!answer.too_long) answer.body += piece;
                      return !answer.too_long;
                    },
                    [until] { return until; }}));
  if (answer.too_long) return fail(codes::kHttpAnswer, "", "too long");
  if (answer.status != 200) return parts.refused(error_of(answer));
  if (answer.type != type || !connect::decode(answer.body, connect::Codec::kProto, response)) {
    return fail(codes::kHttpAnswer);
  }
  return {};
}

Result<void> Client::watch_messages(std::string_view path, const google::protobuf::Message& request,
                                    google::protobuf::Message& message,
                                    const std::function<bool()>& each, std::string_view bearer) {
  Parts& parts = *parts_;
  parts.remote.reset();
  HP_TRY(parts.sendable(path, bearer));
  HP_ASSIGN(const std::string body, connect::encode(request, connect::Codec::kProto));
  HP_TRY(parts.ready());
  const std::string type = connect::content_type(connect::Codec::kProto, true);
  const Request sent(parts.endpoint, path, type, bearer, milliseconds(0),
                     connect::envelope(0, body));
  Answer answer;
  connect::EnvelopeReader reader(parts.limits.answer_bytes);
  // How it ended, once that is known: by the closing envelope, by `each`, or by a fault.
  std::optional<Result<void>> end;
  const auto take = [&](const connect::Envelope& envelope) -> std::optional<Result<void>> {
    if ((envelope.flags & connect::kEnd) != 0) {
      auto read = connect::read_end(envelope.payload);
      if (!read.has_value()) return std::unexpected(std::move(read).error());
      if (read->has_value()) return parts.refused(std::move(**read));
      return Result<void>();
    }
    if (envelope.flags != 0 ||
        !connect::decode(envelope.payload, connect::Codec::kProto, message).has_value()) {
      return fail(codes::kHttpAnswer);
    }
    if (!each()) return Result<void>();
    return std::nullopt;
  };
  const auto on_piece = [&](std::string_view piece) {
    if (answer.status != 200) {
      answer.body += piece;
      return answer.body.size() <= parts.limits.answer_bytes;
    }
    reader.feed(piece);
    while (!end) {
      auto next = reader.next();
      if (!next.has_value()) {
        end = std::unexpected(std::move(next).error());
      } else if (!next->has_value()) {
        return true;
      } else {
        end = take(**next);
      }
    }
    return false;
  };
  HP_TRY(parts.connection->exchange(
      sent.text(), {[&](unsigned status, const Fields& fields) {
                      answer.status = status;
                      if (status == 200 && connect::find(fields, "Content-Type") != type) {
                        end = fail(codes::kHttpAnswer);
                      }
                      return !end;
                    },
                    on_piece,
                    [&] {
                      const auto idle = parts.limits.stream_idle;
                      return idle.count() > 0 ? now() + idle : Time::max();
                    }}));
  if (answer.status != 200 && !end) return parts.refused(error_of(answer));
  if (!end) return fail(codes::kHttpLost, "", "no end of the stream");
  return *end;
}

Hash Client::server_certificate() const {
  return parts_->connection->server_certificate();
}

const std::optional<RemoteError>& Client::remote_error() const {
  return parts_->remote;
}

void Client::stop() {
  parts_->stopped = true;
  const std::lock_guard lock(parts_->mutex);
  if (parts_->connection) parts_->connection->interrupt();
}

}  // namespace hp::http
