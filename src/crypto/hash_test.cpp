#include "crypto/hash.h"

#include "crypto/scalar.h"
#include "crypto/secret_scalar.h"
#include "crypto/vector_kit.h"

namespace hp::crypto {
namespace {

TEST(Transcript, AndItsHashesAreTheKnownOnes) {
  for (const auto known = vectors("transcript.json"); const auto& one : known["hashes"]) {
    const std::string tag = one["tag"];
    const std::vector<Bytes> fields = list_of(one["fields"]);
    const std::vector<ByteView> views(fields.begin(), fields.end());
    EXPECT_EQ(to_hex(transcript(tag, views)), one["T"]) << tag;
    EXPECT_EQ(to_hex(hash_of(tag, views)), one["H"]) << tag;
    EXPECT_EQ(to_hex(challenge(tag, views).encode()), one["S"]) << tag;
  }
}

TEST(Hkdf, DerivesTheKnownSecrets) {
  for (const auto known = vectors("transcript.json"); const auto& one : known["secrets"]) {
    const Secret bytes = hkdf(bytes_of(one["seed"]), bytes_of(one["salt"]),
                              view(one["info"].get_ref<const std::string&>()), 48);
    EXPECT_EQ(to_hex(SecretScalar::derive(bytes).encode()), one["scalar"]);
  }
}

TEST(Secret, MovesAndLeavesNothingBehind) {
  Secret one = Secret::copy(view("mật"));
  const Secret other = std::move(one);
  EXPECT_EQ(to_string(other), "mật");
  EXPECT_EQ(one.size(), 0u);
  static_assert(!std::is_copy_constructible_v<Secret>);
}

}  // namespace
}  // namespace hp::crypto
