// The same document gives the same bytes in every build: the release build and that under the
// sanitizers run this, with other optimisation and other memory. A meant change of the maker
// changes these, and then papers that were signed before are no longer recognised: see
// docs/decisions/signed-minutes.md.
#include <gtest/gtest.h>

#include "base/hex.h"
#include "pdf/digest.h"
#include "pdf/make.h"
#include "pdf/sample.h"
#include "pdf/test_support.h"

namespace hp::pdf {
namespace {

std::string hash_of(const Document& document) {
  return to_hex(sha256(make(document, testing::fonts()).value()));
}

TEST(Bytes, AreTheSameInEveryBuild) {
  EXPECT_EQ(hash_of(testing::sample(30, 31)),
            "6384e5a38c74bc3b9af5ae2aa8dedcc5cb570e2e97d0ba2d0b1294eb69ab58d2");
  EXPECT_EQ(hash_of(testing::sample(250, 3)),
            "0616cc8797a4003e46e3c42a33375221b43865f6b6d6926704555478bb4c1720");
  EXPECT_EQ(hash_of(testing::ballot_sample()),
            "83cb7c3c33654b3ad6a051f24810e4ba41b9de0c234ea220336506f4f9b037cb");
}

}  // namespace
}  // namespace hp::pdf
