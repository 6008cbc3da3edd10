#include "crypto/p256/powers.h"

#include <array>

namespace hp::crypto::p256 {

namespace {

// The number as Σ digit_i · 2^(W·i) with −2^(W−1) < digit ≤ 2^(W−1). The last window has bits to
// spare, so that no carry leaves it.
template <std::size_t W>
constexpr std::size_t kWindows = (256 + W - 1) / W;

template <std::size_t W>
std::array<int, kWindows<W>> signed_digits(const Limbs& number) {
  static_assert(kWindows<W> * W > 256);
  std::array<int, kWindows<W>> out{};
  int carry = 0;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const std::size_t bit = i * W;
    std::uint64_t bits = number[bit / 64] >> (bit % 64);
    if (bit % 64 + W > 64 && bit / 64 + 1 < 4) bits |= number[bit / 64 + 1] << (64 - bit % 64);
    int digit = static_cast<int>(bits & ((1u << W) - 1)) + carry;
    carry = digit > (1 << (W - 1)) ? 1 : 0;
    digit -= carry << W;
    out[i] = digit;
  }
  return out;
}

constexpr std::size_t kFixed = 6;
constexpr std::size_t kFixedHalf = std::size_t{1} << (kFixed - 1);
constexpr std::size_t kFew = 5;
constexpr std::size_t kFewHalf = std::size_t{1} << (kFew - 1);

}  // namespace

FixedBase::FixedBase(const Affine& base) {
  std::vector<Jacobian> multiples;
  multiples.reserve(kWindows<kFixed> * kFixedHalf);
  Jacobian step(base);
  for (std::size_t window = 0; window < kWindows<kFixed>; ++window) {
    Jacobian multiple = step;
    for (std::size_t i = 0; i < kFixedHalf; ++i) {
      multiples.push_back(multiple);
      if (i + 1 < kFixedHalf) multiple = multiple.plus(step);
    }
    step = multiple.doubled();
  }
  table_ = to_affine(multiples);
}

void FixedBase::multiply_into(Jacobian& sum, const Limbs& exponent) const {
  const auto digits = signed_digits<kFixed>(exponent);
  for (std::size_t window = 0; window < digits.size(); ++window) {
    const int digit = digits[window];
    if (digit == 0) continue;
    const auto size = static_cast<std::size_t>(digit < 0 ? -digit : digit);
    const Affine& multiple = table_[window * kFixedHalf + size - 1];
    sum = sum.plus(digit < 0 ? -multiple : multiple);
  }
}

std::vector<FewPowers> FewPowers::of(std::span<const Affine> bases) {
  std::vector<Jacobian> steps;
  steps.reserve(bases.size() * kWindows<kFew>);
  for (const Affine& base : bases) {
    Jacobian step(base);
    for (std::size_t window = 0; window < kWindows<kFew>; ++window) {
      steps.push_back(step);
      if (window + 1 < kWindows<kFew>) {
        for (std::size_t i = 0; i < kFew; ++i) step = step.doubled();
      }
    }
  }
  const std::vector<Affine> all = to_affine(steps);
  std::vector<FewPowers> out(bases.size());
  for (std::size_t i = 0; i < bases.size(); ++i) {
    const auto from = all.begin() + static_cast<std::ptrdiff_t>(i * kWindows<kFew>);
    out[i].steps_.assign(from, from + static_cast<std::ptrdiff_t>(kWindows<kFew>));
  }
  return out;
}

void FewPowers::multiply_into(Jacobian& sum, const Limbs& exponent) const {
  // buckets[i] collects the steps whose digit is ±(i + 1).
  std::array<Jacobian, kFewHalf> buckets{};
  const auto digits = signed_digits<kFew>(exponent);
  for (std::size_t window = 0; window < digits.size(); ++window) {
    const int digit = digits[window];
    if (digit == 0) continue;
    Jacobian& bucket = buckets[static_cast<std::size_t>(digit < 0 ? -digit : digit) - 1];
    bucket = bucket.plus(digit < 0 ? -steps_[window] : steps_[window]);
  }
  // Σ i · bucket_i, from running sums.
  Jacobian running;
  Jacobian total;
  for (std::size_t i = kFewHalf; i-- > 0;) {
    running = running.plus(buckets[i]);
    total = total.plus(running);
  }
  sum = sum.plus(total);
}

}  // namespace hp::crypto::p256
