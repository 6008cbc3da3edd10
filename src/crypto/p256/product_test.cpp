#include "crypto/p256/product.h"

#include <gtest/gtest.h>

#include <random>

#include "crypto/p256/order.h"
#include "crypto/p256/powers.h"

namespace hp::crypto::p256 {
namespace {

Limbs below_q(std::mt19937_64& random) {
  Limbs out{};
  for (auto& limb : out) {
    const std::uint64_t kind = random() % 8;
    limb = kind == 0 ? 0 : kind == 1 ? ~std::uint64_t{0} : random();
  }
  return less(out, order::kQ) ? out : Limbs{out[0], out[1], 0, 0};
}

TEST(Product, IsThatOfThePowersOneByOne) {
  std::mt19937_64 random(20200728);
  for (const std::size_t size : {1u, 2u, 7u, 40u, 149u, 150u, 2100u}) {
    std::vector<Power> powers;
    Jacobian wanted;
    Jacobian base(generator());
    for (std::size_t i = 0; i < size; ++i) {
      powers.push_back({base.affine(), below_q(random)});
      const std::vector<Affine> bases{powers.back().base};
      FewPowers::of(bases)[0].multiply_into(wanted, powers.back().exponent);
      base = base.doubled().plus(generator());
    }
    EXPECT_EQ(product(powers).affine(), wanted.affine());
  }
}

TEST(Product, OfEveryShortAndLongExponentIsRight) {
  const FixedBase g(generator());
  std::vector<Limbs> exponents;
  for (std::uint64_t i = 0; i < 130; ++i) {
    exponents.push_back({i, 0, 0, 0});
    exponents.push_back(order::subtract(Limbs{}, {i, 0, 0, 0}));
    exponents.push_back({~std::uint64_t{0}, i, 0, 0});
  }
  for (const Limbs& exponent : exponents) {
    Jacobian wanted;
    g.multiply_into(wanted, exponent);
    const std::vector<Power> one{{generator(), exponent}};
    EXPECT_EQ(product(one).affine(), wanted.affine());
  }
}

TEST(Product, OfManyEqualBasesAndExponentsAtTheEdgesIsRight) {
  const FixedBase g(generator());
  for (const std::size_t size : {500u, 2500u}) {
    std::vector<Power> powers;
    Jacobian wanted;
    for (std::size_t i = 0; i < size; ++i) {
      // 2^k, 2^k − 1, q − 2^k: digits at both ends of their range, carries through all places
      Limbs exponent{};
      exponent[i % 256 / 64] = std::uint64_t{1} << (i % 64);
      if (!less(exponent, order::kQ)) exponent = {};
      if (i % 3 == 1) exponent = order::subtract(exponent, {1, 0, 0, 0});
      if (i % 3 == 2) exponent = order::subtract({}, exponent);
      powers.push_back({i % 2 == 0 ? generator() : -generator(), exponent});
      const Limbs signed_exponent = i % 2 == 0 ? exponent : order::subtract({}, exponent);
      g.multiply_into(wanted, signed_exponent);
    }
    EXPECT_EQ(product(powers).affine(), wanted.affine());
  }
}

TEST(Product, OfOppositePowersIsNeutral) {
  const Limbs number{5, 6, 7, 8};
  const std::vector<Power> powers{{generator(), number},
                                  {generator(), order::subtract(Limbs{}, number)}};
  EXPECT_TRUE(product(powers).is_infinity());
  EXPECT_TRUE(product({}).is_infinity());
}

}  // namespace
}  // namespace hp::crypto::p256
