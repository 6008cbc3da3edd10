#include <gtest/gtest.h>

#include "congress/codes.h"
#include "congress/contest_codes.h"
#include "congress/contest_env.h"
#include "congress/testing/entries.h"
#include "congress/testing/expect.h"

namespace hp::congress {
namespace {

v1::Command void_command(const std::string& card) {
  v1::Command command;
  command.mutable_void_cards()->add_keys(test_point(card));
  command.mutable_void_cards()->set_reason("Thẻ in hỏng");
  return command;
}

TEST(Cards, AreAddedByEachRegistration) {
  TestCongress congress = TestCongress::with_roll(2);
  congress.must(register_cards_command({"k1", "k2"}), {"r1", "r2"});
  congress.must(register_cards_command({"k3"}), {"r1", "r2"});
  EXPECT_EQ(live_cards(congress.state), 3u);
}

TEST(Cards, AreRegisteredOnceAndInOrder) {
  TestCongress congress = TestCongress::with_roll(2);
  congress.must(register_cards_command({"k1", "k2"}), {"r1", "r2"});
  EXPECT_REFUSED(congress.check(register_cards_command({"k2", "k3"}), {"r1", "r2"}),
                 codes::kKeyTaken, "keys[0]");
  v1::Command twice = register_cards_command({"k4"});
  twice.mutable_register_cards()->add_keys(test_point("k4"));
  EXPECT_REFUSED(congress.check(twice, {"r1", "r2"}), codes::kCardsNotSorted, "keys[1]");
}

TEST(Cards, AnOfficialsKeyIsNoCard) {
  EXPECT_REFUSED(TestCongress::with_roll(2).check(register_cards_command({"r1"}), {"r1", "r2"}),
                 codes::kKeyTaken, "keys[0]");
}

TEST(Cards, ACardIsNoOfficialsKey) {
  TestCongress congress = TestCongress::with_roll(2);
  congress.must(register_cards_command({"x"}), {"r1", "r2"});
  EXPECT_REFUSED(congress.check(enrol_command("x", {v1::ROLE_HELPER}), {"s1", "p1", "x"}),
                 codes::kKeyTaken, "official.key");
}

TEST(Cards, AVoidCardStaysVoid) {
  TestCongress congress = TestCongress::with_roll(2);
  congress.must(register_cards_command({"k1", "k2"}), {"r1", "r2"});
  congress.must(void_command("k1"), {"r1", "r2"});
  EXPECT_EQ(live_cards(congress.state), 1u);
  EXPECT_REFUSED(congress.check(void_command("k1"), {"r1", "r2"}), codes::kCardVoid, "keys[0]");
  EXPECT_REFUSED(congress.check(register_cards_command({"k1"}), {"r1", "r2"}), codes::kKeyTaken,
                 "keys[0]");
  EXPECT_REFUSED(congress.check(void_command("k9"), {"r1", "r2"}), codes::kCardUnknown, "keys[0]");
}

}  // namespace
}  // namespace hp::congress
