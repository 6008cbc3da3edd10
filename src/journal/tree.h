// The record's hash tree: RFC 6962 section 2.1 with SHA-256 (docs/design/record.md section 2).
//
//   Tree tree;
//   for (const Bytes& envelope : entries) tree.add(leaf_hash(envelope));
//   check_inclusion(tree.leaf(3), 3, tree.head(), tree.inclusion(3, tree.size()));
//
// `Tree` keeps every full subtree: 64 bytes a leaf. Adding is O(1) on average, a proof O(log n).
// An index or size beyond the tree is a fault of the caller: std::out_of_range.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"

namespace hp::journal {

// SHA-256(00 ‖ data).
Hash leaf_hash(ByteView data);

// SHA-256(01 ‖ left ‖ right).
Hash node_hash(const Hash& left, const Hash& right);

// A tree's size and root; SHA-256 of nothing is the root of no leaves.
struct TreeHead {
  std::uint64_t size = 0;
  Hash root{};
  bool operator==(const TreeHead&) const = default;
};

class Tree {
 public:
  void add(const Hash& leaf);
  std::uint64_t size() const;
  TreeHead head() const { return head_at(size()); }
  // The head that the first `size` leaves have.
  TreeHead head_at(std::uint64_t size) const;
  // The proof that leaf `index` stands in the tree of the first `size` leaves.
  std::vector<Hash> inclusion(std::uint64_t index, std::uint64_t size) const;
  // The proof that the first `from` leaves are the beginning of the first `to`; empty for from = 0
  // and from = to.
  std::vector<Hash> consistency(std::uint64_t from, std::uint64_t to) const;
  const Hash& leaf(std::uint64_t index) const;

 private:
  Hash root_of(std::uint64_t first, std::uint64_t count) const;
  void prove_leaf(std::uint64_t index, std::uint64_t first, std::uint64_t count,
                  std::vector<Hash>& out) const;
  void prove_prefix(std::uint64_t from, std::uint64_t first, std::uint64_t count, bool whole,
                    std::vector<Hash>& out) const;

  std::vector<std::vector<Hash>> levels_;  // [h][i]: root of leaves i·2^h … (i+1)·2^h − 1
};

// Whether `proof` shows that `leaf` is the one at `index` in a tree with this head.
// Fails with `inclusion_wrong`. Source: RFC 9162 section 2.1.3.2.
Result<void> check_inclusion(const Hash& leaf, std::uint64_t index, const TreeHead& head,
                             std::span<const Hash> proof);

// Whether `proof` shows that the tree of `old` is the beginning of the tree of `now`.
// Fails with `consistency_wrong`. Source: RFC 9162 section 2.1.4.2; for an empty `old` the proof
// is empty and its root SHA-256 of nothing.
Result<void> check_consistency(const TreeHead& old, const TreeHead& now,
                               std::span<const Hash> proof);

}  // namespace hp::journal
