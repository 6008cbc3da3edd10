#include "crypto/equations.h"

#include <stdexcept>

namespace hp::crypto {

Scalar Equations::weight() {
  for (int tries = 0; tries < 8; ++tries) {
    if (used_ == drawn_.size()) {
      random_(drawn_);
      used_ = 0;
    }
    const Scalar out = Scalar::small(ByteView(drawn_).subspan(used_, 16));
    used_ += 16;
    if (!out.is_zero()) return out;
  }
  throw std::runtime_error("the source of randomness gives zeros");
}

void Equations::add(const p256::Affine& base, const Scalar& exponent) {
  powers_.push_back({base, exponent.limbs()});
}

std::size_t Equations::place(const p256::Affine& base) {
  powers_.push_back({base, {}});
  return powers_.size() - 1;
}

void Equations::add(std::size_t place, const Scalar& exponent) {
  p256::Limbs& sum = powers_[place].exponent;
  sum = p256::order::add(sum, exponent.limbs());
}

bool Equations::hold() const {
  return p256::product(powers_).is_infinity();
}

}  // namespace hp::crypto
