// Numbers modulo q that nobody else may learn, and powers with them. A type of its own, so that a
// secret can't take a path whose time depends on it: its arithmetic does the same steps for every
// value, its powers are OpenSSL's constant-time P-256, and it is wiped after use.
#pragma once

#include <memory>

#include "base/bytes.h"
#include "base/error.h"
#include "crypto/p256/limbs.h"
#include "crypto/random.h"
#include "crypto/secret.h"

struct ec_point_st;

namespace hp::crypto {

class Scalar;

using PublicPoint = std::array<std::uint8_t, 65>;

class SecretScalar {
 public:
  explicit SecretScalar(std::uint64_t number);
  // A public number where a secret one is expected.
  explicit SecretScalar(const Scalar& number);
  // 32 bytes, below q; fails with `group_element`.
  static Result<SecretScalar> decode(ByteView bytes);
  // 48 bytes mod q.
  static SecretScalar reduce(ByteView bytes48);
  // 1 + (48 bytes mod (q − 1)): a private key, never 0.
  static SecretScalar derive(ByteView bytes48);
  // 48 random bytes mod q.
  static SecretScalar draw(const Random& random);

  SecretScalar(const SecretScalar&) = default;
  SecretScalar& operator=(const SecretScalar&) = default;
  ~SecretScalar();

  Secret encode() const;  // 32 bytes
  bool is_zero() const { return p256::is_zero(limbs_); }
  friend SecretScalar operator+(const SecretScalar& a, const SecretScalar& b);
  friend SecretScalar operator-(const SecretScalar& a, const SecretScalar& b);
  friend SecretScalar operator*(const SecretScalar& a, const SecretScalar& b);
  const p256::Limbs& limbs() const { return limbs_; }

 private:
  explicit SecretScalar(const p256::Limbs& limbs) : limbs_(limbs) {}
  p256::Limbs limbs_;
};

// A public point that takes secret exponents.
class SecretBase {
 public:
  static SecretBase generator();
  // 65 bytes; fails with `group_element`.
  static Result<SecretBase> decode(ByteView bytes);
  // point(base^secret). Fails with `group_element` at infinity.
  Result<PublicPoint> power(const SecretScalar& secret) const;

 private:
  SecretBase() = default;
  std::shared_ptr<ec_point_st> point_;  // nothing for g; never changed once made
};

}  // namespace hp::crypto
