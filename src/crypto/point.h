// Public points of P-256, on this room's own arithmetic, whose time depends on the values. Powers
// with a secret exponent are in secret_scalar.h: a SecretScalar doesn't pass here.
// The group is written multiplicatively, as in docs/design/ballot.md.
#pragma once

#include <span>

#include "base/bytes.h"
#include "base/error.h"
#include "crypto/p256/product.h"
#include "crypto/scalar.h"

namespace hp::crypto {

// Infinity is an ordinary value that has no encoding.
class Point {
 public:
  Point() = default;  // infinity
  explicit Point(const p256::Affine& point) : value_(point) {}
  static Point generator() { return Point(p256::generator()); }
  // point(P); fails with `group_element`: 65 bytes, uncompressed, coordinates below p, on the
  // curve.
  static Result<Point> decode(ByteView bytes);
  // 65 bytes; fails with `group_element` at infinity.
  Result<Bytes> encode() const;
  friend Point operator*(const Point& a, const Point& b);
  Point inverse() const { return Point(-value_.affine()); }
  Point power(const Scalar& exponent) const;
  // Π base^exponent, faster than one by one.
  static Point product(std::span<const p256::Power> powers);
  bool is_infinity() const { return value_.is_infinity(); }
  bool operator==(const Point& other) const { return value_.equals(other.value_); }
  p256::Affine affine() const { return value_.affine(); }

 private:
  explicit Point(const p256::Jacobian& value) : value_(value) {}
  p256::Jacobian value_;
};

}  // namespace hp::crypto
