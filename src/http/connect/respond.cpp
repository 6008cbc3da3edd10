#include "http/connect/respond.h"

#include <google/protobuf/message.h>

#include "http/connect/envelope.h"
#include "http/connect/error_json.h"
#include "http/connect/status.h"

namespace hp::http::connect {
namespace {

void name_retry(Response& response, std::chrono::milliseconds retry_after) {
  if (retry_after.count() <= 0) return;
  // Whole seconds, rounded up.
  response.fields.push_back({"Retry-After", std::to_string((retry_after.count() + 999) / 1000)});
}

}  // namespace

Response respond(Codec codec, const Result<std::unique_ptr<Message>>& result,
                 std::chrono::milliseconds retry_after) {
  if (!result.has_value()) return refuse_unary(result.error(), retry_after);
  auto body = encode(**result, codec);
  if (!body.has_value()) return refuse_unary(body.error(), {});
  return plain(200, content_type(codec, false), std::move(*body));
}

Response stream_head(const Accepted& call) {
  return plain(200, content_type(call.codec, true), "");
}

Response refuse(const Accepted& call, const Error& error, std::chrono::milliseconds retry_after) {
  if (!call.streams()) return refuse_unary(error, retry_after);
  Response out = stream_head(call);
  out.body = envelope(kEnd, end_json(std::unexpected(error), retry_after));
  out.outcome = name_of(error.code->status);
  name_retry(out, retry_after);
  return out;
}

Response refuse_unary(const Error& error, std::chrono::milliseconds retry_after,
                      std::optional<unsigned> http_status) {
  const Status status = error.code->status;
  Response out = plain(http_status.value_or(http_status_of(status)), "application/json",
                       error_json(error, retry_after));
  out.outcome = name_of(status);
  name_retry(out, retry_after);
  if (status == Status::kUnauthenticated) out.fields.push_back({"WWW-Authenticate", "Bearer"});
  return out;
}

Response plain(unsigned status, std::string_view content_type, std::string body) {
  return {status, {{"Content-Type", std::string(content_type)}}, std::move(body), "ok"};
}

const std::vector<Field>& security_fields() {
  static const std::vector<Field> fields{
      {"Strict-Transport-Security", "max-age=63072000"},
      {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
      {"X-Content-Type-Options", "nosniff"},
      {"X-Frame-Options", "DENY"},
      {"Cache-Control", "no-store"},
      {"Referrer-Policy", "no-referrer"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
  };
  return fields;
}

}  // namespace hp::http::connect
