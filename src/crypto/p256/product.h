// Products of many powers at once, for checking many equations together (ballot.md section 4).
// Public points and exponents alone.
#pragma once

#include <span>

#include "crypto/p256/point.h"

namespace hp::crypto::p256 {

struct Power {
  Affine base;
  Limbs exponent{};  // below q
};

// Π base^exponent, by Straus's method: all bases share one chain of doublings. A short exponent
// costs less than a long one. Some 20 µs a power where many stand together.
Jacobian product(std::span<const Power> powers);

}  // namespace hp::crypto::p256
