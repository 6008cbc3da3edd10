#include "http/connect/codec.h"

#include <google/protobuf/message.h>
#include <google/protobuf/util/json_util.h>

#include <limits>

#include "http/codes.h"
#include "rpc/codes.h"

namespace hp::http::connect {

std::string_view name_of(Codec codec) {
  return codec == Codec::kProto ? "proto" : "json";
}

std::string content_type(Codec codec, bool stream) {
  return (stream ? "application/connect+" : "application/") + std::string(name_of(codec));
}

Result<std::string> encode(const Message& message, Codec codec) {
  std::string out;
  const bool written = codec == Codec::kProto
                           ? message.SerializeToString(&out)
                           : google::protobuf::util::MessageToJsonString(message, &out).ok();
  if (!written) return fail(codes::kRpcHandlerFault, "", "answer can't be written");
  return out;
}

Result<void> decode(std::string_view bytes, Codec codec, Message& message) {
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    return fail(codes::kHttpMessage);
  }
  const auto size = static_cast<int>(bytes.size());
  if (codec == Codec::kProto) {
    if (!message.ParseFromArray(bytes.data(), size)) return fail(codes::kHttpMessage, "", "proto");
    return {};
  }
  google::protobuf::util::JsonParseOptions options;
  options.ignore_unknown_fields = true;
  message.Clear();
  const auto parsed =
      google::protobuf::util::JsonStringToMessage({bytes.data(), bytes.size()}, &message, options);
  if (!parsed.ok()) return fail(codes::kHttpMessage, "", "json");
  return {};
}

}  // namespace hp::http::connect
