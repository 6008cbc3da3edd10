#include "crypto/p256/product.h"

#include <array>
#include <cstdint>
#include <vector>

namespace hp::crypto::p256 {

namespace {

constexpr int kWidth = 5;
constexpr std::size_t kOdd = std::size_t{1} << (kWidth - 2);  // base^1, base^3 … base^15
constexpr std::size_t kDigits = 258;

// Width-5 non-adjacent form: odd digits between −15 and 15, at least four zeros after each.
using Digits = std::array<std::int8_t, kDigits>;

unsigned window_at(const Limbs& number, std::size_t bit) {
  if (bit >= 256) return 0;
  std::uint64_t bits = number[bit / 64] >> (bit % 64);
  if (bit % 64 + kWidth > 64 && bit / 64 + 1 < 4) bits |= number[bit / 64 + 1] << (64 - bit % 64);
  return static_cast<unsigned>(bits & ((1u << kWidth) - 1));
}

// The number of digits used.
std::size_t non_adjacent(const Limbs& number, Digits& digits) {
  digits.fill(0);
  std::size_t used = 0;
  unsigned carry = 0;
  for (std::size_t bit = 0; bit < kDigits;) {
    // carry stands for one more at `bit`
    const unsigned lowest = (window_at(number, bit) & 1) + carry;
    if (lowest % 2 == 0) {
      carry = lowest / 2;
      ++bit;
      continue;
    }
    int digit = static_cast<int>(window_at(number, bit) + carry);
    carry = digit >= (1 << (kWidth - 1)) ? 1 : 0;
    digit -= static_cast<int>(carry) << kWidth;
    digits[bit] = static_cast<std::int8_t>(digit);
    used = bit + 1;
    bit += kWidth;
  }
  return used;
}

std::vector<Affine> odd_powers(std::span<const Power> powers) {
  std::vector<Jacobian> all;
  all.reserve(powers.size() * kOdd);
  for (const Power& power : powers) {
    Jacobian odd(power.base);
    const Jacobian twice = odd.doubled();
    for (std::size_t i = 0; i < kOdd; ++i) {
      all.push_back(odd);
      if (i + 1 < kOdd) odd = odd.plus(twice);
    }
  }
  return to_affine(all);
}

}  // namespace

Jacobian product(std::span<const Power> powers) {
  const std::vector<Affine> odd = odd_powers(powers);
  std::vector<Digits> digits(powers.size());
  std::size_t longest = 0;
  for (std::size_t i = 0; i < powers.size(); ++i) {
    longest = std::max(longest, non_adjacent(powers[i].exponent, digits[i]));
  }
  Jacobian out;
  for (std::size_t bit = longest; bit-- > 0;) {
    out = out.doubled();
    for (std::size_t i = 0; i < powers.size(); ++i) {
      const int digit = digits[i][bit];
      if (digit == 0) continue;
      const Affine& power =
          odd[i * kOdd + static_cast<std::size_t>(digit < 0 ? -digit : digit) / 2];
      out = out.plus(digit < 0 ? -power : power);
    }
  }
  return out;
}

}  // namespace hp::crypto::p256
