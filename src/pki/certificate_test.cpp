#include "pki/certificate.h"

#include <gtest/gtest.h>

#include "crypto/hash.h"
#include "pki/codes.h"
#include "pki/test_kit.h"

namespace hp::pki {
namespace {

using testing::Authority;
using testing::Folder;
using testing::kYear;
using testing::Person;

TEST(Certificates, SayWhomTheyNameAndWhen) {
  const Hash congress = crypto::sha256(view("đại hội"));
  const Authority authority;
  const Person person = authority.person("Trần Thị Bích Hường", uid_of_person(congress, "CL-007"));
  const Subject subject = person.certificate.subject();
  EXPECT_EQ(subject.common_name, "Trần Thị Bích Hường");
  EXPECT_EQ(subject.uid, uid_of_person(congress, "CL-007"));
  EXPECT_EQ(subject.organisation, "Đảng bộ thử nghiệm");
  EXPECT_EQ(person.certificate.validity().from, kYear.from);
  EXPECT_EQ(person.certificate.validity().to, kYear.to);
  EXPECT_TRUE(person.certificate.may_sign_documents());
  EXPECT_FALSE(person.certificate.is_authority());
  EXPECT_TRUE(authority.root.is_authority());
  EXPECT_FALSE(authority.root.may_sign_documents());
}

TEST(Certificates, AreTheSameOutOfPemAndDer) {
  const Authority authority;
  const Certificate& root = authority.root;
  EXPECT_EQ(Certificate::from_pem(root.pem()).value().der(), root.der());
  EXPECT_EQ(Certificate::from_der(root.der()).value().fingerprint(), root.fingerprint());
  EXPECT_EQ(certificates_of_pem(root.pem() + root.pem()).value().size(), 2U);
  EXPECT_EQ(Certificate::from_pem("không").error().code->name, "certificate_form");
  Bytes more = root.der();
  more.push_back(0);
  EXPECT_EQ(Certificate::from_der(more).error().code->name, "certificate_form");
}

TEST(Certificates, HaveKeysThatAreLongEnough) {
  const Folder folder;
  const auto made = folder.run(
      "openssl req -x509 -newkey rsa:1024 -nodes -keyout /dev/null -out short.pem -subj /CN=A");
  ASSERT_EQ(made.status, 0) << made.text;
  EXPECT_EQ(Certificate::from_pem(chars(folder.get("short.pem"))).error().code->name,
            "certificate_key");
}

TEST(Certificates, PassTheRulesOfOpenssl) {
  const Authority authority;
  const Folder folder;
  folder.put("root.pem", view(authority.root.pem()));
  folder.put("person.pem", view(authority.person("A").certificate.pem()));
  const auto said =
      folder.run("openssl verify -x509_strict -attime 1595898000 -CAfile root.pem person.pem");
  EXPECT_EQ(said.status, 0) << said.text;
}

TEST(Certificates, CutNamesThatX520WouldRefuse) {
  const Authority authority;
  std::string name;
  for (int i = 0; i < 100; ++i) name += "Ạ";
  EXPECT_EQ(authority.person(name).certificate.subject().common_name.size(), 64U * 3);
}

TEST(Certificates, AreIssuedByTheAuthoritysKeyAlone) {
  const Authority authority, other;
  const auto issued = issue(authority.root, other.key, other.key.public_key(), {}, kYear);
  ASSERT_FALSE(issued.has_value());
  EXPECT_EQ(issued.error().code->name, "signing_key_other");
}

TEST(Requests, ProveThatWhoAsksHasTheKey) {
  const PrivateKey key = PrivateKey::generate(KeyKind::kP256);
  const Bytes request = make_request(key, {"Lê Văn C", "CL-9", ""});
  const Request read = read_request(request).value();
  EXPECT_EQ(read.subject.common_name, "Lê Văn C");
  EXPECT_EQ(read.subject.uid, "CL-9");
  EXPECT_EQ(read.public_key, key.public_key());
  Bytes changed = request;
  changed.back() ^= 1;
  EXPECT_EQ(read_request(changed).error().code->name, "certificate_request");
  EXPECT_EQ(read_request(view("không")).error().code->name, "certificate_request");
}

TEST(PrivateKeys, ComeBackFromTheirFileWithThePassphraseAlone) {
  const PrivateKey key = PrivateKey::generate(KeyKind::kP256);
  const crypto::Secret file = key.pem(view("cụm mật khẩu"));
  EXPECT_EQ(PrivateKey::from_pem(chars(file), view("cụm mật khẩu")).value().public_key(),
            key.public_key());
  EXPECT_EQ(PrivateKey::from_pem(chars(file), view("khác")).error().code->name, "signing_key");
  EXPECT_EQ(PrivateKey::from_pem(chars(file), {}).error().code->name, "signing_key");
}

}  // namespace
}  // namespace hp::pki
