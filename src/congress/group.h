// Arithmetic in P-256 and the hashes of ballot.md section 1, on OpenSSL: what the fold needs to
// check ceremonies, ballots and tallies, and a trustee's program to take part in them. Powers with
// a secret exponent go through OpenSSL's constant-time P-256; with_generator is for public data.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"

struct bignum_st;
struct ec_point_st;

namespace hp::congress::group {

// A number modulo q.
class Scalar {
 public:
  explicit Scalar(std::uint64_t number);
  // scalar(x) of 32 bytes; fails with `group_element` where it is not below q.
  static Result<Scalar> decode(ByteView bytes);
  // 48 bytes mod q: a random scalar.
  static Scalar reduce(ByteView bytes48);
  // 1 + (48 bytes mod (q − 1)): a derived secret.
  static Scalar secret(ByteView bytes48);
  Bytes encode() const;  // scalar(x)
  friend Scalar operator+(const Scalar& a, const Scalar& b);
  friend Scalar operator*(const Scalar& a, const Scalar& b);
  friend Scalar operator-(const Scalar& a, const Scalar& b);
  bool operator==(const Scalar& other) const;
  Scalar inverse() const;
  const bignum_st* get() const { return number_.get(); }

 private:
  friend Scalar challenge(std::string_view tag, const std::vector<ByteView>& fields);
  Scalar();
  std::shared_ptr<bignum_st> number_;  // never changed once made
};

// A point; infinity is an ordinary value that has no encoding.
class Point {
 public:
  Point();  // infinity
  static Point generator();
  // point(P); fails with `group_element`.
  static Result<Point> decode(ByteView bytes);
  // 65 bytes; fails with `group_element` at infinity.
  Result<Bytes> encode() const;
  friend Point operator*(const Point& a, const Point& b);  // product in the written group
  Point power(const Scalar& exponent) const;
  bool operator==(const Point& other) const;
  friend Point with_generator(const Scalar& a, const Point& point, const Scalar& b);

 private:
  std::shared_ptr<ec_point_st> point_;  // never changed once made
};

// g^a · P^b, faster than the two apart.
Point with_generator(const Scalar& a, const Point& point, const Scalar& b);

// T(tag, fields), which the hashes are over.
Bytes transcript(std::string_view tag, const std::vector<ByteView>& fields);

// H(tag, fields) and S(tag, fields).
Hash hash_of(std::string_view tag, const std::vector<ByteView>& fields);
Scalar challenge(std::string_view tag, const std::vector<ByteView>& fields);

// λ_i of trustee `i` among `set`, at 0.
Scalar lagrange(std::uint32_t i, const std::vector<std::uint32_t>& set);

}  // namespace hp::congress::group
