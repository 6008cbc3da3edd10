// Public numbers modulo q: challenges, answers of proofs, weights. Secret ones are another type.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"
#include "crypto/p256/order.h"

namespace hp::crypto {

class Scalar {
 public:
  constexpr explicit Scalar(std::uint64_t number) : limbs_{number, 0, 0, 0} {}
  // scalar(x) of 32 bytes; fails with `group_element` where it is not below q.
  static Result<Scalar> decode(ByteView bytes);
  // 48 bytes mod q.
  static Scalar reduce(ByteView bytes48);
  // A number below 2^128.
  static Scalar small(ByteView bytes16);
  Bytes encode() const;  // scalar(x)
  friend Scalar operator+(const Scalar& a, const Scalar& b) {
    return Scalar(p256::order::add(a.limbs_, b.limbs_));
  }
  friend Scalar operator-(const Scalar& a, const Scalar& b) {
    return Scalar(p256::order::subtract(a.limbs_, b.limbs_));
  }
  friend Scalar operator*(const Scalar& a, const Scalar& b) {
    return Scalar(p256::order::multiply(a.limbs_, b.limbs_));
  }
  Scalar operator-() const { return Scalar(0) - *this; }
  bool operator==(const Scalar& other) const = default;
  bool is_zero() const { return p256::is_zero(limbs_); }
  Scalar inverse() const { return Scalar(p256::order::inverse(limbs_)); }
  const p256::Limbs& limbs() const { return limbs_; }

 private:
  constexpr explicit Scalar(const p256::Limbs& limbs) : limbs_(limbs) {}
  p256::Limbs limbs_;
};

// S(tag, fields): SHA-384 of the transcript, mod q.
Scalar challenge(std::string_view tag, const std::vector<ByteView>& fields);

// λ_i of trustee `i` among `set`, at 0 (section 7).
Scalar lagrange(std::uint32_t i, const std::vector<std::uint32_t>& set);

}  // namespace hp::crypto
