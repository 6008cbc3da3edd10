// The two ways in which Connect writes a message.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace google::protobuf {
class Message;
}

namespace hp::http::connect {

using google::protobuf::Message;

enum class Codec { kProto, kJson };

// "proto" or "json"
std::string_view name_of(Codec codec);

// "application/proto"; "application/connect+proto" for a stream.
std::string content_type(Codec codec, bool stream);

// Fails with `kRpcHandlerFault` where the message can't be written (text that is not UTF-8).
Result<std::string> encode(const Message& message, Codec codec);

// Replaces `message`. Unknown fields are passed over in both, so that a newer caller is
// understood. Fails with `kHttpMessage`.
Result<void> decode(std::string_view bytes, Codec codec, Message& message);

}  // namespace hp::http::connect
