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

unsigned bits_at(const Limbs& number, std::size_t bit, int width) {
  if (bit >= 256) return 0;
  std::uint64_t bits = number[bit / 64] >> (bit % 64);
  if (bit % 64 + static_cast<std::size_t>(width) > 64 && bit / 64 + 1 < 4) {
    bits |= number[bit / 64 + 1] << (64 - bit % 64);
  }
  return static_cast<unsigned>(bits & ((std::uint64_t{1} << width) - 1));
}

// The number of digits used.
std::size_t non_adjacent(const Limbs& number, Digits& digits) {
  digits.fill(0);
  std::size_t used = 0;
  unsigned carry = 0;
  for (std::size_t bit = 0; bit < kDigits;) {
    // carry stands for one more at `bit`
    const unsigned lowest = (bits_at(number, bit, kWidth) & 1) + carry;
    if (lowest % 2 == 0) {
      carry = lowest / 2;
      ++bit;
      continue;
    }
    int digit = static_cast<int>(bits_at(number, bit, kWidth) + carry);
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

// Straus's method: all bases share one chain of doublings.
Jacobian by_chain(std::span<const Power> powers) {
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

// A bucket for each digit from 1 to 2^(width − 1), for one place of the exponents.
struct Buckets {
  explicit Buckets(int width) : of(std::size_t{1} << (width - 1)) {}

  void add(int digit, const Affine& base) {
    if (digit == 0) return;
    Jacobian& bucket = of[static_cast<std::size_t>(digit < 0 ? -digit : digit) - 1];
    bucket = bucket.plus(digit < 0 ? -base : base);
  }

  // Π bucket^digit, by sums of sums; empties them.
  Jacobian take() {
    Jacobian from_top;
    Jacobian out;
    for (std::size_t i = of.size(); i-- > 0;) {
      from_top = from_top.plus(of[i]);
      out = out.plus(from_top);
      of[i] = Jacobian();
    }
    return out;
  }

  std::vector<Jacobian> of;
};

// Digits of `width` bits from the lowest, each from −2^(width − 1) to 2^(width − 1).
void signed_digits(const Limbs& number, int width, std::span<std::int16_t> to) {
  int carry = 0;
  for (std::size_t i = 0; i < to.size(); ++i) {
    int digit =
        static_cast<int>(bits_at(number, i * static_cast<std::size_t>(width), width)) + carry;
    carry = digit > (1 << (width - 1)) ? 1 : 0;
    to[i] = static_cast<std::int16_t>(digit - (carry << width));
  }
}

// Pippenger's method: no table for a base, but one for a place.
Jacobian by_buckets(std::span<const Power> powers, int width) {
  const auto places = static_cast<std::size_t>(256 / width + 1);  // the last one holds the carry
  std::vector<std::int16_t> digits(powers.size() * places);
  for (std::size_t i = 0; i < powers.size(); ++i) {
    signed_digits(powers[i].exponent, width, std::span(digits).subspan(i * places, places));
  }
  Buckets buckets(width);
  Jacobian out;
  for (std::size_t place = places; place-- > 0;) {
    for (int i = 0; i < width; ++i) out = out.doubled();
    for (std::size_t i = 0; i < powers.size(); ++i) {
      buckets.add(digits[i * places + place], powers[i].base);
    }
    out = out.plus(buckets.take());
  }
  return out;
}

}  // namespace

Jacobian product(std::span<const Power> powers) {
  // Bounds found by crypto_bench, `check` and `check_together`.
  if (powers.size() < 150) return by_chain(powers);
  return by_buckets(powers, powers.size() < 2000 ? 7 : 10);
}

}  // namespace hp::crypto::p256
