#include "journal/tree.h"

#include <bit>
#include <stdexcept>

#include "crypto/hash.h"
#include "journal/codes.h"

namespace hp::journal {
namespace {

// k of RFC 6962: the largest power of two below n, for n ≥ 2.
std::uint64_t split(std::uint64_t n) {
  return std::bit_floor(n - 1);
}

void need(bool good, const char* what) {
  if (!good) throw std::out_of_range(what);
}

bool odd(std::uint64_t n) {
  return (n & 1) != 0;
}

// A place on its way from a leaf to the root: its number in its level, and the last one's.
struct Place {
  std::uint64_t number;
  std::uint64_t last;

  void up() {
    number >>= 1;
    last >>= 1;
  }
  // Whether its neighbour in the proof stands on its left.
  bool from_left() const { return odd(number) || number == last; }
  // Past the levels where it is the last one without a neighbour.
  void skip_lonely() {
    while (number != 0 && !odd(number)) up();
  }
};

}  // namespace

Hash leaf_hash(ByteView data) {
  Bytes bytes;
  bytes.reserve(data.size() + 1);
  bytes.push_back(0x00);
  append(bytes, data);
  return crypto::sha256(bytes);
}

Hash node_hash(const Hash& left, const Hash& right) {
  std::array<std::uint8_t, 65> bytes{0x01};
  std::ranges::copy(left, bytes.begin() + 1);
  std::ranges::copy(right, bytes.begin() + 33);
  return crypto::sha256(bytes);
}

void Tree::add(const Hash& leaf) {
  Hash root = leaf;
  for (std::size_t h = 0;; ++h) {
    if (h == levels_.size()) levels_.emplace_back();
    auto& level = levels_[h];
    level.push_back(root);
    if (odd(level.size())) return;
    root = node_hash(level[level.size() - 2], level.back());
  }
}

std::uint64_t Tree::size() const {
  return levels_.empty() ? 0 : levels_.front().size();
}

TreeHead Tree::head_at(std::uint64_t size) const {
  need(size <= this->size(), "Tree::head_at");
  return {size, root_of(0, size)};
}

const Hash& Tree::leaf(std::uint64_t index) const {
  need(index < size(), "Tree::leaf");
  return levels_.front()[index];
}

std::vector<Hash> Tree::inclusion(std::uint64_t index, std::uint64_t size) const {
  need(index < size && size <= this->size(), "Tree::inclusion");
  std::vector<Hash> out;
  prove_leaf(index, 0, size, out);
  return out;
}

std::vector<Hash> Tree::consistency(std::uint64_t from, std::uint64_t to) const {
  need(from <= to && to <= size(), "Tree::consistency");
  std::vector<Hash> out;
  if (from != 0) prove_prefix(from, 0, to, true, out);
  return out;
}

// MTH(D[first : first + count]), where `first` begins a subtree of that many leaves or more.
Hash Tree::root_of(std::uint64_t first, std::uint64_t count) const {
  if (count == 0) return crypto::sha256({});
  if (std::has_single_bit(count)) {
    return levels_[static_cast<std::size_t>(std::countr_zero(count))][first / count];
  }
  const std::uint64_t left = split(count);
  return node_hash(root_of(first, left), root_of(first + left, count - left));
}

// PATH(index, D[first : first + count]), `index` counted from `first`.
void Tree::prove_leaf(std::uint64_t index, std::uint64_t first, std::uint64_t count,
                      std::vector<Hash>& out) const {
  if (count == 1) return;
  const std::uint64_t left = split(count);
  if (index < left) {
    prove_leaf(index, first, left, out);
    out.push_back(root_of(first + left, count - left));
  } else {
    prove_leaf(index - left, first + left, count - left, out);
    out.push_back(root_of(first, left));
  }
}

// SUBPROOF(from, D[first : first + count], whole).
void Tree::prove_prefix(std::uint64_t from, std::uint64_t first, std::uint64_t count, bool whole,
                        std::vector<Hash>& out) const {
  if (from == count) {
    if (!whole) out.push_back(root_of(first, count));
    return;
  }
  const std::uint64_t left = split(count);
  if (from <= left) {
    prove_prefix(from, first, left, whole, out);
    out.push_back(root_of(first + left, count - left));
  } else {
    prove_prefix(from - left, first + left, count - left, false, out);
    out.push_back(root_of(first, left));
  }
}

Result<void> check_inclusion(const Hash& leaf, std::uint64_t index, const TreeHead& head,
                             std::span<const Hash> proof) {
  const auto wrong = fail(codes::kInclusionWrong, "inclusion");
  if (index >= head.size) return wrong;
  Place place{index, head.size - 1};
  Hash root = leaf;
  for (const Hash& neighbour : proof) {
    if (place.last == 0) return wrong;
    if (place.from_left()) {
      root = node_hash(neighbour, root);
      place.skip_lonely();
    } else {
      root = node_hash(root, neighbour);
    }
    place.up();
  }
  if (place.last != 0 || root != head.root) return wrong;
  return {};
}

Result<void> check_consistency(const TreeHead& old, const TreeHead& now,
                               std::span<const Hash> proof) {
  const auto wrong = fail(codes::kConsistencyWrong, "consistency");
  if (old.size > now.size) return wrong;
  if (old.size == 0 || old.size == now.size) {
    const Hash root = old.size == 0 ? crypto::sha256({}) : now.root;
    if (!proof.empty() || old.root != root) return wrong;
    return {};
  }
  Place place{old.size - 1, now.size - 1};
  while (odd(place.number)) place.up();
  // A whole subtree's root is the old root itself, and left out of the proof.
  const bool whole = std::has_single_bit(old.size);
  if (!whole && proof.empty()) return wrong;
  Hash old_root = whole ? old.root : proof.front();
  Hash now_root = old_root;
  for (const Hash& neighbour : whole ? proof : proof.subspan(1)) {
    if (place.last == 0) return wrong;
    if (place.from_left()) {
      old_root = node_hash(neighbour, old_root);
      now_root = node_hash(neighbour, now_root);
      place.skip_lonely();
    } else {
      now_root = node_hash(now_root, neighbour);
    }
    place.up();
  }
  if (place.last != 0 || old_root != old.root || now_root != now.root) return wrong;
  return {};
}

}  // namespace hp::journal
