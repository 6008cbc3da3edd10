// Numbers modulo p = 2^256 - 2^224 + 2^192 + 2^96 - 1, the coordinates of P-256, kept times 2^256
// (Montgomery form). For public data only. Compared with OpenSSL in field_test.cpp.
#pragma once

#include "crypto/p256/limbs.h"

namespace hp::crypto::p256 {

inline constexpr Limbs kP{0xffffffffffffffff, 0x00000000ffffffff, 0x0000000000000000,
                          0xffffffff00000001};

class Field {
 public:
  constexpr Field() = default;

  static constexpr Field zero() { return Field(); }
  static constexpr Field one() { return Field(Limbs{1, 0xffffffff00000000, ~0ull, 0xfffffffe}); }

  // The element of a number below p; the caller has compared.
  static Field from_number(const Limbs& number);
  Limbs number() const;

  bool is_zero() const { return p256::is_zero(limbs_); }
  bool operator==(const Field&) const = default;

  friend Field operator+(const Field& a, const Field& b) {
    return Field(add_mod(a.limbs_, b.limbs_, kP));
  }
  friend Field operator-(const Field& a, const Field& b) {
    return Field(sub_mod(a.limbs_, b.limbs_, kP));
  }
  Field operator-() const { return Field(sub_mod(Limbs{}, limbs_, kP)); }
  friend Field operator*(const Field& a, const Field& b) {
    return Field(multiply(a.limbs_, b.limbs_));
  }
  Field square() const { return *this * *this; }
  Field twice() const { return *this + *this; }

  // 1/a; 0 for 0.
  Field inverse() const;

 private:
  constexpr explicit Field(const Limbs& limbs) : limbs_(limbs) {}

  // a * b / 2^256 mod p. The lowest limb of p is 2^64 - 1, so the factor of each Montgomery step
  // is the lowest limb itself, and adding factor * p at the two lower limbs is two shifts.
  static Limbs multiply(const Limbs& a, const Limbs& b) {
    std::uint64_t t0 = 0, t1 = 0, t2 = 0, t3 = 0, t4 = 0;
    // Written out by hand: compilers leave a loop, which costs half as much again.
    const auto step = [&](std::uint64_t digit) __attribute__((always_inline)) {
      U128 s = static_cast<U128>(a[0]) * digit + t0;
      t0 = low(s);
      s = static_cast<U128>(a[1]) * digit + t1 + high(s);
      t1 = low(s);
      s = static_cast<U128>(a[2]) * digit + t2 + high(s);
      t2 = low(s);
      s = static_cast<U128>(a[3]) * digit + t3 + high(s);
      t3 = low(s);
      s = static_cast<U128>(t4) + high(s);
      t4 = low(s);
      const std::uint64_t t5 = high(s);

      const std::uint64_t m = t0;
      s = static_cast<U128>(t1) + (m << 32);
      t0 = low(s);
      s = static_cast<U128>(t2) + (m >> 32) + high(s);
      t1 = low(s);
      s = static_cast<U128>(m) * kP[3] + t3 + high(s);
      t2 = low(s);
      s = static_cast<U128>(t4) + high(s);
      t3 = low(s);
      t4 = t5 + high(s);
    };
    step(b[0]);
    step(b[1]);
    step(b[2]);
    step(b[3]);
    return reduce_once(Limbs{t0, t1, t2, t3}, t4, kP);
  }

  Limbs limbs_{};
};

}  // namespace hp::crypto::p256
