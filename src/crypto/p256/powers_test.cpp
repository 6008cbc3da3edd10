#include "crypto/p256/powers.h"

#include <gtest/gtest.h>
#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/obj_mac.h>

#include <memory>
#include <random>

#include "crypto/p256/order.h"

namespace hp::crypto::p256 {
namespace {

struct Free {
  void operator()(EC_GROUP* p) const { EC_GROUP_free(p); }
  void operator()(EC_POINT* p) const { EC_POINT_free(p); }
  void operator()(BIGNUM* p) const { BN_free(p); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

// OpenSSL, the judge.
class Judge {
 public:
  // base^exponent as 65 bytes; one byte at infinity.
  Bytes power(ByteView base, ByteView exponent) const {
    Owned<EC_POINT> point(EC_POINT_new(group_.get()));
    EC_POINT_oct2point(group_.get(), point.get(), base.data(), base.size(), nullptr);
    return power(point.get(), exponent);
  }
  Bytes generator_power(ByteView exponent) const {
    return power(EC_GROUP_get0_generator(group_.get()), exponent);
  }

 private:
  Bytes power(const EC_POINT* base, ByteView exponent) const {
    Owned<EC_POINT> out(EC_POINT_new(group_.get()));
    Owned<BIGNUM> number(BN_bin2bn(exponent.data(), static_cast<int>(exponent.size()), nullptr));
    EC_POINT_mul(group_.get(), out.get(), nullptr, base, number.get(), nullptr);
    Bytes bytes(65);
    bytes.resize(EC_POINT_point2oct(group_.get(), out.get(), POINT_CONVERSION_UNCOMPRESSED,
                                    bytes.data(), bytes.size(), nullptr));
    return bytes;
  }
  Owned<EC_GROUP> group_{EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1)};
};

Bytes bytes_of(const Affine& point) {
  if (point.infinity) return {0};
  Bytes out(65, 4);
  limbs_to_bytes(point.x.number(), &out[1]);
  limbs_to_bytes(point.y.number(), &out[33]);
  return out;
}

class Powers : public testing::Test {
 protected:
  // A random number, or one with long runs of zeros and ones.
  Limbs number() {
    Limbs out{};
    for (auto& limb : out) {
      const std::uint64_t kind = random_() % 8;
      limb = kind == 0 ? 0 : kind == 1 ? ~std::uint64_t{0} : random_();
    }
    return out;
  }
  static std::array<std::uint8_t, 32> bytes(const Limbs& number) {
    std::array<std::uint8_t, 32> out{};
    limbs_to_bytes(number, out.data());
    return out;
  }
  std::mt19937_64 random_{20260728};
  Judge judge_;
};

TEST_F(Powers, OfTheGeneratorAreThoseOfOpenSsl) {
  const FixedBase g(generator());
  std::vector<Limbs> exponents{Limbs{}, Limbs{1, 0, 0, 0}, order::kQ,
                               order::subtract(Limbs{}, Limbs{1, 0, 0, 0})};
  for (int i = 0; i < 300; ++i) exponents.push_back(number());
  for (const Limbs& exponent : exponents) {
    Jacobian sum;
    g.multiply_into(sum, exponent);
    EXPECT_EQ(bytes_of(sum.affine()), judge_.generator_power(bytes(exponent)));
  }
}

TEST_F(Powers, OfAnyPointAreThoseOfOpenSsl) {
  for (int i = 0; i < 40; ++i) {
    const Bytes base = judge_.generator_power(bytes(number()));
    if (base.size() != 65) continue;
    const auto powers = FewPowers::of(std::vector{*decode(base), generator()});
    for (int j = 0; j < 4; ++j) {
      const Limbs exponent = number();
      Jacobian sum;
      powers[0].multiply_into(sum, exponent);
      const Bytes wanted = judge_.power(base, bytes(exponent));
      EXPECT_EQ(bytes_of(sum.affine()), wanted);
      EXPECT_EQ(sum.is_infinity(), wanted.size() != 65);
      EXPECT_FALSE(sum.equals(generator()));
    }
  }
}

TEST_F(Powers, AddUpInEveryCase) {
  const Affine g = generator();
  const Jacobian one(g);
  EXPECT_TRUE(one.plus(-g).is_infinity());
  EXPECT_TRUE(one.plus(Jacobian(-g)).is_infinity());
  EXPECT_EQ(one.plus(g).affine(), one.doubled().affine());
  EXPECT_EQ(one.plus(one).affine(), one.doubled().affine());
  EXPECT_EQ(Jacobian().plus(g).affine(), g);
  EXPECT_EQ(one.plus(Jacobian()).affine(), g);
  EXPECT_EQ(one.plus(Affine{}).affine(), g);
  EXPECT_TRUE(Jacobian().doubled().is_infinity());
  EXPECT_TRUE(Jacobian().equals(Affine{}));
  EXPECT_FALSE(Jacobian().equals(g));
  const std::vector<Jacobian> mixed{one, Jacobian(), one.doubled(), one.doubled().plus(g)};
  const auto affine = to_affine(mixed);
  for (std::size_t i = 0; i < mixed.size(); ++i) EXPECT_EQ(affine[i], mixed[i].affine());
}

TEST_F(Powers, ApartFromPointsOfTheCurveNothingDecodes) {
  Bytes good = bytes_of(generator());
  EXPECT_TRUE(decode(good).has_value());
  for (const std::size_t at : {0u, 1u, 32u, 33u, 64u}) {
    Bytes bad = good;
    bad[at] ^= 1;
    EXPECT_FALSE(decode(bad).has_value()) << at;
  }
  Bytes large = good;
  std::fill_n(large.begin() + 1, 32, std::uint8_t{0xff});
  EXPECT_FALSE(decode(large).has_value());
  good.pop_back();
  EXPECT_FALSE(decode(good).has_value());
  EXPECT_FALSE(decode(Bytes{0}).has_value());
}

TEST(Order, OfTheGroupIsWhatExponentsCountBy) {
  const Limbs one{1, 0, 0, 0};
  const Limbs largest = order::subtract(Limbs{}, one);
  EXPECT_TRUE(less(largest, order::kQ));
  EXPECT_TRUE(is_zero(order::add(largest, one)));
  EXPECT_EQ(order::multiply(largest, Limbs{500, 0, 0, 0}),
            order::subtract(Limbs{}, Limbs{500, 0, 0, 0}));
  EXPECT_EQ(order::multiply(order::inverse(largest), largest), one);
}

}  // namespace
}  // namespace hp::crypto::p256
