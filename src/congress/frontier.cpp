#include "congress/frontier.h"

#include "crypto/hash.h"

namespace hp::congress {
namespace {

Hash node(const Hash& left, const Hash& right) {
  Bytes bytes{0x01};
  hp::append(bytes, left);
  hp::append(bytes, right);
  return sha256_of(bytes);
}

}  // namespace

Hash sha256_of(ByteView bytes) {
  return crypto::sha256(bytes);
}

Hash leaf_hash_of(ByteView bytes) {
  Bytes prefixed{0x00};
  hp::append(prefixed, bytes);
  return sha256_of(prefixed);
}

void append(Frontier& frontier, const Hash& leaf) {
  Hash carry = leaf;
  for (std::uint64_t bits = frontier.size; (bits & 1) != 0; bits >>= 1) {
    carry = node(frontier.peaks.back(), carry);
    frontier.peaks.pop_back();
  }
  frontier.peaks.push_back(carry);
  ++frontier.size;
}

Hash root_of(const Frontier& frontier) {
  if (frontier.peaks.empty()) return sha256_of({});
  Hash root = frontier.peaks.back();
  for (auto it = frontier.peaks.rbegin() + 1; it != frontier.peaks.rend(); ++it) {
    root = node(*it, root);
  }
  return root;
}

}  // namespace hp::congress
