// The root of a growing RFC 6962 tree, from no more than the roots of its full subtrees.
// What the fold needs of the tree; proofs are the journal's business.
#pragma once

#include <cstdint>
#include <vector>

#include "base/bytes.h"

namespace hp::congress {

struct Frontier {
  std::uint64_t size = 0;
  std::vector<Hash> peaks;  // full subtrees, the largest first: one for each bit of `size`
};

// The frontier with one leaf more; `leaf` is its RFC 6962 leaf hash.
void append(Frontier& frontier, const Hash& leaf);

// RFC 6962 root; SHA-256 of nothing for no leaves.
Hash root_of(const Frontier& frontier);

}  // namespace hp::congress
