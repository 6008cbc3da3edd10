#include "attest/sign.h"

#include <gtest/gtest.h>

#include "attest/codes.h"
#include "attest/test_kit.h"
#include "base/hex.h"
#include "pdf/signed.h"

namespace hp::attest {
namespace {

using testing::code_of;
using testing::Hall;
using testing::kDayMs;

class Signing : public ::testing::Test {
 protected:
  Result<Bytes> sign_as(ByteView paper, const std::string& field, const std::string& name,
                        const std::string& uid, pki::Validity validity) const {
    return hall_.sign(paper, field,
                      hall_.authority().person(name, uid, pki::KeyKind::kP256, validity));
  }
  const minutes::Model model_ = minutes::examples::committee();
  const Hall hall_{model_};
  const Bytes sealed_ = hall_.sign(hall_.blank(), "seal").value();
  const std::string head_ = model_.counters.head.name;
};

TEST_F(Signing, BeginsWithTheSeal) {
  EXPECT_EQ(code_of(hall_.sign(hall_.blank(), "head")), "minutes_seal_first");
}

TEST_F(Signing, TouchesNothingThatStands) {
  const Bytes more = hall_.sign(sealed_, "head").value();
  EXPECT_TRUE(equal(ByteView(more).first(sealed_.size()), sealed_));
}

TEST_F(Signing, IsForTheOneWhoIsExpected) {
  EXPECT_EQ(code_of(hall_.sign(sealed_, "head", hall_.person("presidium"))),
            "minutes_signer_other");
  EXPECT_EQ(code_of(hall_.sign(sealed_, "head", hall_.person("seal"))), "minutes_signer_twice");
  EXPECT_EQ(code_of(sign_as(sealed_, "head", head_, "", hall_.year())), "good");
  EXPECT_EQ(code_of(sign_as(sealed_, "head", "Người khác", "", hall_.year())),
            "minutes_signer_other");
  // A certificate of the congress's own authority counts by its id, not by the name in it.
  EXPECT_EQ(code_of(sign_as(sealed_, "head", head_, pki::uid_of_person({}, "x"), hall_.year())),
            "minutes_signer_other");
}

// The same key, as a point and as a compressed point.
Bytes compressed(const Bytes& key) {
  Bytes out = from_hex("3039301306072a8648ce3d020106082a8648ce3d030107032200").value();
  out.push_back((key.back() & 1) != 0 ? 3 : 2);
  out.insert(out.end(), key.begin() + 27, key.begin() + 59);
  return out;
}

TEST_F(Signing, ByOneKeyForTwoPeopleIsRefusedBeforeItIsDone) {
  const pki::testing::Person& head = hall_.person("head");
  const auto& presidium = model_.completion.presidium;
  const auto second = [&](const Bytes& key) {
    const pki::Subject who{presidium.name, pki::uid_of_person(model_.congress.id, presidium.id),
                           ""};
    return pki::testing::Person{
        head.key,
        issue(hall_.authority().root, hall_.authority().key, key, who, hall_.year()).value()};
  };
  const Bytes key = head.key.public_key();
  const Bytes paper = hall_.sign(sealed_, "head").value();
  EXPECT_EQ(code_of(hall_.sign(paper, "presidium", second(key))), "minutes_signer_twice");
  EXPECT_EQ(code_of(hall_.sign(paper, "presidium", second(compressed(key)))),
            "minutes_signer_twice");
  EXPECT_EQ(code_of(hall_.sign(paper, "presidium")), "good");
}

TEST_F(Signing, IsOnceInAPlaceThatIsThere) {
  const Bytes more = hall_.sign(sealed_, "head").value();
  EXPECT_EQ(code_of(hall_.sign(more, "head")), "minutes_signed_already");
  EXPECT_EQ(code_of(hall_.sign(sealed_, "member_99", hall_.person("head"))),
            "minutes_no_such_field");
}

TEST_F(Signing, IsWithACertificateThatWasValidAtTheCongress) {
  const std::uint64_t at = hall_.at().value;
  const std::string uid = pki::uid_of_person(model_.congress.id, model_.counters.head.id);
  EXPECT_EQ(code_of(sign_as(sealed_, "head", head_, uid, {{at - 9 * kDayMs}, {at - kDayMs}})),
            "certificate_expired");
  EXPECT_EQ(code_of(sign_as(sealed_, "head", head_, uid, {{at + kDayMs}, {at + 9 * kDayMs}})),
            "certificate_not_yet");
}

TEST_F(Signing, TakesNoValueOfAnotherKeyOrForAnotherRevision) {
  const auto& head = hall_.person("head");
  const Who who{"head", head.certificate};
  Turn turn = begin_paper(sealed_, who, hall_.against(), hall_.at()).value();
  EXPECT_EQ(code_of(finish_paper(turn, hall_.person("presidium").key.sign(turn.attributes))),
            "cms_signature");
  const Bytes more = hall_.sign(sealed_, "presidium").value();
  Turn later = begin_paper(more, who, hall_.against(), hall_.at()).value();
  EXPECT_EQ(code_of(finish_paper(later, head.key.sign(turn.attributes))), "cms_signature");
  EXPECT_EQ(code_of(finish_paper(later, {})), "cms_signature");
  EXPECT_EQ(code_of(finish_paper(later, head.key.sign(later.attributes))), "good");
}

TEST_F(Signing, ElsewhereIsTakenWhereItAddsOneSignatureToOurBytes) {
  const Bytes theirs = hall_.sign(sealed_, "head").value();
  EXPECT_EQ(code_of(check_upload(sealed_, theirs, hall_.against())), "good");
  EXPECT_EQ(code_of(check_upload(sealed_, sealed_, hall_.against())), "minutes_upload_other");
  EXPECT_EQ(code_of(check_upload(theirs, sealed_, hall_.against())), "minutes_upload_other");
  const Bytes two = hall_.sign(theirs, "presidium").value();
  EXPECT_EQ(code_of(check_upload(sealed_, two, hall_.against())), "minutes_upload_other");
  Bytes changed = theirs;
  changed[100] ^= 1;
  EXPECT_EQ(code_of(check_upload(sealed_, changed, hall_.against())), "minutes_upload_other");
}

// The official downloads the prepared copy, lets openssl make the CMS, and puts it in.
TEST_F(Signing, ByOpensslElsewhereIsTaken) {
  const Hall hall(model_, pki::KeyKind::kRsa3072);
  const Bytes sealed = hall.sign(hall.blank(), "seal").value();
  pdf::SignatureRequest request;
  request.field = "head";
  request.at = hall.at();
  pdf::Unsigned open = pdf::begin_signature(sealed, request, pdf::testing::fonts()).value();
  const pki::testing::Folder folder;
  Bytes content(open.file.begin(), open.file.begin() + static_cast<std::ptrdiff_t>(open.range[1]));
  append(content, ByteView(open.file).subspan(open.range[2], open.range[3]));
  folder.put("content", content);
  folder.put("key.pem", hall.person("head").key.pem(view("x")));
  folder.put("cert.pem", view(hall.person("head").certificate.pem()));
  const auto said = folder.run(
      "openssl cms -sign -cades -binary -md sha256 -in content -outform DER -out cms "
      "-signer cert.pem -inkey key.pem -passin pass:x -nosmimecap");
  ASSERT_EQ(said.status, 0) << said.text;
  const Bytes theirs = pdf::finish_signature(std::move(open), folder.get("cms")).value();
  EXPECT_EQ(code_of(check_upload(sealed, theirs, hall.against())), "good");
}

TEST_F(Signing, IsSeenAsValidByOpensslOnEachRange) {
  const Bytes paper = hall_.signed_by_all();
  const pki::testing::Folder folder;
  folder.put("root.pem", view(hall_.authority().root.pem()));
  const pdf::Signed read = pdf::read_signed(paper).value();
  ASSERT_EQ(read.signatures.size(), expected_signers(model_).size());
  for (const pdf::Signature& one : read.signatures) {
    Bytes content = to_bytes(ByteView(paper).subspan(one.range[0], one.range[1]));
    append(content, ByteView(paper).subspan(one.range[2], one.range[3]));
    folder.put("content", content);
    folder.put("cms", one.contents);
    const auto said = folder.run(
        "openssl cms -verify -cades -binary -inform DER -in cms -content content -CAfile root.pem "
        "-purpose any -attime " +
        std::to_string(hall_.at().value / 1000) + " -out /dev/null");
    EXPECT_EQ(said.status, 0) << one.field << said.text;
  }
}

}  // namespace
}  // namespace hp::attest
