#include "pdf/digest.h"

#include <openssl/sha.h>

namespace hp::pdf {

Hash sha256(ByteView bytes) {
  Hash out{};
  SHA256(bytes.data(), bytes.size(), out.data());
  return out;
}

}  // namespace hp::pdf
