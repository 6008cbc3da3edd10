#include "pki/cms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "crypto/hash.h"
#include "pki/codes.h"
#include "pki/test_kit.h"

namespace hp::pki {
namespace {

using testing::Authority;
using testing::Folder;
using testing::kCongressDay;
using testing::kDayMs;
using testing::kYear;
using testing::Person;

const std::string kContent = "{\"votes\":[120,98]}";
Hash digest() {
  return crypto::sha256(view(kContent));
}

Result<Bytes> signature_of(const Person& person, const Hash& content = digest()) {
  HP_ASSIGN(const Bytes attributes, cms_attributes(content, person.certificate));
  return cms_finish(content, person.certificate, {}, person.key.sign(attributes));
}

std::string code_of(const Result<CmsSigner>& result) {
  return result.has_value() ? "good" : std::string(result.error().code->name);
}

TEST(Cms, IsTakenByOurCheckAndByOpenssl) {
  const Authority authority;
  for (const KeyKind kind : {KeyKind::kRsa3072, KeyKind::kP256}) {
    const Person person = authority.person("Nguyễn Văn A", "uid-a", kind);
    const Bytes cms = signature_of(person).value();
    const auto signer = cms_check(cms, digest(), {{authority.root}, kCongressDay});
    ASSERT_EQ(code_of(signer), "good");
    EXPECT_EQ(signer->certificate.subject().common_name, "Nguyễn Văn A");
    EXPECT_FALSE(signer->signing_time);
    EXPECT_FALSE(signer->timestamped.has_value());

    const Folder folder;
    folder.put("content", view(kContent));
    folder.put("cms", cms);
    folder.put("root.pem", view(authority.root.pem()));
    const auto said = folder.run(
        "openssl cms -verify -cades -binary -inform DER -in cms -content content -CAfile root.pem "
        "-purpose any -attime 1595898000 -out /dev/null");
    EXPECT_EQ(said.status, 0) << said.text;
  }
}

TEST(Cms, TheSameContentAndCertificateGiveTheSameAttributes) {
  const Authority authority;
  const Person person = authority.person("A");
  EXPECT_EQ(cms_attributes(digest(), person.certificate).value(),
            cms_attributes(digest(), person.certificate).value());
}

TEST(Cms, OfAnotherContentIsRefused) {
  const Authority authority;
  const Bytes cms = signature_of(authority.person("A")).value();
  EXPECT_EQ(code_of(cms_check(cms, crypto::sha256(view("{}")), {{authority.root}, kCongressDay})),
            "cms_content");
}

TEST(Cms, IsNotMadeOfAValueByAnotherKey) {
  const Authority authority;
  const Person person = authority.person("A");
  const Person other = authority.person("B");
  const Bytes attributes = cms_attributes(digest(), person.certificate).value();
  const auto made = cms_finish(digest(), person.certificate, {}, other.key.sign(attributes));
  ASSERT_FALSE(made.has_value());
  EXPECT_EQ(made.error().code->name, "cms_signature");
}

TEST(Cms, IsNotMadeWithACertificateThatMayNotSign) {
  const Authority authority;
  const auto of_authority = cms_attributes(digest(), authority.root);
  ASSERT_FALSE(of_authority.has_value());
  EXPECT_EQ(of_authority.error().code->name, "certificate_usage");
}

TEST(Cms, CountsAtTheTimeOfTheCongress) {
  const Authority authority;
  const Bytes cms = signature_of(authority.person("A")).value();
  const auto at = [&](UnixMs time) {
    return code_of(cms_check(cms, digest(), {{authority.root}, time}));
  };
  EXPECT_EQ(at({kYear.from.value - kDayMs}), "certificate_not_yet");
  EXPECT_EQ(at({kYear.from.value + kDayMs}), "good");
  EXPECT_EQ(at({kYear.to.value + kDayMs}), "certificate_expired");
}

TEST(Cms, UnderAnotherRootIsRefused) {
  const Authority authority, other;
  const Bytes cms = signature_of(authority.person("A")).value();
  EXPECT_EQ(code_of(cms_check(cms, digest(), {{other.root}, kCongressDay})),
            "certificate_untrusted");
  EXPECT_EQ(code_of(cms_check(cms, digest(), {{}, kCongressDay})), "certificate_untrusted");
}

TEST(Cms, WithAnyByteChangedIsRefusedOrSaysTheSame) {
  const Authority authority;
  const Person person = authority.person("A", "uid-a");
  const Bytes cms = signature_of(person).value();
  int refused = 0;
  for (std::size_t i = 0; i < cms.size(); ++i) {
    Bytes changed = cms;
    changed[i] ^= 0x04;
    const auto checked = cms_check(changed, digest(), {{authority.root}, kCongressDay});
    if (!checked.has_value()) {
      ++refused;
    } else {
      // Bytes that nothing signs, such as the version or a NULL of an algorithm: the signer and
      // the content are what they were.
      EXPECT_EQ(checked->certificate.fingerprint(), person.certificate.fingerprint()) << i;
    }
  }
  EXPECT_GT(refused, static_cast<int>(cms.size()) * 95 / 100);
}

TEST(Cms, CutShortOrFollowedByMoreIsRefused) {
  const Authority authority;
  const Bytes cms = signature_of(authority.person("A")).value();
  const Trust trust{{authority.root}, kCongressDay};
  for (std::size_t size = 0; size < cms.size(); size += 7) {
    EXPECT_EQ(code_of(cms_check(ByteView(cms).first(size), digest(), trust)), "cms_form") << size;
  }
  Bytes longer = cms;
  longer.push_back(0);
  EXPECT_EQ(code_of(cms_check(longer, digest(), trust)), "cms_form");
}

TEST(Cms, MadeByOpensslWithCadesIsTaken) {
  const Authority authority;
  const Person person = authority.person("Nguyễn Văn A", "", KeyKind::kRsa3072);
  const Folder folder;
  folder.put("content", view(kContent));
  folder.put("key.pem", person.key.pem(view("mật khẩu")));
  folder.put("cert.pem", view(person.certificate.pem()));
  const auto said = folder.run(
      "openssl cms -sign -cades -binary -md sha256 -in content -outform DER -out cms "
      "-signer cert.pem -inkey key.pem -passin 'pass:mật khẩu' -nosmimecap");
  ASSERT_EQ(said.status, 0) << said.text;
  const auto signer = cms_check(folder.get("cms"), digest(), {{authority.root}, kCongressDay});
  ASSERT_EQ(code_of(signer), "good");
  EXPECT_TRUE(signer->signing_time);
}

TEST(Cms, WithoutItsCertificateBoundIsRefused) {
  const Authority authority;
  const Person person = authority.person("A");
  const Folder folder;
  folder.put("content", view(kContent));
  folder.put("key.pem", person.key.pem(view("x")));
  folder.put("cert.pem", view(person.certificate.pem()));
  const Trust trust{{authority.root}, kCongressDay};
  const std::string sign =
      "openssl cms -sign -binary -in content -outform DER -out cms -signer cert.pem "
      "-inkey key.pem -passin pass:x ";
  ASSERT_EQ(folder.run(sign + "-md sha256").status, 0);
  EXPECT_EQ(code_of(cms_check(folder.get("cms"), digest(), trust)), "cms_certificate");
  ASSERT_EQ(folder.run(sign + "-cades -md sha512").status, 0);
  EXPECT_EQ(code_of(cms_check(folder.get("cms"), digest(), trust)), "cms_digest");
  ASSERT_EQ(folder.run(sign + "-cades -md sha256 -nodetach").status, 0);
  EXPECT_EQ(code_of(cms_check(folder.get("cms"), digest(), trust)), "cms_form");
  ASSERT_EQ(folder.run(sign + "-cades -md sha256 -nocerts").status, 0);
  EXPECT_EQ(code_of(cms_check(folder.get("cms"), digest(), trust)), "cms_form");
}

}  // namespace
}  // namespace hp::pki
