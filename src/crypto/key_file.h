// A secret under a passphrase, as the text of a file: what an official's or trustee's machine and
// the server keep. Pure: whoever calls reads and writes the file.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "crypto/random.h"
#include "crypto/secret.h"

namespace hp::crypto {

// scrypt (RFC 7914): memory is 128 · n · r bytes, here 128 MiB, and some 0.4 s of one core.
struct ScryptCost {
  std::uint64_t n = 1u << 17;  // a power of two
  std::uint64_t r = 8;
  std::uint64_t p = 1;
};

// JSON with the kind ("official", "trustee", "log" …), scrypt's cost and salt, and the secret in
// AES-256-GCM, to which all the others are bound. The passphrase is taken in normal form NFC, for
// keyboards differ; fails with `not_utf8`.
Result<std::string> lock_secret(ByteView secret, std::string_view kind, std::string_view passphrase,
                                const Random& random, const ScryptCost& cost = {});

// Fails with `key_file` (no such text, or a cost beyond 1 GiB), `key_file_kind` (`detail` says
// which kind it is), `passphrase_wrong`.
Result<Secret> unlock_secret(std::string_view file, std::string_view kind,
                             std::string_view passphrase);

}  // namespace hp::crypto
