// ECDSA P-256 with SHA-256 as the record carries it: r‖s, low s (docs/design/ballot.md section 1).
#pragma once

#include <memory>

#include "base/bytes.h"
#include "base/error.h"
#include "crypto/random.h"
#include "crypto/secret_scalar.h"

namespace hp::crypto {

using SignatureBytes = std::array<std::uint8_t, 64>;

// SHA-256 of the point: a key's id.
Hash key_id_of(ByteView point);

// Whoever signs: a key in this program, or something that holds one elsewhere.
class Signer {
 public:
  virtual ~Signer() = default;
  virtual const PublicPoint& point() const = 0;
  // Low s. Fails only where the key is elsewhere and doesn't answer.
  virtual Result<SignatureBytes> sign(ByteView message) const = 0;
  Hash key_id() const { return key_id_of(point()); }
};

// A private key in memory, wiped with its owner. Signing is safe in many threads at once.
class SigningKey final : public Signer {
 public:
  static SigningKey generate(const Random& random);
  // 32 bytes, 1 … q − 1; fails with `group_element`.
  static Result<SigningKey> from_scalar(ByteView bytes);
  SigningKey(SigningKey&&) noexcept;
  SigningKey& operator=(SigningKey&&) noexcept;
  ~SigningKey() override;

  const PublicPoint& point() const override { return point_; }
  Result<SignatureBytes> sign(ByteView message) const override;
  Secret scalar() const;  // 32 bytes

 private:
  struct Parts;
  explicit SigningKey(const SecretScalar& scalar);
  std::unique_ptr<Parts> parts_;
  PublicPoint point_{};
};

// Whether `signature` (64 bytes) by the public key `point` (65 bytes, uncompressed) holds over
// `message`. A point off the curve, r or s out of range and a high s fail as any wrong one:
// `signature_wrong`.
Result<void> verify_signature(ByteView point, ByteView message, ByteView signature);

}  // namespace hp::crypto
