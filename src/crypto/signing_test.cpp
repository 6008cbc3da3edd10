#include "crypto/signing.h"

#include "crypto/ed25519.h"
#include "crypto/vector_kit.h"

namespace hp::crypto {
namespace {

TEST(Signatures, AreTakenAsTheKnownAnswersSay) {
  for (const auto known = vectors("group.json"); const auto& one : known["signatures"]) {
    EXPECT_EQ(
        verify_signature(bytes_of(one["key"]), bytes_of(one["message"]), bytes_of(one["signature"]))
            .has_value(),
        one["accept"].get<bool>())
        << one["why"];
  }
}

TEST(SigningKey, IsTheKnownPair) {
  const auto known = vectors("group.json")["key"];
  const SigningKey key = SigningKey::from_scalar(bytes_of(known["private"])).value();
  EXPECT_EQ(to_hex(key.point()), known["public"]);
  EXPECT_EQ(to_hex(key.key_id()), known["id"]);
  EXPECT_EQ(to_hex(key.scalar()), known["private"]);
}

TEST(SigningKey, AlwaysSignsWithALowS) {
  const SigningKey key = SigningKey::generate(system_random());
  for (int i = 0; i < 40; ++i) {
    const Bytes message{static_cast<std::uint8_t>(i)};
    const SignatureBytes signature = key.sign(message).value();
    EXPECT_TRUE(verify_signature(key.point(), message, signature));
    EXPECT_FALSE(verify_signature(key.point(), view("other"), signature));
  }
}

TEST(SigningKey, OutlivesAMove) {
  SigningKey one = SigningKey::generate(system_random());
  const PublicPoint point = one.point();
  const SigningKey other = std::move(one);
  EXPECT_EQ(other.point(), point);
  EXPECT_TRUE(verify_signature(point, view("x"), other.sign(view("x")).value()));
}

TEST(SigningKey, IsNotMadeOfZeroOrOfTheOrder) {
  EXPECT_FALSE(SigningKey::from_scalar(Bytes(32)).has_value());
  EXPECT_FALSE(SigningKey::from_scalar(Bytes(32, 0xff)).has_value());
  EXPECT_FALSE(SigningKey::from_scalar(Bytes(31, 1)).has_value());
}

// RFC 8032 section 7.1, tests 1 and 2.
TEST(LogKey, SignsAsTheRfcDoes) {
  const LogKey one = LogKey::from_seed(from_hex("9d61b19deffd5a60ba844af492ec2cc4"
                                                "4449c5697b326919703bac031cae7f60")
                                           .value())
                         .value();
  EXPECT_EQ(to_hex(one.public_key()),
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  EXPECT_EQ(to_hex(one.sign({})),
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
            "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
  EXPECT_EQ(to_hex(one.seed()), "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
}

TEST(LogKey, IsVerifiedByItsPublicKeyAlone) {
  const LogKey one = LogKey::generate(system_random());
  const LogKey other = LogKey::generate(system_random());
  const auto signature = one.sign(view("root"));
  EXPECT_TRUE(verify_ed25519(one.public_key(), view("root"), signature));
  EXPECT_FALSE(verify_ed25519(one.public_key(), view("toor"), signature));
  EXPECT_FALSE(verify_ed25519(other.public_key(), view("root"), signature));
  EXPECT_FALSE(verify_ed25519(one.public_key(), view("root"), ByteView(signature).first(63)));
  EXPECT_FALSE(LogKey::from_seed(Bytes(31)).has_value());
}

}  // namespace
}  // namespace hp::crypto
