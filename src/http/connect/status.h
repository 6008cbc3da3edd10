// Connect's codes: their names on the wire and the HTTP statuses that go with them.
// Source: connectrpc.com/docs/protocol, "Error Codes" and "HTTP to Error Code".
#pragma once

#include <optional>
#include <string_view>

#include "base/error.h"

namespace hp::http::connect {

// "failed_precondition"
std::string_view name_of(Status status);
std::optional<Status> status_named(std::string_view name);

// The HTTP status of a unary error.
unsigned http_status_of(Status status);

// Whether the fault lies inside the server: its figures are for the log, not for callers.
bool is_fault_inside(Status status);

// Whether the same call may well succeed a little later.
bool may_pass(const Error& error);

// What an HTTP status means when it comes without Connect's own error: from a proxy, say.
Status status_of_http(unsigned http_status);

}  // namespace hp::http::connect
