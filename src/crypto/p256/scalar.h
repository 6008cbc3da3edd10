// Exponents: numbers modulo the order q of P-256's group. For public data only.
#pragma once

#include <optional>

#include "crypto/p256/limbs.h"

namespace hp::crypto::p256 {

inline constexpr Limbs kQ{0xf3b9cac2fc632551, 0xbce6faada7179e84, 0xffffffffffffffff,
                          0xffffffff00000000};

// scalar(x) of ballot.md section 1: 32 bytes, below q; else nothing.
inline std::optional<Limbs> decode_scalar(ByteView bytes) {
  if (bytes.size() != 32) return std::nullopt;
  const Limbs out = limbs_from_bytes(bytes.data());
  if (!less(out, kQ)) return std::nullopt;
  return out;
}

inline Limbs add_mod_q(const Limbs& a, const Limbs& b) {
  return add_mod(a, b, kQ);
}
inline Limbs sub_mod_q(const Limbs& a, const Limbs& b) {
  return sub_mod(a, b, kQ);
}

// a · n for a small n.
inline Limbs times_mod_q(Limbs a, std::uint64_t n) {
  Limbs out{};
  for (; n != 0; n >>= 1) {
    if ((n & 1) != 0) out = add_mod_q(out, a);
    a = add_mod_q(a, a);
  }
  return out;
}

}  // namespace hp::crypto::p256
