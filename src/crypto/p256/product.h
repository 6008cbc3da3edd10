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

// Π base^exponent: of few by Straus's method, of many by Pippenger's. A short exponent costs less
// than a long one, and one of many less than one of few.
Jacobian product(std::span<const Power> powers);

}  // namespace hp::crypto::p256
