// From signed bytes to the state, with real keys.
#include "congress/prepare.h"

#include <gtest/gtest.h>

#include "congress/codes.h"
#include "congress/dump.h"
#include "congress/testing/entries.h"
#include "congress/testing/expect.h"
#include "congress/testing/signer.h"
#include "crypto/hash.h"
#include "journal/canonical.h"
#include "journal/codes.h"

namespace hp::congress {
namespace {

// A congress of two secretaries with real keys, and the bytes of its journal.
struct Founded {
  TestSigner s1, s2, other;
  Fold fold;
  std::vector<Bytes> journal;

  v1::Command founding() const {
    v1::Command command = found_command();
    auto& officials = *command.mutable_found_congress()->mutable_officials();
    officials[0].set_key(to_string(s1.point()));
    officials[1].set_key(to_string(s2.point()));
    command.set_command_id("0123456789abcdef");
    command.set_signed_at(1);
    return command;
  }
  v1::Command next(v1::Command command) const {
    std::string id = std::to_string(fold.state().size);
    id.resize(16, '#');
    command.set_command_id(id);
    command.set_congress_id(to_string(fold.state().congress_id));
    command.set_signed_at(2);
    command.mutable_seen()->set_size(fold.state().size);
    command.mutable_seen()->set_root(to_string(fold.state().roots.back()));
    return command;
  }
  Result<void> add(const Bytes& envelope) {
    HP_TRY(fold.add(envelope, BallotChecking::kFull));
    journal.push_back(envelope);
    return {};
  }
};

TEST(Prepare, ASignedFoundingIsFolded) {
  Founded c;
  EXPECT_TAKEN(c.add(sealed(c.founding(), {&c.s1, &c.s2})));
  EXPECT_EQ(c.fold.state().congress_id, crypto::sha256(journal::encode_canonical(c.founding())));
}

TEST(Prepare, TheSameJournalGivesTheSameStateAndRoot) {
  Founded c;
  ASSERT_TRUE(c.add(sealed(c.founding(), {&c.s1, &c.s2})));
  v1::Command enrol = enrol_command("p1", {v1::ROLE_PRESIDIUM});
  enrol.mutable_enrol_official()->mutable_official()->set_key(to_string(c.other.point()));
  EXPECT_TAKEN(c.add(sealed(c.next(enrol), {&c.s1, &c.s2, &c.other})));
  EXPECT_TAKEN(c.add(sealed(c.next(import_command(5)), {&c.s1})));
  Fold again;
  for (const Bytes& envelope : c.journal) {
    EXPECT_TAKEN(again.add(envelope, BallotChecking::kFull));
  }
  EXPECT_EQ(dump(again.state()), dump(c.fold.state()));
}

TEST(Prepare, ASignatureOverOtherBytesIsRefused) {
  Founded c;
  ASSERT_TRUE(c.add(sealed(c.founding(), {&c.s1, &c.s2})));
  v1::Envelope envelope;
  const Bytes good = sealed(c.next(import_command(5)), {&c.s1});
  ASSERT_TRUE(envelope.ParseFromArray(good.data(), static_cast<int>(good.size())));
  envelope.set_payload(to_string(journal::encode_canonical(c.next(import_command(6)))));
  EXPECT_REFUSED(c.add(journal::encode_canonical(envelope)), codes::kSignatureWrong,
                 "signatures[0].signature");
}

TEST(Prepare, AKeyThatNobodyHoldsIsRefused) {
  Founded c;
  ASSERT_TRUE(c.add(sealed(c.founding(), {&c.s1, &c.s2})));
  EXPECT_REFUSED(c.add(sealed(c.next(import_command(5)), {&c.other})), codes::kKeyUnknown,
                 "signatures[0].key_id");
}

TEST(Prepare, ASignatureThatFillsNoPlaceIsRefused) {
  Founded c;
  ASSERT_TRUE(c.add(sealed(c.founding(), {&c.s1, &c.s2})));
  EXPECT_REFUSED(c.add(sealed(c.next(import_command(5)), {&c.s1, &c.s2})),
                 codes::kSignersNotAllowed, "signatures");
}

TEST(Prepare, ANewKeyMustSignItself) {
  Founded c;
  ASSERT_TRUE(c.add(sealed(c.founding(), {&c.s1, &c.s2})));
  v1::Command enrol = enrol_command("p1", {v1::ROLE_PRESIDIUM});
  enrol.mutable_enrol_official()->mutable_official()->set_key(to_string(c.other.point()));
  EXPECT_REFUSED(c.add(sealed(c.next(enrol), {&c.s1, &c.s2})), codes::kSignersNotAllowed,
                 "signatures");
}

TEST(Prepare, ACardsKeyIsAPointOfTheCurve) {
  Founded c;
  ASSERT_TRUE(c.add(sealed(c.founding(), {&c.s1, &c.s2})));
  EXPECT_REFUSED(c.add(sealed(c.next(register_cards_command({"k1"})), {&c.s1})),
                 codes::kCommandField, "keys[0]");
}

TEST(Prepare, BytesThatAreNotCanonicalAreRefused) {
  Founded c;
  Bytes envelope = sealed(c.founding(), {&c.s1, &c.s2});
  envelope.push_back(0x78);
  envelope.push_back(0x01);
  EXPECT_REFUSED(c.add(envelope), codes::kFieldUnknown, "");
}

}  // namespace
}  // namespace hp::congress
