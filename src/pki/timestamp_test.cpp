#include "pki/timestamp.h"

#include <gtest/gtest.h>

#include "base/hex.h"
#include "crypto/hash.h"
#include "pki/codes.h"
#include "pki/test_kit.h"

namespace hp::pki {
namespace {

using testing::Authority;
using testing::Folder;
using testing::Person;

const Hash kDigest = crypto::sha256(view("biên bản"));

constexpr std::string_view kOpensslTs = R"([tsa]
default_tsa = here
[here]
serial = serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ordering = no
tsa_name = no
ess_cert_id_chain = no
ess_cert_id_alg = sha256
)";

// `openssl ts` as the authority in the hall. It stamps with the time of today, so certificates
// here are valid today.
class Timestamps : public ::testing::Test {
 protected:
  static UnixMs now() { return SystemClock().now(); }
  static Validity today() {
    return {{now().value - testing::kDayMs}, {now().value + testing::kDayMs}};
  }
  static Authority authority_of_today() {
    Authority made;
    made.root = make_authority(made.key, {"Gốc", "", "Thử nghiệm"}, today());
    return made;
  }

  Timestamps()
      : person_(authority_.person("A", "", KeyKind::kP256, today())),
        stamper_(
            authority_.person("Dấu thời gian", "", KeyKind::kRsa3072, today(), Use::kTimestamps)) {
    const Bytes attributes = cms_attributes(kDigest, person_.certificate).value();
    cms_ = cms_finish(kDigest, person_.certificate, {}, person_.key.sign(attributes)).value();
    folder_.put("ts.cnf", view(kOpensslTs));
    folder_.put("serial", view("01"));
    folder_.put("key.pem", stamper_.key.pem(view("x")));
    folder_.put("cert.pem", view(stamper_.certificate.pem()));
    folder_.put("root.pem", view(authority_.root.pem()));
  }

  Bytes answer(ByteView request) {
    folder_.put("ask.tsq", request);
    const auto said = folder_.run(
        "openssl ts -reply -config ts.cnf -queryfile ask.tsq -signer cert.pem -inkey key.pem "
        "-passin pass:x -out answer.tsr");
    EXPECT_EQ(said.status, 0) << said.text;
    return folder_.get("answer.tsr");
  }
  Trust trust() const { return {{authority_.root}, now()}; }

  Authority authority_ = authority_of_today();
  Person person_, stamper_;
  Bytes cms_;
  Folder folder_;
};

// Also what no signature covers: versions, names, algorithms, attributes that nobody signed.
TEST_F(Timestamps, OfAStampedSignatureEveryBitCounts) {
  const Bytes request = timestamp_request(cms_).value();
  const Bytes stamped = with_timestamp(cms_, request, answer(request)).value();
  ASSERT_TRUE(cms_check(stamped, kDigest, trust()).has_value());
  for (std::size_t bit = 0; bit < stamped.size() * 8; ++bit) {
    Bytes changed = stamped;
    changed[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
    ASSERT_FALSE(cms_check(changed, kDigest, trust()).has_value())
        << "byte " << bit / 8 << " bit " << bit % 8 << ": "
        << to_hex(ByteView(stamped).subspan(bit / 8 < 24 ? 0 : bit / 8 - 24, 40));
  }
}

TEST_F(Timestamps, OfAnAuthorityInTheHallAreTaken) {
  const Bytes request = timestamp_request(cms_).value();
  const Bytes response = answer(request);
  const auto said =
      folder_.run("openssl ts -verify -in answer.tsr -queryfile ask.tsq -CAfile root.pem");
  EXPECT_EQ(said.status, 0) << said.text;

  const Bytes stamped = with_timestamp(cms_, request, response).value();
  const auto signer = cms_check(stamped, kDigest, trust());
  ASSERT_TRUE(signer.has_value()) << describe(signer.error(), Language::kEnglish);
  ASSERT_TRUE(signer->timestamped.has_value());
  EXPECT_LT(signer->timestamped->value, now().value + 2000);
  EXPECT_GT(signer->timestamped->value + 600'000, now().value);
  EXPECT_FALSE(cms_check(cms_, kDigest, trust())->timestamped.has_value());
}

TEST_F(Timestamps, OfAnotherSignatureOrRequestAreRefused) {
  const Bytes attributes = cms_attributes(kDigest, person_.certificate).value();
  const Bytes other =  // ECDSA: another value each time
      cms_finish(kDigest, person_.certificate, {}, person_.key.sign(attributes)).value();
  const Bytes request = timestamp_request(cms_).value();
  const Bytes response = answer(request);
  EXPECT_EQ(with_timestamp(other, request, response).error().code->name, "timestamp_other");
  const Bytes again = timestamp_request(cms_).value();
  EXPECT_EQ(with_timestamp(cms_, again, response).error().code->name, "timestamp_other");
  EXPECT_EQ(with_timestamp(cms_, request, view("không")).error().code->name, "timestamp_form");
}

TEST_F(Timestamps, UnderAnotherRootOrByACertificateForDocumentsAreRefused) {
  const Bytes request = timestamp_request(cms_).value();
  const Authority other = authority_of_today();
  const Person stranger =
      other.person("Người lạ", "", KeyKind::kRsa3072, today(), Use::kTimestamps);
  folder_.put("key.pem", stranger.key.pem(view("x")));
  folder_.put("cert.pem", view(stranger.certificate.pem()));
  const Bytes stamped = with_timestamp(cms_, request, answer(request)).value();
  const auto checked = cms_check(stamped, kDigest, trust());
  ASSERT_FALSE(checked.has_value());
  EXPECT_EQ(checked.error().code->name, "timestamp_untrusted");
}

}  // namespace
}  // namespace hp::pki
