#include "congress/frontier.h"

#include "crypto/hash.h"
#include "journal/tree.h"

namespace hp::congress {

void append(Frontier& frontier, const Hash& leaf) {
  Hash carry = leaf;
  for (std::uint64_t bits = frontier.size; (bits & 1) != 0; bits >>= 1) {
    carry = journal::node_hash(frontier.peaks.back(), carry);
    frontier.peaks.pop_back();
  }
  frontier.peaks.push_back(carry);
  ++frontier.size;
}

Hash root_of(const Frontier& frontier) {
  if (frontier.peaks.empty()) return crypto::sha256({});
  Hash root = frontier.peaks.back();
  for (auto it = frontier.peaks.rbegin() + 1; it != frontier.peaks.rend(); ++it) {
    root = journal::node_hash(*it, root);
  }
  return root;
}

}  // namespace hp::congress
