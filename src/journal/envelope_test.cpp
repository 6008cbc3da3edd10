#include "journal/envelope.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "base/hex.h"
#include "crypto/signing.h"
#include "journal/canonical.h"

namespace hp::journal {
namespace {

nlohmann::json vectors() {
  std::ifstream file(HOMPHIEU_SOURCE_DIR "/tests/vectors/group.json");
  return nlohmann::json::parse(file);
}
Bytes bytes_of(const nlohmann::json& hex) {
  return from_hex(hex.get<std::string>()).value();
}

v1::Envelope envelope_of(std::initializer_list<std::uint8_t> keys) {
  v1::Envelope envelope;
  envelope.set_payload_type(std::string(kCommandType));
  envelope.set_payload("x");
  for (const std::uint8_t key : keys) {
    Hash key_id{};
    key_id[0] = key;
    add_signature(envelope, key_id, Bytes(64, key));
  }
  return envelope;
}

TEST(PreAuthentication, GivesTheKnownAnswers) {
  const auto known = vectors()["dsse"];
  for (const auto& one : known) {
    EXPECT_EQ(pre_authentication(one["type"].get<std::string>(), bytes_of(one["payload"])),
              bytes_of(one["encoding"]));
  }
}

TEST(Signature, TakesAndRefusesTheKnownOnes) {
  std::size_t taken = 0, refused = 0;
  const auto known = vectors()["signatures"];
  for (const auto& one : known) {
    const bool good = crypto::verify_signature(bytes_of(one["key"]), bytes_of(one["message"]),
                                               bytes_of(one["signature"]))
                          .has_value();
    EXPECT_EQ(good, one["accept"].get<bool>()) << one["why"];
    ++(good ? taken : refused);
  }
  EXPECT_GT(taken, 0u);
  EXPECT_GT(refused, 0u);
}

TEST(Signature, KeysAreNoneButTheKnownGoodPoints) {
  const auto signature = vectors()["signatures"][0];
  const auto known = vectors()["points"];
  for (const auto& one : known) {
    if (one["accept"].get<bool>()) continue;
    EXPECT_FALSE(crypto::verify_signature(bytes_of(one["bytes"]), bytes_of(signature["message"]),
                                          bytes_of(signature["signature"])))
        << one["why"];
  }
}

TEST(Envelope, SignaturesStandInOrderOfTheirKeys) {
  const v1::Envelope envelope = envelope_of({3, 1, 2});
  EXPECT_EQ(envelope.signatures(0).key_id()[0], 1);
  EXPECT_TRUE(decode_envelope(encode_canonical(envelope)).has_value());
  v1::Envelope swapped = envelope;
  swapped.mutable_signatures()->SwapElements(0, 1);
  EXPECT_TRUE(decode_envelope(encode_canonical(swapped)).error().is(codes::kSignatureForm));
}

TEST(Envelope, AKeySignsOnce) {
  EXPECT_TRUE(
      decode_envelope(encode_canonical(envelope_of({1, 1}))).error().is(codes::kSignatureForm));
}

TEST(Envelope, IsSignedAndOfTheCommandsType) {
  EXPECT_TRUE(decode_envelope(encode_canonical(envelope_of({}))).error().is(codes::kSignatureForm));
  v1::Envelope other = envelope_of({1});
  other.set_payload_type("application/vnd.homphieu.session.v1+protobuf");
  EXPECT_TRUE(decode_envelope(encode_canonical(other)).error().is(codes::kPayloadType));
}

}  // namespace
}  // namespace hp::journal
