#include "http/connect/decide.h"

#include <google/protobuf/message.h>

#include <array>
#include <charconv>

#include "http/codes.h"
#include "http/connect/ascii.h"
#include "http/connect/base64.h"
#include "http/connect/envelope.h"
#include "http/connect/query.h"
#include "http/connect/respond.h"
#include "rpc/codes.h"

namespace hp::http::connect {
namespace {

// Fields whose second copy could be read by someone else than the first.
constexpr std::array<std::string_view, 7> kSingle{"Host",
                                                  "Content-Type",
                                                  "Content-Encoding",
                                                  "Authorization",
                                                  "Connect-Timeout-Ms",
                                                  "Connect-Protocol-Version",
                                                  "Connect-Content-Encoding"};

bool repeats(const std::vector<Field>& fields) {
  return std::ranges::any_of(kSingle, [&](std::string_view name) {
    return std::ranges::count_if(fields, [&](const Field& f) { return same_word(f.name, name); }) >
           1;
  });
}

bool compressed(std::string_view encoding) {
  return !encoding.empty() && !same_word(trim(encoding), "identity");
}

// The codec of a content type, where the method takes that.
std::optional<Codec> codec_of(std::string_view type, bool stream) {
  const auto semicolon = type.find(';');
  const std::string_view name = trim(type.substr(0, semicolon));
  for (const Codec codec : {Codec::kProto, Codec::kJson}) {
    if (!same_word(name, content_type(codec, stream))) continue;
    if (semicolon == std::string_view::npos) return codec;
    const std::string_view parameter = trim(type.substr(semicolon + 1));
    const bool utf8 =
        same_word(parameter, "charset=utf-8") || same_word(parameter, "charset=\"utf-8\"");
    if (codec == Codec::kJson && utf8) return codec;
  }
  return std::nullopt;
}

// "Bearer x" gives "x"; everything else, which this server does not know, nothing.
std::string bearer_in(std::string_view authorization) {
  constexpr std::string_view kScheme = "bearer ";
  if (authorization.size() < kScheme.size() ||
      !same_word(authorization.substr(0, kScheme.size()), kScheme)) {
    return "";
  }
  return std::string(trim(authorization.substr(kScheme.size())));
}

// At most ten digits, as the protocol has it.
Result<std::optional<std::chrono::milliseconds>> timeout_in(std::string_view text) {
  if (text.empty()) return std::nullopt;
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.size() > 10 || error != std::errc() || end != text.data() + text.size()) {
    return fail(codes::kHttpTimeoutField);
  }
  return std::chrono::milliseconds(value);
}

Response method_refused(const rpc::Method& method) {
  Response out = refuse_unary(fail(codes::kHttpMethod).error(), {}, 405);
  const bool get = method.effect == rpc::Effect::kNone && !method.streams();
  out.fields.push_back({"Allow", get ? "GET, POST" : "POST"});
  return out;
}

Response type_refused(bool stream) {
  Response out = refuse_unary(fail(codes::kHttpContentType).error(), {}, 415);
  out.fields.push_back({"Accept-Post", content_type(Codec::kProto, stream) + ", " +
                                           content_type(Codec::kJson, stream)});
  return out;
}

// What GET carries in its query, into `call`.
Result<void> read_get(std::string_view text, Accepted& call) {
  auto query = read_query(text);
  if (!query) return fail(codes::kHttpMessage, "query");
  const auto value = [&](std::string_view name) -> std::string& {
    return (*query)[std::string(name)];
  };
  if (value("connect") != "v1") return fail(codes::kHttpVersion, "connect");
  if (compressed(value("compression"))) return fail(codes::kHttpCompressed, "compression");
  if (value("encoding") == name_of(Codec::kJson)) {
    call.codec = Codec::kJson;
  } else if (value("encoding") != name_of(Codec::kProto)) {
    return fail(codes::kHttpContentType, "encoding");
  }
  if (!query->contains("message")) return fail(codes::kHttpMessage, "message");
  if (value("base64") == "1") {
    auto bytes = from_base64(value("message"));
    if (!bytes) return fail(codes::kHttpMessage, "message", "base64");
    call.message = std::move(*bytes);
  } else {
    call.message = std::move(value("message"));
  }
  return {};
}

// The fields that unary calls and streams share, into `call`.
Result<void> read_fields(const Head& head, Accepted& call) {
  if (repeats(head.fields)) return fail(codes::kHttpRequest, "", "field repeated");
  const auto version = find(head.fields, "Connect-Protocol-Version");
  if (!version.empty() && version != "1") return fail(codes::kHttpVersion);
  if (compressed(find(head.fields, "Content-Encoding")) ||
      compressed(find(head.fields, "Connect-Content-Encoding"))) {
    return fail(codes::kHttpCompressed);
  }
  HP_ASSIGN(call.timeout, timeout_in(find(head.fields, "Connect-Timeout-Ms")));
  call.bearer = bearer_in(find(head.fields, "Authorization"));
  return {};
}

}  // namespace

std::expected<Accepted, Response> decide(const Head& head, const rpc::Registry& registry) {
  const std::string_view target = head.target;
  const auto question = target.find('?');
  Accepted call;
  call.method = registry.find(target.substr(0, question));
  if (call.method == nullptr) {
    return std::unexpected(refuse_unary(fail(codes::kRpcUnknownMethod).error(), {}, 404));
  }
  const bool get =
      head.method == "GET" && call.method->effect == rpc::Effect::kNone && !call.streams();
  if (!get && head.method != "POST") return std::unexpected(method_refused(*call.method));
  if (!get) {
    const auto codec = codec_of(find(head.fields, "Content-Type"), call.streams());
    if (!codec) return std::unexpected(type_refused(call.streams()));
    call.codec = *codec;
  }
  auto read = read_fields(head, call);
  if (read.has_value() && get) {
    read = read_get(question == std::string_view::npos ? "" : target.substr(question + 1), call);
  }
  if (!read.has_value()) {
    // The encoding that a query names is its content type.
    const bool type = read.error().is(codes::kHttpContentType);
    return std::unexpected(type ? refuse_unary(read.error(), {}, 415)
                                : refuse(call, read.error(), {}));
  }
  return call;
}

Result<std::unique_ptr<Message>> read_request(const Accepted& call, std::string_view body) {
  std::string_view bytes = call.message ? std::string_view(*call.message) : body;
  if (call.streams()) {
    HP_ASSIGN(bytes, single(body));
  }
  std::unique_ptr<Message> message(call.method->request->New());
  HP_TRY(decode(bytes, call.codec, *message));
  return message;
}

}  // namespace hp::http::connect
