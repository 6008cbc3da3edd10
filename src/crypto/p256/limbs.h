// 256-bit numbers as four 64-bit limbs, least significant first: the ground of the arithmetic in
// this folder. Every function here does the same steps whatever the values are; what is built on
// them says whether secrets may come.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "base/bytes.h"

namespace hp::crypto::p256 {

using Limbs = std::array<std::uint64_t, 4>;
__extension__ using U128 = unsigned __int128;

constexpr std::uint64_t low(U128 x) {
  return static_cast<std::uint64_t>(x);
}
constexpr std::uint64_t high(U128 x) {
  return static_cast<std::uint64_t>(x >> 64);
}

// a + b + carry; the new carry, 0 or 1, replaces the old one.
constexpr std::uint64_t add_with_carry(std::uint64_t a, std::uint64_t b, std::uint64_t& carry) {
  const U128 sum = static_cast<U128>(a) + b + carry;
  carry = high(sum);
  return low(sum);
}

// a - b - borrow; the new borrow, 0 or 1, replaces the old one.
constexpr std::uint64_t sub_with_borrow(std::uint64_t a, std::uint64_t b, std::uint64_t& borrow) {
  const U128 difference = static_cast<U128>(a) - b - borrow;
  borrow = high(difference) & 1;
  return low(difference);
}

constexpr bool less(const Limbs& a, const Limbs& b) {
  std::uint64_t borrow = 0;
  for (std::size_t i = 0; i < 4; ++i) sub_with_borrow(a[i], b[i], borrow);
  return borrow != 0;
}

constexpr bool is_zero(const Limbs& a) {
  return (a[0] | a[1] | a[2] | a[3]) == 0;
}

// a - m where `top` and the limbs of a, read as one number below 2m, reach m; else a.
constexpr Limbs reduce_once(const Limbs& a, std::uint64_t top, const Limbs& m) {
  Limbs out{};
  std::uint64_t borrow = 0;
  for (std::size_t i = 0; i < 4; ++i) out[i] = sub_with_borrow(a[i], m[i], borrow);
  const std::uint64_t keep = std::uint64_t{0} - ((top ^ 1) & borrow);
  for (std::size_t i = 0; i < 4; ++i) out[i] = (out[i] & ~keep) | (a[i] & keep);
  return out;
}

constexpr Limbs add_mod(const Limbs& a, const Limbs& b, const Limbs& m) {
  Limbs sum{};
  std::uint64_t carry = 0;
  for (std::size_t i = 0; i < 4; ++i) sum[i] = add_with_carry(a[i], b[i], carry);
  return reduce_once(sum, carry, m);
}

constexpr Limbs sub_mod(const Limbs& a, const Limbs& b, const Limbs& m) {
  Limbs out{};
  std::uint64_t borrow = 0;
  for (std::size_t i = 0; i < 4; ++i) out[i] = sub_with_borrow(a[i], b[i], borrow);
  const std::uint64_t mask = std::uint64_t{0} - borrow;
  std::uint64_t carry = 0;
  for (std::size_t i = 0; i < 4; ++i) out[i] = add_with_carry(out[i], m[i] & mask, carry);
  return out;
}

// The number of 32 big-endian bytes, and back.
constexpr Limbs limbs_from_bytes(const std::uint8_t* bytes) {
  Limbs out{};
  for (std::size_t i = 0; i < 32; ++i) {
    out[3 - i / 8] = (out[3 - i / 8] << 8) | bytes[i];
  }
  return out;
}

constexpr void limbs_to_bytes(const Limbs& a, std::uint8_t* bytes) {
  for (std::size_t i = 0; i < 32; ++i) {
    bytes[i] = static_cast<std::uint8_t>(a[3 - i / 8] >> (8 * (7 - i % 8)));
  }
}

}  // namespace hp::crypto::p256
