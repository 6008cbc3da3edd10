// ECDSA P-256 with SHA-256 as the record carries it: r‖s, low s (docs/design/ballot.md section 1).
#pragma once

#include "base/bytes.h"
#include "base/error.h"

namespace hp::journal {

// Whether `signature` (64 bytes) by the public key `point` (65 bytes, uncompressed) holds over
// `message`. A point off the curve, r or s out of range and a high s fail as any wrong one:
// `signature_wrong`.
Result<void> verify_signature(ByteView point, ByteView message, ByteView signature);

}  // namespace hp::journal
