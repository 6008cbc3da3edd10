#include "crypto/point.h"
#include "crypto/secret_scalar.h"
#include "crypto/vector_kit.h"

namespace hp::crypto {
namespace {

TEST(Group, TakesTheKnownPointsAlone) {
  for (const auto known = vectors("group.json"); const auto& one : known["points"]) {
    const Bytes bytes = bytes_of(one["bytes"]);
    const auto point = Point::decode(bytes);
    ASSERT_EQ(point.has_value(), one["accept"].get<bool>()) << one["why"];
    EXPECT_EQ(SecretBase::decode(bytes).has_value(), point.has_value()) << one["why"];
    if (point) {
      EXPECT_EQ(point->encode().value(), bytes);
    }
  }
}

TEST(Group, TakesTheKnownScalarsAlone) {
  for (const auto known = vectors("group.json"); const auto& one : known["scalars"]) {
    const Bytes bytes = bytes_of(one["bytes"]);
    const auto scalar = Scalar::decode(bytes);
    ASSERT_EQ(scalar.has_value(), one["accept"].get<bool>()) << one["why"];
    EXPECT_EQ(SecretScalar::decode(bytes).has_value(), scalar.has_value()) << one["why"];
    if (scalar) {
      EXPECT_EQ(scalar->encode(), bytes);
    }
  }
}

TEST(Group, GivesTheKnownProductsOnBothPaths) {
  for (const auto known = vectors("group.json"); const auto& one : known["products"]) {
    const Bytes base = bytes_of(one["base"]);
    const Bytes k = bytes_of(one["k"]);
    const auto open = Point::decode(base).value().power(Scalar::decode(k).value()).encode();
    const auto secret = SecretBase::decode(base).value().power(SecretScalar::decode(k).value());
    ASSERT_EQ(open.has_value(), !one["product"].is_null());
    ASSERT_EQ(secret.has_value(), open.has_value());
    if (open) {
      EXPECT_EQ(to_hex(*open), one["product"]);
      EXPECT_EQ(to_hex(*secret), one["product"]);
    }
  }
}

TEST(Group, InfinityIsAValueWithoutAnEncoding) {
  const Point neutral;
  const Point g = Point::generator();
  EXPECT_FALSE(neutral.encode().has_value());
  EXPECT_EQ(g * g.inverse(), neutral);
  EXPECT_EQ(g * neutral, g);
  EXPECT_EQ(g.power(Scalar(0)), neutral);
  EXPECT_EQ(neutral.power(Scalar(7)), neutral);
  EXPECT_FALSE(g == neutral);
  EXPECT_FALSE(SecretBase::generator().power(SecretScalar(0)).has_value());
}

TEST(Scalars, CountModuloTheOrder) {
  const Scalar largest = Scalar(0) - Scalar(1);
  EXPECT_EQ(largest + Scalar(1), Scalar(0));
  EXPECT_EQ(largest * largest, Scalar(1));
  EXPECT_EQ(largest.inverse(), largest);
  EXPECT_EQ(Scalar(12345).inverse() * Scalar(12345), Scalar(1));
  EXPECT_EQ(Scalar(0).inverse(), Scalar(0));
  const std::vector<std::uint32_t> set{1, 3, 5};
  EXPECT_EQ(lagrange(1, set) + lagrange(3, set) + lagrange(5, set), Scalar(1));
}

// A secret can't take the public paths, whose time depends on it: it has another type.
template <class Exponent>
concept CanBePublicExponent = requires(Point p, Exponent e) { p.power(e); };
static_assert(CanBePublicExponent<Scalar>);

TEST(Mistake26, NoSecretExponentPassesThePublicArithmetic) {
  static_assert(!CanBePublicExponent<SecretScalar>);
  static_assert(!std::is_constructible_v<Scalar, SecretScalar>);
  static_assert(!std::is_convertible_v<std::uint64_t, SecretScalar>);
}

}  // namespace
}  // namespace hp::crypto
