// What the server sends back: status, fields and body of each answer, without a socket.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string_view>

#include "base/error.h"
#include "http/connect/codec.h"
#include "http/connect/decide.h"
#include "http/connect/exchange.h"

namespace hp::http::connect {

// The answer to a unary call.
Response respond(Codec codec, const Result<std::unique_ptr<Message>>& result,
                 std::chrono::milliseconds retry_after);

// The head of a stream's answer; its body is envelopes, the last with end_json().
Response stream_head(const Accepted& call);

// A refusal before a handler ran: as the unary answer, or as a stream with its end alone.
// `retry_after` zero: none is named.
Response refuse(const Accepted& call, const Error& error, std::chrono::milliseconds retry_after);

// A refusal where it is not known what was called. The HTTP status is the code's own unless given.
Response refuse_unary(const Error& error, std::chrono::milliseconds retry_after,
                      std::optional<unsigned> http_status = std::nullopt);

// A page that is not part of the protocol: /healthz, /metrics.
Response plain(unsigned status, std::string_view content_type, std::string body);

// Added to every answer: nothing here is a page, nothing may be kept, framed or guessed at.
const std::vector<Field>& security_fields();

}  // namespace hp::http::connect
