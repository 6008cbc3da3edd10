// Test kit: real P-256 keys that sign real envelopes.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "congress/people_state.h"
#include "homphieu/v1/record.pb.h"

namespace hp::congress {

class TestSigner {
 public:
  TestSigner();  // a new key
  const PublicKeyBytes& point() const { return point_; }
  Hash key_id() const { return key_id_of(point_); }
  Bytes sign(ByteView message) const;  // r‖s, low s

 private:
  std::shared_ptr<void> key_;
  PublicKeyBytes point_{};
};

// Canonical bytes of the command's envelope, signed by all of them.
Bytes sealed(const v1::Command& command, const std::vector<const TestSigner*>& signers);

}  // namespace hp::congress
