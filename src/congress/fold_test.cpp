#include <gtest/gtest.h>

#include "base/hex.h"
#include "congress/codes.h"
#include "congress/dump.h"
#include "congress/testing/entries.h"
#include "congress/testing/expect.h"
#include "journal/tree.h"

namespace hp::congress {
namespace {

TEST(Fold, TwoFoldsOfOneJournalGiveEqualBytes) {
  EXPECT_EQ(dump(TestCongress::present(6).state), dump(TestCongress::present(6).state));
  EXPECT_NE(dump(TestCongress::present(6).state), dump(TestCongress::present(5).state));
}

TEST(Fold, ARefusedCommandLeavesNoTrace) {
  TestCongress congress = TestCongress::with_roll(2);
  const std::string before = dump(congress.state);
  ASSERT_FALSE(congress.send(arrived_command("d1"), {"p1"}).has_value());
  EXPECT_EQ(dump(congress.state), before);
}

TEST(Fold, ACommandIdStandsForOnePayload) {
  TestCongress congress = TestCongress::with_roll(2);
  v1::Command command = arrived_command("d1");
  command.set_command_id("0123456789abcdef");
  const Entry first = congress.entry(command, {"r1"});
  apply(congress.state, first);
  EXPECT_REFUSED(check(congress.state, first), codes::kCommandAgain, "command_id");
  v1::Command other = arrived_command("d2");
  other.set_command_id("0123456789abcdef");
  EXPECT_REFUSED(congress.check(other, {"r1"}), codes::kCommandIdUsed, "command_id");
}

TEST(Fold, ACommandOfAnotherCongressIsRefused) {
  v1::Command command = arrived_command("d1");
  command.set_congress_id(std::string(32, 'x'));
  EXPECT_REFUSED(TestCongress::with_roll(2).check(command, {"r1"}), codes::kOtherCongress,
                 "congress_id");
}

TEST(Fold, WhatTheSignersSawMustBeAPrefixOfThisRecord) {
  const TestCongress congress = TestCongress::with_roll(2);
  v1::Command command = arrived_command("d1");
  command.mutable_seen()->set_size(congress.state.size);
  command.mutable_seen()->set_root(std::string(32, 'x'));
  EXPECT_REFUSED(congress.check(command, {"r1"}), codes::kSeenNotPrefix, "seen");
  command.mutable_seen()->set_size(congress.state.size + 1);
  EXPECT_REFUSED(congress.check(command, {"r1"}), codes::kSeenNotPrefix, "seen");
}

TEST(Fold, AnArrivalKeptBackFromBeforeTheConfirmationIsStale) {
  TestCongress congress = TestCongress::enrolled();
  congress.must(import_command(2), {"r1"});
  v1::Command command = arrived_command("d1");
  command.mutable_seen()->set_size(congress.state.size);
  command.mutable_seen()->set_root(to_string(congress.state.roots.back()));
  congress.must(confirm_roll_command(congress.state), {"r1", "r2"});
  EXPECT_REFUSED(congress.check(command, {"r1"}), codes::kSeenStale, "seen");
}

TEST(Fold, NothingFollowsTheCloseOfTheCongress) {
  TestCongress congress = TestCongress::with_roll(2);
  v1::Command close;
  close.mutable_close_congress();
  congress.must(close, {"p1", "s1"});
  EXPECT_REFUSED(congress.check(arrived_command("d1"), {"r1"}), codes::kCongressClosed, "");
}

TEST(Fold, OnlyABallotHasNoTime) {
  const TestCongress congress = TestCongress::with_roll(2);
  Entry entry = congress.entry(arrived_command("d1"), {"r1"});
  entry.command.set_signed_at(0);
  EXPECT_REFUSED(check(congress.state, entry), codes::kCommandField, "signed_at");
}

TEST(Frontier, RootsAreThoseOfRfc6962) {
  // Roots of the first test vectors of RFC 6962 implementations: leaves "", 00, 10.
  Frontier frontier;
  EXPECT_EQ(to_hex(root_of(frontier)),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  append(frontier, journal::leaf_hash({}));
  EXPECT_EQ(to_hex(root_of(frontier)),
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  append(frontier, journal::leaf_hash(Bytes{0x00}));
  EXPECT_EQ(to_hex(root_of(frontier)),
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
  append(frontier, journal::leaf_hash(Bytes{0x10}));
  EXPECT_EQ(to_hex(root_of(frontier)),
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77");
}

}  // namespace
}  // namespace hp::congress
