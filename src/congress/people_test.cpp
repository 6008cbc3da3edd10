#include <gtest/gtest.h>

#include "congress/codes.h"
#include "congress/testing/entries.h"
#include "congress/testing/expect.h"
#include "crypto/hash.h"

namespace hp::congress {
namespace {

TEST(Founding, TwoOfTheSecretariatFoundACongress) {
  const TestCongress congress = TestCongress::founded();
  EXPECT_EQ(congress.state.size, 1u);
  EXPECT_TRUE(has_role(congress.state, "s1", v1::ROLE_SECRETARIAT));
  EXPECT_EQ(person_of_key(congress.state, test_key_id("s2"))->person, "s2");
}

TEST(Founding, TheCongressIdIsTheHashOfTheFoundingPayload) {
  const TestCongress before = TestCongress::empty();
  const Entry entry = before.entry(found_command(), {"s1", "s2"});
  EXPECT_EQ(TestCongress::founded().state.congress_id, crypto::sha256(entry.payload));
}

TEST(Founding, OneOfTheSecretariatIsTooFew) {
  v1::Command command = found_command();
  command.mutable_found_congress()->mutable_officials()->RemoveLast();
  EXPECT_REFUSED(TestCongress::empty().check(command, {"s1"}), codes::kTooFewLeft, "officials");
}

TEST(Founding, EveryFirstOfficialSigns) {
  EXPECT_REFUSED(TestCongress::empty().check(found_command(), {"s1"}), codes::kSignersNotAllowed,
                 "signatures");
}

TEST(Founding, ACongressIsFoundedOnce) {
  v1::Command again = found_command();
  EXPECT_REFUSED(TestCongress::founded().check(again, {"s1", "s2"}), codes::kAlreadyFounded, "");
}

TEST(Founding, NothingComesBeforeIt) {
  EXPECT_REFUSED(TestCongress::empty().check(import_command(1), {"s1"}), codes::kNotFounded, "");
}

TEST(Founding, AQuorumOfMoreWitnessesThanNamedIsRefused) {
  v1::Command command = found_command();
  command.mutable_found_congress()->set_witness_quorum(1);
  EXPECT_REFUSED(TestCongress::empty().check(command, {"s1", "s2"}), codes::kCommandField,
                 "witness_quorum");
}

TEST(Founding, DaysAscend) {
  v1::Command command = found_command();
  command.mutable_found_congress()->add_days("2020-07-27");
  EXPECT_REFUSED(TestCongress::empty().check(command, {"s1", "s2"}), codes::kCommandField,
                 "days[1]");
}

TEST(Enrolment, NeedsTheNewKeysOwnSignature) {
  const TestCongress congress = TestCongress::founded();
  const v1::Command command = enrol_command("p1", {v1::ROLE_PRESIDIUM});
  EXPECT_TAKEN(congress.check(command, {"s1", "s2", "p1"}));
  EXPECT_REFUSED(congress.check(command, {"s1", "s2"}), codes::kSignersNotAllowed, "signatures");
}

TEST(Enrolment, TakesThePresidiumsSignatureOnceThereIsOne) {
  const TestCongress congress = TestCongress::enrolled();
  const v1::Command command = enrol_command("x", {v1::ROLE_OBSERVER});
  EXPECT_TAKEN(congress.check(command, {"s1", "p1", "x"}));
  EXPECT_REFUSED(congress.check(command, {"s1", "s2", "x"}), codes::kSignersNotAllowed,
                 "signatures");
}

TEST(Enrolment, NobodyVouchesForTheOwnNewRole) {
  const TestCongress congress = TestCongress::enrolled();
  const v1::Command command = enrol_command("s1", {v1::ROLE_PRESIDIUM});
  EXPECT_REFUSED(congress.check(command, {"s1", "p1"}), codes::kSignersNotAllowed, "signatures");
  EXPECT_TAKEN(congress.check(command, {"s1", "s2", "p1"}));
}

TEST(Enrolment, ANewKeyKillsTheOldOneForEver) {
  TestCongress congress = TestCongress::enrolled();
  congress.must(enrol_command("r1", {v1::ROLE_CREDENTIALS}, 2), {"s1", "p1", "r1/2"});
  EXPECT_REFUSED(congress.check(import_command(1), {"r1"}), codes::kSignersNotAllowed,
                 "signatures");
  EXPECT_TAKEN(congress.check(import_command(1), {"r1/2"}));
  EXPECT_REFUSED(congress.check(enrol_command("r1", {v1::ROLE_CREDENTIALS}, 1), {"s1", "p1", "r1"}),
                 codes::kKeyTaken, "official.key");
}

TEST(Enrolment, AKeyBelongsToOnePerson) {
  v1::Command command = enrol_command("x", {v1::ROLE_HELPER});
  command.mutable_enrol_official()->mutable_official()->set_key(test_point("h1"));
  EXPECT_REFUSED(TestCongress::enrolled().check(command, {"s1", "p1", "h1"}), codes::kKeyTaken,
                 "official.key");
}

TEST(Enrolment, SecretariatAndCredentialsNeitherCountNorHoldAKey) {
  const TestCongress congress = TestCongress::enrolled();
  EXPECT_REFUSED(congress.check(enrol_command("r1", {v1::ROLE_COUNTING}), {"s1", "p1", "r1"}),
                 codes::kRolesExclude, "official.roles");
  EXPECT_REFUSED(congress.check(enrol_command("t1", {v1::ROLE_SECRETARIAT}), {"s1", "p1", "t1"}),
                 codes::kRolesExclude, "official.roles");
}

TEST(Enrolment, TheOnlyPresidiumsLostKeyIsReplacedByTwoOthersOfTheOffices) {
  TestCongress congress = TestCongress::enrolled();
  const v1::Command command = enrol_command("p1", {v1::ROLE_PRESIDIUM}, 2);
  EXPECT_REFUSED(congress.check(command, {"s1", "r1", "p1/2"}), codes::kSignersNotAllowed,
                 "signatures");
  congress.must(retire_command("p2", {v1::ROLE_PRESIDIUM}), {"s1", "p1"});
  EXPECT_TAKEN(congress.check(command, {"s1", "r1", "p1/2"}));
  EXPECT_REFUSED(congress.check(command, {"s1", "h1", "p1/2"}), codes::kSignersNotAllowed,
                 "signatures");
}

TEST(Enrolment, ALostKeyIsNoWayToANewRole) {
  TestCongress congress = TestCongress::enrolled();
  congress.must(retire_command("p2", {v1::ROLE_PRESIDIUM}), {"s1", "p1"});
  EXPECT_REFUSED(congress.check(enrol_command("p1", {v1::ROLE_PRESIDIUM, v1::ROLE_HELPER}, 2),
                                {"s1", "r1", "p1/2"}),
                 codes::kSignersNotAllowed, "signatures");
}

TEST(Retiring, LeavesTwoOfTheSecretariat) {
  EXPECT_REFUSED(
      TestCongress::enrolled().check(retire_command("s2", {v1::ROLE_SECRETARIAT}), {"s1", "p1"}),
      codes::kTooFewLeft, "roles");
}

TEST(Retiring, LeavesOneOfThePresidium) {
  TestCongress congress = TestCongress::enrolled();
  congress.must(retire_command("p2", {v1::ROLE_PRESIDIUM}), {"s1", "p1"});
  EXPECT_REFUSED(congress.check(retire_command("p1", {v1::ROLE_PRESIDIUM}), {"s1", "p1"}),
                 codes::kTooFewLeft, "roles");
}

TEST(Retiring, TakesTheRolesPowers) {
  TestCongress congress = TestCongress::enrolled();
  congress.must(retire_command("p2", {v1::ROLE_PRESIDIUM}), {"s1", "p1"});
  EXPECT_REFUSED(congress.check(enrol_command("x", {v1::ROLE_HELPER}), {"s1", "p2", "x"}),
                 codes::kSignersNotAllowed, "signatures");
}

}  // namespace
}  // namespace hp::congress
