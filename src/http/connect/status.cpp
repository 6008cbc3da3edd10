#include "http/connect/status.h"

#include <array>

#include "http/codes.h"

namespace hp::http::connect {
namespace {

struct Row {
  Status status;
  std::string_view name;
  unsigned http;
};

constexpr std::array<Row, 16> kRows{{
    {Status::kCanceled, "canceled", 499},
    {Status::kUnknown, "unknown", 500},
    {Status::kInvalidArgument, "invalid_argument", 400},
    {Status::kDeadlineExceeded, "deadline_exceeded", 504},
    {Status::kNotFound, "not_found", 404},
    {Status::kAlreadyExists, "already_exists", 409},
    {Status::kPermissionDenied, "permission_denied", 403},
    {Status::kResourceExhausted, "resource_exhausted", 429},
    {Status::kFailedPrecondition, "failed_precondition", 400},
    {Status::kAborted, "aborted", 409},
    {Status::kOutOfRange, "out_of_range", 400},
    {Status::kUnimplemented, "unimplemented", 501},
    {Status::kInternal, "internal", 500},
    {Status::kUnavailable, "unavailable", 503},
    {Status::kDataLoss, "data_loss", 500},
    {Status::kUnauthenticated, "unauthenticated", 401},
}};

const Row& row(Status status) {
  for (const Row& row : kRows) {
    if (row.status == status) return row;
  }
  return kRows[1];
}

}  // namespace

std::string_view name_of(Status status) {
  return row(status).name;
}

std::optional<Status> status_named(std::string_view name) {
  for (const Row& row : kRows) {
    if (row.name == name) return row.status;
  }
  return std::nullopt;
}

unsigned http_status_of(Status status) {
  return row(status).http;
}

bool is_fault_inside(Status status) {
  return status == Status::kInternal || status == Status::kUnknown || status == Status::kDataLoss;
}

bool may_pass(const Error& error) {
  return error.is(codes::kHttpBusy) || error.code->status == Status::kUnavailable;
}

Status status_of_http(unsigned http_status) {
  switch (http_status) {
    case 400:
      return Status::kInternal;
    case 401:
      return Status::kUnauthenticated;
    case 403:
      return Status::kPermissionDenied;
    case 404:
      return Status::kUnimplemented;
    case 429:
    case 502:
    case 503:
    case 504:
      return Status::kUnavailable;
    default:
      return Status::kUnknown;
  }
}

}  // namespace hp::http::connect
