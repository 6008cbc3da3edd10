#include "crypto/scalar.h"

#include <openssl/sha.h>

#include "crypto/codes.h"
#include "crypto/hash.h"

namespace hp::crypto {

Result<Scalar> Scalar::decode(ByteView bytes) {
  if (bytes.size() != 32) return fail(codes::kGroupElement, "", "length");
  const p256::Limbs limbs = p256::limbs_from_bytes(bytes.data());
  if (!p256::less(limbs, p256::order::kQ)) return fail(codes::kGroupElement, "", "scalar");
  return Scalar(limbs);
}

Scalar Scalar::reduce(ByteView bytes) {
  return Scalar(p256::order::reduce48(bytes.data()));
}

Scalar Scalar::small(ByteView bytes) {
  std::array<std::uint8_t, 32> padded{};
  std::copy_n(bytes.begin(), 16, padded.begin() + 16);
  return Scalar(p256::limbs_from_bytes(padded.data()));
}

Bytes Scalar::encode() const {
  Bytes out(32);
  p256::limbs_to_bytes(limbs_, out.data());
  return out;
}

Scalar challenge(std::string_view tag, const std::vector<ByteView>& fields) {
  const Bytes bytes = transcript(tag, fields);
  std::array<std::uint8_t, 48> digest{};
  SHA384(bytes.data(), bytes.size(), digest.data());
  return Scalar::reduce(digest);
}

Scalar lagrange(std::uint32_t i, const std::vector<std::uint32_t>& set) {
  Scalar above(1);
  Scalar below(1);
  for (const std::uint32_t l : set) {
    if (l == i) continue;
    above = above * Scalar(l);
    below = below * (Scalar(l) - Scalar(i));
  }
  return above * below.inverse();
}

}  // namespace hp::crypto
