// The largest paper that the numbers of docs/performance.md speak of: 35 signatures.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "attest/large_minutes.h"
#include "attest/test_kit.h"

namespace hp::attest {
namespace {

using ::testing::IsEmpty;

TEST(LargePaper, WithThirtyFiveSignaturesHoldsInAMegabyte) {
  const testing::Hall hall(testing::large_minutes(30, 32));
  const Bytes paper = hall.signed_by_all();
  EXPECT_LE(paper.size(), 1'000'000U);
  const Checked checked = check_paper(paper, hall.against());
  EXPECT_THAT(testing::faults_of(checked), IsEmpty());
  EXPECT_EQ(checked.signatures.size(), 35U);
  EXPECT_THAT(checked.missing, IsEmpty());
}

TEST(LargePaper, OfThirtyNamesIsSmall) {
  EXPECT_LE(testing::Hall(testing::large_minutes(30, 2)).blank().size(), 100'000U);
}

}  // namespace
}  // namespace hp::attest
