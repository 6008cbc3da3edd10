// How much of a server one caller, and all callers together, may take.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace hp::http {

struct Limits {
  std::uint32_t header_bytes = 16 * 1024;
  std::uint64_t body_bytes = 2 * 1024 * 1024;

  // From accepting to the end of the TLS handshake.
  std::chrono::milliseconds handshake{10'000};
  // From the first byte of a request to the end of its header.
  std::chrono::milliseconds header{10'000};
  // From the end of the header to the end of the body.
  std::chrono::milliseconds body{30'000};
  // Between requests.
  std::chrono::milliseconds idle{120'000};
  // For the caller to take the next 256 KiB of what is written.
  std::chrono::milliseconds write{30'000};
  // For a unary method to answer, where the caller names no shorter time.
  std::chrono::milliseconds answer{60'000};

  // A connection beyond this is closed as soon as it is accepted.
  std::size_t connections = 4096;
  // A unary call beyond this is refused with `kHttpBusy`.
  std::size_t requests_in_flight = 2048;
  // A stream beyond this is refused with `kHttpBusy`.
  std::size_t streams = 2048;
  // Messages and bytes that may wait for a slow caller of a stream before it is given up.
  std::size_t stream_messages = 256;
  std::size_t stream_bytes = 4 * 1024 * 1024;
  // What a refused caller is told to wait.
  std::chrono::milliseconds retry_after{1'000};
};

}  // namespace hp::http
