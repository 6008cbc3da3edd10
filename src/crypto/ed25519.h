// Ed25519 (RFC 8032): the log's key, which signs checkpoints, and those of witnesses.
#pragma once

#include <memory>

#include "base/bytes.h"
#include "base/error.h"
#include "crypto/random.h"
#include "crypto/secret.h"

namespace hp::crypto {

class LogKey {
 public:
  static LogKey generate(const Random& random);
  // 32 bytes; fails with `group_element` at another length.
  static Result<LogKey> from_seed(ByteView bytes);
  LogKey(LogKey&&) noexcept;
  LogKey& operator=(LogKey&&) noexcept;
  ~LogKey();

  std::array<std::uint8_t, 32> public_key() const;
  Secret seed() const;
  std::array<std::uint8_t, 64> sign(ByteView message) const;  // safe in many threads at once

 private:
  struct Parts;
  explicit LogKey(Secret seed);
  std::unique_ptr<Parts> parts_;
};

// Whether the signature holds; a key or signature of a wrong length doesn't.
bool verify_ed25519(ByteView public_key, ByteView message, ByteView signature);

}  // namespace hp::crypto
