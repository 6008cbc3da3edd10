// The frames of a Connect stream: one byte of flags, four of length (big-endian), the payload.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"

namespace hp::http::connect {

inline constexpr std::uint8_t kCompressed = 1;
inline constexpr std::uint8_t kEnd = 2;
inline constexpr std::size_t kPrefixBytes = 5;

struct Envelope {
  std::uint8_t flags = 0;
  std::string payload;
};

std::string envelope(std::uint8_t flags, std::string_view payload);

// The payload of a body that is exactly one message, as a caller of a server stream sends it.
// Fails with `kHttpCompressed` or `kHttpMessage`.
Result<std::string_view> single(std::string_view body);

// Takes a stream's bytes as they come and gives its envelopes.
class EnvelopeReader {
 public:
  // `limit`: the longest payload taken.
  explicit EnvelopeReader(std::uint64_t limit) : limit_(limit) {}

  void feed(std::string_view bytes) { held_ += bytes; }

  // The next whole envelope, or nothing yet. Fails with `kHttpAnswer` where it is longer than the
  // limit.
  Result<std::optional<Envelope>> next();

 private:
  std::uint64_t limit_;
  std::string held_;
};

}  // namespace hp::http::connect
