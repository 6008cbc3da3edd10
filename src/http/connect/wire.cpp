#include "http/connect/wire.h"

#include <array>
#include <charconv>

#include "http/connect/respond.h"

namespace hp::http::connect {
namespace {

std::string_view reason(unsigned status) {
  switch (status) {
    case 200:
      return "OK";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 409:
      return "Conflict";
    case 415:
      return "Unsupported Media Type";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 499:
      return "Canceled";
    case 501:
      return "Not Implemented";
    case 503:
      return "Service Unavailable";
    case 504:
      return "Gateway Timeout";
    case 505:
      return "HTTP Version Not Supported";
    default:
      return "Internal Server Error";
  }
}

void add(std::string& to, std::string_view name, std::string_view value) {
  to += name;
  to += ": ";
  to += value;
  to += "\r\n";
}

}  // namespace

std::string head_text(const Response& response, Framing framing, bool keep_alive) {
  std::string out = "HTTP/1.1 " + std::to_string(response.status) + " ";
  out += reason(response.status);
  out += "\r\n";
  for (const Field& field : response.fields) add(out, field.name, field.value);
  for (const Field& field : security_fields()) add(out, field.name, field.value);
  if (framing == Framing::kChunked) {
    add(out, "Transfer-Encoding", "chunked");
  } else {
    add(out, "Content-Length", std::to_string(response.body.size()));
  }
  if (!keep_alive) add(out, "Connection", "close");
  out += "\r\n";
  return out;
}

std::string chunk(std::string_view bytes) {
  std::array<char, 16> digits{};
  const auto [end, error] =
      std::to_chars(digits.data(), digits.data() + digits.size(), bytes.size(), 16);
  std::string out(digits.data(), end);
  out += "\r\n";
  out += bytes;
  out += "\r\n";
  return out;
}

}  // namespace hp::http::connect
