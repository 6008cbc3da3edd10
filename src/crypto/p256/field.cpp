#include "crypto/p256/field.h"

namespace hp::crypto::p256 {

namespace {

// 2^512 mod p.
constexpr Limbs kSquareOfR{0x0000000000000003, 0xfffffffbffffffff, 0xfffffffffffffffe,
                           0x00000004fffffffd};

// a^(2^count).
Field square_times(Field a, int count) {
  for (int i = 0; i < count; ++i) a = a.square();
  return a;
}

}  // namespace

Field Field::from_number(const Limbs& number) {
  return Field(multiply(number, kSquareOfR));
}

Limbs Field::number() const {
  return multiply(limbs_, Limbs{1, 0, 0, 0});
}

Field Field::inverse() const {
  // a^(p-2) with p - 2 = 2^256 - 2^224 + 2^192 + 2^96 - 3; xN stands for a^(2^N - 1).
  const Field& a = *this;
  const Field x2 = square_times(a, 1) * a;
  const Field x4 = square_times(x2, 2) * x2;
  const Field x8 = square_times(x4, 4) * x4;
  const Field x16 = square_times(x8, 8) * x8;
  const Field x32 = square_times(x16, 16) * x16;
  const Field x30 = square_times(square_times(square_times(x16, 8) * x8, 4) * x4, 2) * x2;
  Field out = square_times(x32, 32) * a;
  out = square_times(out, 128) * x32;
  out = square_times(out, 32) * x32;
  out = square_times(out, 30) * x30;
  return square_times(out, 2) * a;
}

}  // namespace hp::crypto::p256
