#include "crypto/p256/order.h"

namespace hp::crypto::p256::order {
namespace {

constexpr std::uint64_t kFactor = 0xccd1c8aaee00bc4f;  // −1/q mod 2^64
// 2^512 mod q.
constexpr Limbs kOrderSquareOfR{0x83244c95be79eea2, 0x4699799c49bd6fa6, 0x2845b2392b6bec59,
                                0x66e12d94f3d95620};

// a * b / 2^256 mod q, for a below 2^256 and b below q.
Limbs montgomery(const Limbs& a, const Limbs& b) {
  std::array<std::uint64_t, 6> t{};
  for (std::size_t i = 0; i < 4; ++i) {
    std::uint64_t carry = 0;
    for (std::size_t j = 0; j < 4; ++j) {
      const U128 s = static_cast<U128>(a[j]) * b[i] + t[j] + carry;
      t[j] = low(s);
      carry = high(s);
    }
    U128 s = static_cast<U128>(t[4]) + carry;
    t[4] = low(s);
    t[5] = high(s);
    const std::uint64_t m = t[0] * kFactor;
    s = static_cast<U128>(m) * kQ[0] + t[0];
    carry = high(s);
    for (std::size_t j = 1; j < 4; ++j) {
      s = static_cast<U128>(m) * kQ[j] + t[j] + carry;
      t[j - 1] = low(s);
      carry = high(s);
    }
    s = static_cast<U128>(t[4]) + carry;
    t[3] = low(s);
    t[4] = t[5] + high(s);
  }
  return reduce_once({t[0], t[1], t[2], t[3]}, t[4], kQ);
}

}  // namespace

Limbs multiply(const Limbs& a, const Limbs& b) {
  return montgomery(montgomery(a, b), kOrderSquareOfR);
}

Limbs reduce48(const std::uint8_t* bytes) {
  // The upper 16 bytes times 2^256, and the lower 32.
  std::array<std::uint8_t, 32> upper{};
  std::copy_n(bytes, 16, upper.begin() + 16);
  Limbs high_part = limbs_from_bytes(upper.data());
  const Limbs low_part = reduce_once(limbs_from_bytes(bytes + 16), 0, kQ);
  high_part = montgomery(high_part, kOrderSquareOfR);
  return add(high_part, low_part);
}

Limbs derive48(const std::uint8_t* bytes) {
  Limbs below = kQ;
  below[0] -= 1;
  // Bit after bit: twice what there is, and the next one.
  Limbs out{};
  for (int bit = 0; bit < 384; ++bit) {
    std::uint64_t carry = (bytes[bit / 8] >> (7 - bit % 8)) & 1;
    for (std::size_t i = 0; i < 4; ++i) out[i] = add_with_carry(out[i], out[i], carry);
    out = reduce_once(out, carry, below);
  }
  std::uint64_t carry = 1;
  for (std::size_t i = 0; i < 4; ++i) out[i] = add_with_carry(out[i], 0, carry);
  return out;
}

Limbs inverse(const Limbs& a) {
  // a^(q − 2)
  Limbs exponent = kQ;
  exponent[0] -= 2;
  Limbs out{1, 0, 0, 0};
  for (int bit = 255; bit >= 0; --bit) {
    const auto at = static_cast<std::size_t>(bit);
    out = multiply(out, out);
    if ((exponent[at / 64] >> (at % 64) & 1) != 0) out = multiply(out, a);
  }
  return out;
}

}  // namespace hp::crypto::p256::order
