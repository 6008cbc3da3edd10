#include "http/connect/error_json.h"

#include <homphieu/v1/error.pb.h>

#include <nlohmann/json.hpp>

#include "http/codes.h"
#include "http/connect/base64.h"
#include "http/connect/status.h"

namespace hp::http::connect {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kDetailType = "homphieu.v1.ErrorDetail";

homphieu::v1::ErrorDetail detail_of(const Error& error, std::chrono::milliseconds retry_after) {
  homphieu::v1::ErrorDetail out;
  out.set_code(std::string(error.code->name));
  out.set_field(error.where);
  out.set_vi(std::string(error.code->vi));
  out.set_en(std::string(error.code->en));
  out.set_retry_after_ms(static_cast<std::uint64_t>(retry_after.count()));
  if (!is_fault_inside(error.code->status)) out.set_detail(error.detail);
  return out;
}

Json object_of(const Error& error, std::chrono::milliseconds retry_after) {
  const homphieu::v1::ErrorDetail detail = detail_of(error, retry_after);
  Json debug{{"code", detail.code()}, {"vi", detail.vi()}, {"en", detail.en()}};
  if (!detail.field().empty()) debug["field"] = detail.field();
  if (!detail.detail().empty()) debug["detail"] = detail.detail();
  if (detail.retry_after_ms() > 0) debug["retryAfterMs"] = std::to_string(detail.retry_after_ms());
  std::string message = detail.vi() + " / " + detail.en();
  if (!detail.field().empty()) message += " [" + detail.field() + "]";
  return {{"code", name_of(error.code->status)},
          {"message", message},
          {"details", Json::array({{{"type", kDetailType},
                                    {"value", base64(view(detail.SerializeAsString()))},
                                    {"debug", debug}}})}};
}

// Bytes that are not UTF-8 are replaced, never thrown about.
std::string text_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string text_in(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

void read_details(const Json& object, RemoteError& out) {
  const auto details = object.find("details");
  if (details == object.end() || !details->is_array()) return;
  for (const Json& each : *details) {
    if (!each.is_object() || text_in(each, "type") != kDetailType) continue;
    const auto value = from_base64(text_in(each, "value"));
    homphieu::v1::ErrorDetail detail;
    if (!value || !detail.ParseFromString(*value)) continue;
    out.code = detail.code();
    out.field = detail.field();
    out.vi = detail.vi();
    out.en = detail.en();
    out.detail = detail.detail();
    // A day at most: what is longer is no time to wait, and must not overflow.
    constexpr std::uint64_t kDayMs = 86'400'000;
    out.retry_after = std::chrono::milliseconds(std::min(detail.retry_after_ms(), kDayMs));
    return;
  }
}

std::optional<RemoteError> read_object(const Json& object, Status otherwise) {
  if (!object.is_object()) return std::nullopt;
  RemoteError out;
  out.status = status_named(text_in(object, "code")).value_or(otherwise);
  out.vi = out.en = text_in(object, "message");
  read_details(object, out);
  return out;
}

}  // namespace

std::string error_json(const Error& error, std::chrono::milliseconds retry_after) {
  return text_of(object_of(error, retry_after));
}

std::string end_json(const Result<void>& result, std::chrono::milliseconds retry_after) {
  if (result.has_value()) return "{}";
  return text_of({{"error", object_of(result.error(), retry_after)}});
}

std::optional<RemoteError> read_error(std::string_view json, unsigned http_status) {
  const Json parsed = Json::parse(json, nullptr, false);
  return read_object(parsed, status_of_http(http_status));
}

Result<std::optional<RemoteError>> read_end(std::string_view json) {
  const Json parsed = Json::parse(json, nullptr, false);
  if (!parsed.is_object()) return fail(codes::kHttpAnswer, "", "closing envelope");
  const auto error = parsed.find("error");
  if (error == parsed.end() || error->is_null()) return std::nullopt;
  auto read = read_object(*error, Status::kUnknown);
  if (!read) return fail(codes::kHttpAnswer, "", "closing envelope");
  return read;
}

}  // namespace hp::http::connect
