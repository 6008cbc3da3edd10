#include "crypto/point.h"

#include "crypto/codes.h"

namespace hp::crypto {

Result<Point> Point::decode(ByteView bytes) {
  const auto point = p256::decode(bytes);
  if (!point) return fail(codes::kGroupElement, "", "point");
  return Point(*point);
}

Result<Bytes> Point::encode() const {
  if (is_infinity()) return fail(codes::kGroupElement, "", "infinity");
  const p256::Affine point = value_.affine();
  Bytes out(65);
  out[0] = 4;
  p256::limbs_to_bytes(point.x.number(), &out[1]);
  p256::limbs_to_bytes(point.y.number(), &out[33]);
  return out;
}

Point operator*(const Point& a, const Point& b) {
  return Point(a.value_.plus(b.value_));
}

Point Point::power(const Scalar& exponent) const {
  const p256::Power one{value_.affine(), exponent.limbs()};
  return product({&one, 1});
}

Point Point::product(std::span<const p256::Power> powers) {
  return Point(p256::product(powers));
}

}  // namespace hp::crypto
