// For the sources of this room: the challenge of a trustee's proofs of possession.
#pragma once

#include "crypto/ceremony.h"

namespace hp::crypto {

class Possession {
 public:
  Possession(const CeremonyFrame& frame, std::span<const Hash> commitments, std::uint32_t i)
      : congress_(frame.congress), n_(u64_be(frame.n)), k_(u64_be(frame.k)), number_(u64_be(i)) {
    for (const Hash& one : commitments) append(commitments_, one);
  }
  // Of C_j, with j = k for the agreement key, and R.
  Scalar challenge_of(std::size_t j, ByteView point, ByteView r) const {
    const auto index = u64_be(j);
    return challenge("homphieu/1/ceremony/possession",
                     {congress_, n_, k_, commitments_, number_, index, point, r});
  }

 private:
  Hash congress_;
  std::array<std::uint8_t, 8> n_, k_, number_;
  Bytes commitments_;
};

}  // namespace hp::crypto
