// For tests of the protocol: heads and bodies as short as they can be written.
#pragma once

#include <google/protobuf/message.h>
#include <google/protobuf/wrappers.pb.h>

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "http/connect/decide.h"
#include "rpc/registry.h"

namespace hp::http::connect {

using Text = google::protobuf::StringValue;

inline Head post(std::string target, std::string type, std::vector<Field> more = {}) {
  Head out{"POST", std::move(target), {{"Content-Type", std::move(type)}}};
  out.fields.insert(out.fields.end(), more.begin(), more.end());
  return out;
}

inline Head get(std::string target, std::vector<Field> fields = {}) {
  return {"GET", std::move(target), std::move(fields)};
}

// "/t.S/Read" without effect, "/t.S/Change" with, "/t.S/Watch" streams; none is ever run.
inline rpc::Registry methods() {
  rpc::Registry out;
  const auto run = [](const Text& text, const rpc::Call&) -> Result<Text> { return text; };
  out.unary<Text, Text>("/t.S/Read", run, rpc::Effect::kNone);
  out.unary<Text, Text>("/t.S/Change", run);
  out.server_streaming<Text, Text>("/t.S/Watch",
                                   [](const Text&, const rpc::Call&, const rpc::Sink<Text>&) {});
  return out;
}

inline std::string proto(std::string value) {
  Text out;
  out.set_value(std::move(value));
  return out.SerializeAsString();
}

// The value of a Text that was read.
inline std::string value_of(const Result<std::unique_ptr<Message>>& message) {
  return message.has_value() ? static_cast<const Text&>(**message).value() : "(none)";
}

// The stable name of the code in an error's detail.
inline std::string code_in(const std::string& json) {
  const auto parsed = nlohmann::json::parse(json, nullptr, false);
  if (!parsed.is_object()) return "(no json)";
  const auto& error = parsed.contains("error") ? parsed["error"] : parsed;
  return error["details"][0]["debug"]["code"].get<std::string>();
}

}  // namespace hp::http::connect
