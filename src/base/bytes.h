// Bytes, and the few shapes of them that every room uses.
#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hp {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

// A SHA-256 digest, or an id that is one (congress, key, definition).
using Hash = std::array<std::uint8_t, 32>;

// The bytes of a text or of a protobuf `bytes` field, without copying.
inline ByteView view(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

// The same bytes as text, without copying: for protobuf setters and files.
inline std::string_view chars(ByteView bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

inline std::string to_string(ByteView bytes) {
  return std::string(chars(bytes));
}
inline Bytes to_bytes(ByteView bytes) {
  return {bytes.begin(), bytes.end()};
}

inline void append(Bytes& to, ByteView more) {
  to.insert(to.end(), more.begin(), more.end());
}

// u64(n) of ballot.md section 1: 8 bytes, big-endian.
inline std::array<std::uint8_t, 8> u64_be(std::uint64_t n) {
  std::array<std::uint8_t, 8> out{};
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[out.size() - 1 - i] = static_cast<std::uint8_t>(n >> (8 * i));
  }
  return out;
}

inline bool equal(ByteView a, ByteView b) {
  return std::ranges::equal(a, b);
}

// An array of exactly N bytes out of a view of that length. The caller has checked the length.
template <std::size_t N>
std::array<std::uint8_t, N> array_of(ByteView bytes) {
  std::array<std::uint8_t, N> out{};
  std::copy_n(bytes.begin(), N, out.begin());
  return out;
}

}  // namespace hp
