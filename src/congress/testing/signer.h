// Test kit: real P-256 keys that sign real envelopes.
#pragma once

#include <memory>
#include <vector>

#include "base/bytes.h"
#include "congress/people_state.h"
#include "crypto/signing.h"
#include "homphieu/v1/record.pb.h"

namespace hp::congress {

class TestSigner {
 public:
  TestSigner()  // a new key
      : key_(std::make_shared<crypto::SigningKey>(
            crypto::SigningKey::generate(crypto::system_random()))) {}
  const PublicKeyBytes& point() const { return key_->point(); }
  Hash key_id() const { return key_->key_id(); }
  Bytes sign(ByteView message) const { return to_bytes(key_->sign(message).value()); }

 private:
  std::shared_ptr<const crypto::SigningKey> key_;
};

// Canonical bytes of the command's envelope, signed by all of them.
Bytes sealed(const v1::Command& command, const std::vector<const TestSigner*>& signers);

}  // namespace hp::congress
