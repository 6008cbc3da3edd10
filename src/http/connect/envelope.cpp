#include "http/connect/envelope.h"

#include "http/codes.h"

namespace hp::http::connect {
namespace {

std::uint32_t length_in(std::string_view prefix) {
  std::uint32_t length = 0;
  for (std::size_t i = 1; i < kPrefixBytes; ++i) {
    length = (length << 8) | static_cast<std::uint8_t>(prefix[i]);
  }
  return length;
}

}  // namespace

std::string envelope(std::uint8_t flags, std::string_view payload) {
  std::string out;
  out.reserve(kPrefixBytes + payload.size());
  out += static_cast<char>(flags);
  const auto length = static_cast<std::uint32_t>(payload.size());
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>((length >> shift) & 0xff);
  out += payload;
  return out;
}

Result<std::string_view> single(std::string_view body) {
  if (body.size() < kPrefixBytes) return fail(codes::kHttpMessage, "", "envelope");
  const auto flags = static_cast<std::uint8_t>(body[0]);
  if ((flags & kCompressed) != 0) return fail(codes::kHttpCompressed);
  if (flags != 0 || length_in(body) != body.size() - kPrefixBytes) {
    return fail(codes::kHttpMessage, "", "envelope");
  }
  return body.substr(kPrefixBytes);
}

Result<std::optional<Envelope>> EnvelopeReader::next() {
  if (held_.size() < kPrefixBytes) return std::nullopt;
  const std::size_t length = length_in(held_);
  if (length > limit_) return fail(codes::kHttpAnswer, "", "envelope too long");
  if (held_.size() - kPrefixBytes < length) return std::nullopt;
  Envelope out{static_cast<std::uint8_t>(held_[0]), held_.substr(kPrefixBytes, length)};
  held_.erase(0, kPrefixBytes + length);
  return out;
}

}  // namespace hp::http::connect
