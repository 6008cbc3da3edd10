// What goes between the program and its helper: frames of a length (4 bytes, big-endian) and a
// body of at most 64 KiB. A body is a row of numbers and of byte strings with their lengths.
#pragma once

#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/error.h"
#include "crypto/secret.h"

namespace hp::token {

inline constexpr std::size_t kFrameLimit = 64 * 1024;  // of a body, in bytes
inline constexpr std::size_t kFrameHead = 4;

// The length of the body that follows a head.
std::size_t body_size(std::span<const std::uint8_t, kFrameHead> head);

// Makes a frame in memory that never moves and is wiped, for it may hold a PIN.
class FrameWriter {
 public:
  FrameWriter() : buffer_(kFrameHead + kFrameLimit) {}
  FrameWriter& u8(std::uint8_t number);
  FrameWriter& u32(std::uint32_t number);
  FrameWriter& bytes(ByteView bytes);
  FrameWriter& text(std::string_view text) { return bytes(view(text)); }

  // The frame, as long as the writer lives. Fails with `token_too_long`.
  Result<ByteView> frame();

 private:
  void put(ByteView raw);
  crypto::Secret buffer_;
  std::size_t used_ = kFrameHead;
  bool fits_ = true;
};

// Reads a body. Past its end, or above a limit, it gives zeros and nothing, and is never `done`.
class FrameReader {
 public:
  explicit FrameReader(ByteView body) : rest_(body) {}
  std::uint8_t u8();
  std::uint32_t u32();
  ByteView bytes(std::size_t limit);
  std::string text(std::size_t limit) { return to_string(bytes(limit)); }

  // Whether all was read, and nothing else was asked for.
  bool done() const { return good_ && rest_.empty(); }

 private:
  ByteView take(std::size_t size);
  ByteView rest_;
  bool good_ = true;
};

}  // namespace hp::token
