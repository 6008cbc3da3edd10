// Numbers modulo q, the order of P-256, as plain limbs below q. Every function does the same steps
// whatever the values are, so secrets may come here; `inverse` alone is for public data.
#pragma once

#include "crypto/p256/limbs.h"

namespace hp::crypto::p256::order {

inline constexpr Limbs kQ{0xf3b9cac2fc632551, 0xbce6faada7179e84, 0xffffffffffffffff,
                          0xffffffff00000000};

inline Limbs add(const Limbs& a, const Limbs& b) {
  return add_mod(a, b, kQ);
}
inline Limbs subtract(const Limbs& a, const Limbs& b) {
  return sub_mod(a, b, kQ);
}
Limbs multiply(const Limbs& a, const Limbs& b);

// The number of 48 big-endian bytes mod q.
Limbs reduce48(const std::uint8_t* bytes);
// 1 + (the number of 48 big-endian bytes mod (q − 1)).
Limbs derive48(const std::uint8_t* bytes);

// 1/a; 0 for 0. For public data.
Limbs inverse(const Limbs& a);

}  // namespace hp::crypto::p256::order
