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
            "c2996c915648d07f95a6b03bc20cbedbbcb415250074f42163b837e44d470b07");
  EXPECT_EQ(hash_of(minutes::examples::secretary()),
            "2003edc01dda6d2152aff80627467039d8fd20a9883888b4a8c0f7a8b17d7221");
  EXPECT_EQ(hash_of(minutes::examples::delegates()),
            "eaae9f9db8cff5a68bad9ab2062e9c9fe57b80063707cae66cd5231f5a7cc787");
  EXPECT_EQ(hash_of(minutes::examples::tie_ballot()),
            "cfc3c0f2b3381a6bb0867969b273122a8d63c64dc9b4499ef6603c5809fd8fdc");
  EXPECT_EQ(hash_of(minutes::examples::opinion()),
            "e2eb50ef4725ff0bbcda7818913be7dcc3213bd2bbf114cd3f05c2ff28fb6c82");
  EXPECT_EQ(hash_of(minutes::examples::moved_to_paper()),
            "53530c00ff73b17d8c10093fcc8270143ff32311c3e7367249cd135a13d2f393");
  EXPECT_EQ(hash_of(minutes::examples::election()),
            "2f0d94eaf3631e11f5cf64582d50d132d1c4b32391d05d0c63c5f1eb9815ad42");
}

}  // namespace
}  // namespace hp::attest
