// Errors as Connect sends them:
//   {"code":"invalid_argument","message":"…",
//    "details":[{"type":"homphieu.v1.ErrorDetail","value":base64,"debug":{…}}]}
// `message` holds both languages; the detail holds each apart.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "http/remote_error.h"

namespace hp::http::connect {

// `retry_after` zero: none is promised. What an error inside the server says in its `detail` is
// left out: it is for the log.
std::string error_json(const Error& error, std::chrono::milliseconds retry_after);

// Payload of a stream's closing envelope: {} or {"error":{…}}.
std::string end_json(const Result<void>& result, std::chrono::milliseconds retry_after);

// Nothing where the text is not such an error. The HTTP status counts where there is no code.
std::optional<RemoteError> read_error(std::string_view json, unsigned http_status);

// Of a closing envelope: nothing inside where the stream ended well. Fails with `kHttpAnswer`.
Result<std::optional<RemoteError>> read_end(std::string_view json);

}  // namespace hp::http::connect
