#include "crypto/random.h"

#include <openssl/rand.h>

#include <stdexcept>

namespace hp::crypto {

Random system_random() {
  return [](std::span<std::uint8_t> bytes) {
    if (RAND_priv_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) {
      throw std::runtime_error("the operating system gives no randomness");
    }
  };
}

}  // namespace hp::crypto
