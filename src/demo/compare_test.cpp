#include "demo/compare.h"

#include <gtest/gtest.h>

namespace hp::demo {
namespace {

PlainResult plain() {
  PlainResult out;
  out.collected = 5;
  out.valid = 4;
  out.invalid = 1;
  out.votes = {4, 2, 2};
  out.elected = {1};
  out.tie = PlainTie{{2, 3}, 1};
  out.unfilled = 1;
  return out;
}

homphieu::v1::Outcome outcome() {
  homphieu::v1::Outcome out;
  out.mutable_total()->set_collected(5);
  out.mutable_total()->set_valid(4);
  out.mutable_total()->set_invalid(1);
  for (const std::uint32_t votes : {4u, 2u, 2u}) out.mutable_total()->add_votes(votes);
  out.add_elected(1);
  out.mutable_tie()->add_candidates(2);
  out.mutable_tie()->add_candidates(3);
  out.mutable_tie()->set_seats(1);
  out.set_unfilled(1);
  return out;
}

TEST(Compare, TheSameFiguresAreTheSame) {
  EXPECT_TRUE(compare(outcome(), plain()).has_value());
}

TEST(Compare, OneVoteMoreIsNamed) {
  auto record = outcome();
  record.mutable_total()->set_votes(1, 3);
  const auto compared = compare(record, plain());
  ASSERT_FALSE(compared.has_value());
  EXPECT_EQ(compared.error().where, "votes");
}

TEST(Compare, AnotherPersonElectedIsNamed) {
  auto record = outcome();
  record.set_elected(0, 2);
  EXPECT_EQ(compare(record, plain()).error().where, "elected");
}

TEST(Compare, ATieThatTheRecordHidesIsNamed) {
  auto record = outcome();
  record.clear_tie();
  EXPECT_EQ(compare(record, plain()).error().where, "tie");
}

}  // namespace
}  // namespace hp::demo
