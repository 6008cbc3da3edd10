// Powers P^s of public points with public exponents, made fast by tables. The group is written
// multiplicatively in ballot.md; here a product of powers is a sum that a Jacobian collects.
#pragma once

#include <span>
#include <vector>

#include "crypto/p256/point.h"

namespace hp::crypto::p256 {

// For a point that takes many exponents (g, K): a table of its multiples, about 90 KiB and as long
// to make as some ten powers without it. A power is then 43 additions.
class FixedBase {
 public:
  explicit FixedBase(const Affine& base);
  // sum · base^exponent; the exponent is any number of 256 bits.
  void multiply_into(Jacobian& sum, const Limbs& exponent) const;

 private:
  std::vector<Affine> table_;  // [window · 32 + i] is base^((i + 1)·2^(6·window))
};

// For a point that takes a few exponents: its doublings are made once, and shared.
class FewPowers {
 public:
  // One object a point, with one division for all of them.
  static std::vector<FewPowers> of(std::span<const Affine> bases);
  void multiply_into(Jacobian& sum, const Limbs& exponent) const;

 private:
  std::vector<Affine> steps_;  // [i] is base^(2^(5·i))
};

}  // namespace hp::crypto::p256
