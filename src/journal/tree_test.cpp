#include "journal/tree.h"

#include <gtest/gtest.h>

#include <bit>
#include <random>
#include <stdexcept>

#include "base/hex.h"
#include "crypto/hash.h"
#include "journal/codes.h"

namespace hp::journal {
namespace {

using Leaves = std::span<const Hash>;

// The definitions of RFC 6962 section 2.1, word for word and slow.
std::size_t split(std::size_t n) {
  std::size_t k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}
Hash root(Leaves d) {
  if (d.empty()) return crypto::sha256({});
  if (d.size() == 1) return d[0];
  const auto k = split(d.size());
  return node_hash(root(d.first(k)), root(d.subspan(k)));
}
std::vector<Hash> path(std::size_t m, Leaves d) {
  if (d.size() == 1) return {};
  const auto k = split(d.size());
  auto out = m < k ? path(m, d.first(k)) : path(m - k, d.subspan(k));
  out.push_back(m < k ? root(d.subspan(k)) : root(d.first(k)));
  return out;
}
std::vector<Hash> subproof(std::size_t m, Leaves d, bool b) {
  if (m == d.size()) return b ? std::vector<Hash>{} : std::vector<Hash>{root(d)};
  const auto k = split(d.size());
  auto out = m <= k ? subproof(m, d.first(k), b) : subproof(m - k, d.subspan(k), false);
  out.push_back(m <= k ? root(d.subspan(k)) : root(d.first(k)));
  return out;
}

constexpr std::size_t kMost = 70;  // past 64, so that sizes of every shape are among them

struct Grown {
  Tree tree;
  std::vector<Hash> leaves;
};
Grown grown(std::size_t size) {
  Grown out;
  for (std::size_t i = 0; i < size; ++i) {
    out.leaves.push_back(leaf_hash(u64_be(i)));
    out.tree.add(out.leaves.back());
  }
  return out;
}

TEST(Tree, GivesTheKnownRootsOfCertificateTransparency) {
  const char* leaves[] = {"",
                          "00",
                          "10",
                          "2021",
                          "3031",
                          "40414243",
                          "50515253"
                          "54555657",
                          "606162636465666768696a6b6c6d6e6f"};
  const char* roots[] = {"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                         "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                         "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                         "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                         "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                         "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                         "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                         "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                         "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
  Tree tree;
  for (std::size_t i = 0; i <= 8; ++i) {
    EXPECT_EQ(to_hex(tree.head().root), roots[i]);
    if (i < 8) tree.add(leaf_hash(from_hex(leaves[i]).value()));
  }
}

TEST(Tree, EveryHeadIsThatOfTheDefinition) {
  const auto [tree, leaves] = grown(kMost);
  for (std::size_t n = 0; n <= kMost; ++n) {
    EXPECT_EQ(tree.head_at(n), (TreeHead{n, root(Leaves(leaves).first(n))}));
  }
  EXPECT_EQ(tree.head(), tree.head_at(kMost));
}

TEST(Tree, EveryInclusionProofIsThatOfTheDefinitionAndHolds) {
  const auto [tree, leaves] = grown(kMost);
  for (std::size_t n = 1; n <= kMost; ++n) {
    const TreeHead head = tree.head_at(n);
    for (std::size_t i = 0; i < n; ++i) {
      const auto proof = tree.inclusion(i, n);
      ASSERT_EQ(proof, path(i, Leaves(leaves).first(n)));
      ASSERT_TRUE(check_inclusion(leaves[i], i, head, proof).has_value());
    }
  }
}

TEST(Tree, AnInclusionProofHoldsForNoOtherPlaceOrLeaf) {
  const auto [tree, leaves] = grown(33);
  for (std::size_t n = 1; n <= 33; ++n) {
    const TreeHead head = tree.head_at(n);
    for (std::size_t i = 0; i < n; ++i) {
      const auto proof = tree.inclusion(i, n);
      for (std::size_t other = 0; other < n + 2; ++other) {
        if (other == i) continue;
        ASSERT_FALSE(check_inclusion(leaves[i], other, head, proof).has_value());
        if (other >= n) continue;
        ASSERT_FALSE(check_inclusion(leaves[other], i, head, proof).has_value());
      }
    }
  }
}

TEST(Tree, EveryConsistencyProofIsThatOfTheDefinitionAndHolds) {
  const auto [tree, leaves] = grown(kMost);
  for (std::size_t to = 0; to <= kMost; ++to) {
    for (std::size_t from = 0; from <= to; ++from) {
      const auto proof = tree.consistency(from, to);
      if (from > 0) {
        ASSERT_EQ(proof, subproof(from, Leaves(leaves).first(to), true));
      }
      ASSERT_TRUE(check_consistency(tree.head_at(from), tree.head_at(to), proof).has_value());
    }
  }
}

TEST(Tree, AConsistencyProofHoldsForNoOtherHeads) {
  const auto tree = grown(33).tree;
  for (std::size_t to = 1; to <= 33; ++to) {
    for (std::size_t from = 0; from <= to; ++from) {
      const auto proof = tree.consistency(from, to);
      const TreeHead old = tree.head_at(from);
      const TreeHead now = tree.head_at(to);
      TreeHead wrong = old;
      wrong.root[31] ^= 1;
      ASSERT_FALSE(check_consistency(wrong, now, proof).has_value());
      if (from > 0) {  // any head follows an empty one
        wrong = now;
        wrong.root[0] ^= 0x80;
        ASSERT_FALSE(check_consistency(old, wrong, proof).has_value());
      }
      if (from < to) {
        ASSERT_FALSE(check_consistency(now, old, proof).has_value());
      }
      for (std::size_t other = 1; other <= 33; ++other) {
        if (other == from || from == 0) continue;
        ASSERT_FALSE(check_consistency({other, old.root}, now, proof).has_value());
      }
    }
  }
}

// What is cut off, added, swapped or changed in a proof breaks it.
template <class Check>
void expect_only(const std::vector<Hash>& proof, const Check& check) {
  auto longer = proof;
  longer.push_back(crypto::sha256(view("more")));
  EXPECT_FALSE(check(longer));
  longer = proof;
  longer.insert(longer.begin(), crypto::sha256(view("more")));
  EXPECT_FALSE(check(longer));
  for (std::size_t i = 0; i < proof.size(); ++i) {
    auto changed = proof;
    changed[i][i % 32] ^= 1;
    EXPECT_FALSE(check(changed));
    changed = proof;
    changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(i));
    EXPECT_FALSE(check(changed));
    if (i == 0) continue;
    changed = proof;
    std::swap(changed[i - 1], changed[i]);
    EXPECT_FALSE(check(changed));
  }
}

TEST(Tree, AChangedProofDoesNotHold) {
  const auto [tree, leaves] = grown(200);
  std::mt19937_64 random(1);
  for (int round = 0; round < 200; ++round) {
    const std::uint64_t to = 2 + random() % 199;
    const std::uint64_t from = 1 + random() % (to - 1);
    expect_only(tree.consistency(from, to), [&](const auto& proof) {
      return check_consistency(tree.head_at(from), tree.head_at(to), proof).has_value();
    });
    expect_only(tree.inclusion(from, to), [&](const auto& proof) {
      return check_inclusion(leaves[from], from, tree.head_at(to), proof).has_value();
    });
  }
}

TEST(Tree, HugeSizesInAProofAreRefusedAtOnce) {
  const std::uint64_t huge = ~std::uint64_t{0};
  const std::vector<Hash> proof(64);
  EXPECT_TRUE(check_inclusion({}, huge - 1, {huge, {}}, proof).error().is(codes::kInclusionWrong));
  EXPECT_TRUE(check_inclusion({}, huge, {huge, {}}, {}).error().is(codes::kInclusionWrong));
  EXPECT_TRUE(
      check_consistency({huge - 1, {}}, {huge, {}}, proof).error().is(codes::kConsistencyWrong));
  EXPECT_TRUE(check_consistency({std::uint64_t{1} << 63, {}}, {huge, {}}, {})
                  .error()
                  .is(codes::kConsistencyWrong));
}

TEST(Tree, AskingBeyondItsSizeIsAFaultOfTheCaller) {
  const auto tree = grown(3).tree;
  EXPECT_THROW(tree.head_at(4), std::out_of_range);
  EXPECT_THROW(tree.inclusion(3, 3), std::out_of_range);
  EXPECT_THROW(tree.inclusion(0, 4), std::out_of_range);
  EXPECT_THROW(tree.consistency(3, 2), std::out_of_range);
  EXPECT_THROW(tree.leaf(3), std::out_of_range);
}

}  // namespace
}  // namespace hp::journal
