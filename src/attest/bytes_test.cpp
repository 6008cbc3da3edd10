// The minutes of the examples give the same bytes in every build (as src/pdf/bytes_test.cpp says):
// what everybody who signs makes anew and compares.
#include <gtest/gtest.h>

#include "attest/test_kit.h"
#include "base/hex.h"
#include "crypto/hash.h"

namespace hp::attest {
namespace {

std::string hash_of(const Minutes& minutes) {
  return to_hex(crypto::sha256(make_pdf(minutes, pdf::testing::fonts()).value()));
}

TEST(MinutesBytes, AreTheSameInEveryBuild) {
  EXPECT_EQ(hash_of(minutes::examples::committee()),
            "fdb6647409524206049f4bad25a3dca040047cbd6d98be4599bacb7b5d71aa01");
  EXPECT_EQ(hash_of(minutes::examples::secretary()),
            "986550ec97ebe838faed2d00702e1d888c36287838add3337e6ab6f0d4b91b43");
  EXPECT_EQ(hash_of(minutes::examples::delegates()),
            "bbd59256aba46e265f94f515994f99da35bdc903437a83c502c4ee7b4350ecde");
  EXPECT_EQ(hash_of(minutes::examples::tie_ballot()),
            "134c36615e0b9cee9fe3a8b574faea459969746dbbd59ace0eb41d69d4b4c746");
  EXPECT_EQ(hash_of(minutes::examples::opinion()),
            "83e64f93a6d3f808504d82c2d230b1119c0b3b1c5e661aeb52e6b0f229d3cfc1");
  EXPECT_EQ(hash_of(minutes::examples::moved_to_paper()),
            "2bc9b31e4c3a93715fe442d4313e2ae9f2d24e0e956861a99d741ade3d3017b5");
  EXPECT_EQ(hash_of(minutes::examples::election()),
            "2f0d94eaf3631e11f5cf64582d50d132d1c4b32391d05d0c63c5f1eb9815ad42");
}

}  // namespace
}  // namespace hp::attest
