// Many equations Π P^s = 1 over public data, checked together by one product of powers
// (docs/design/ballot.md section 4, "Checking many at once"). Each equation gets a random weight,
// drawn here after its data are fixed; where one does not hold, all of them together hold with a
// chance of 2^−128.
#pragma once

#include <vector>

#include "crypto/p256/product.h"
#include "crypto/point.h"
#include "crypto/random.h"

namespace hp::crypto {

class Equations {
 public:
  explicit Equations(const Random& random) : random_(random) {}

  // A fresh weight of 128 bits, not 0: each of an equation's exponents comes times its weight.
  Scalar weight();
  // A point of one equation alone.
  void add(const p256::Affine& base, const Scalar& exponent);
  // A point of several: its exponents are summed at the place that `place` gives.
  std::size_t place(const p256::Affine& base);
  void add(std::size_t place, const Scalar& exponent);

  bool hold() const;

 private:
  const Random& random_;
  std::array<std::uint8_t, 1024> drawn_{};
  std::size_t used_ = drawn_.size();
  std::vector<p256::Power> powers_;
};

}  // namespace hp::crypto
