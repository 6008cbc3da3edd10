#include "crypto/key_file.h"

#include "crypto/aead.h"
#include "crypto/codes.h"
#include "crypto/vector_kit.h"

namespace hp::crypto {
namespace {

// Cheap: what is tested doesn't depend on the cost.
constexpr ScryptCost kCheap{.n = 16, .r = 1, .p = 1};

std::string locked(std::string_view passphrase = "năm chữ cái mật") {
  return lock_secret(Bytes(32, 7), "official", passphrase, system_random(), kCheap).value();
}

TEST(KeyFile, OpensWithItsPassphrase) {
  const Secret opened = unlock_secret(locked(), "official", "năm chữ cái mật").value();
  EXPECT_EQ(to_bytes(opened), Bytes(32, 7));
}

TEST(KeyFile, OpensWithTheSameLettersInAnotherUnicodeForm) {
  // "ắ" as one character, and as a, breve, acute.
  const std::string one = locked("\u1eaf");
  EXPECT_TRUE(unlock_secret(one, "official", "a\u0306\u0301").has_value());
}

TEST(KeyFile, StaysShutForAnythingElse) {
  const auto wrong = unlock_secret(locked(), "official", "nam chu cai mat");
  ASSERT_FALSE(wrong.has_value());
  EXPECT_TRUE(wrong.error().is(codes::kPassphraseWrong));
  const auto kind = unlock_secret(locked(), "trustee", "năm chữ cái mật");
  ASSERT_FALSE(kind.has_value());
  EXPECT_TRUE(kind.error().is(codes::kKeyFileKind));
  EXPECT_EQ(kind.error().detail, "official");
}

TEST(KeyFile, ShowsEveryChangeOfItsParts) {
  for (const char* part : {"box", "nonce"}) {
    auto file = nlohmann::json::parse(locked());
    std::string text = file[part];
    text[0] = text[0] == 'A' ? 'B' : 'A';
    file[part] = text;
    EXPECT_TRUE(unlock_secret(file.dump(), "official", "năm chữ cái mật")
                    .error()
                    .is(codes::kPassphraseWrong));
  }
  auto file = nlohmann::json::parse(locked());
  file["kind"] = "trustee";
  EXPECT_TRUE(
      unlock_secret(file.dump(), "trustee", "năm chữ cái mật").error().is(codes::kPassphraseWrong));
}

TEST(KeyFile, IsNothingButAKeyFile) {
  for (const char* text : {"", "{}", "[]", "null", "\"x\"", "{\"format\":\"homphieu key 1\"}"}) {
    EXPECT_TRUE(unlock_secret(text, "official", "x").error().is(codes::kKeyFile)) << text;
  }
  auto file = nlohmann::json::parse(locked());
  file["scrypt"]["n"] = 1ull << 62;  // more memory than there is
  EXPECT_TRUE(unlock_secret(file.dump(), "official", "x").error().is(codes::kKeyFile));
  file = nlohmann::json::parse(locked());
  file["box"] = "AAA";
  EXPECT_TRUE(unlock_secret(file.dump(), "official", "x").error().is(codes::kKeyFile));
  file["box"] = "";
  EXPECT_FALSE(unlock_secret(file.dump(), "official", "x").has_value());
}

TEST(KeyFile, OpensAtTheCostThatItReallyHas) {
  const std::string file = lock_secret(Bytes(32, 7), "log", "x", system_random()).value();
  EXPECT_EQ(nlohmann::json::parse(file)["scrypt"]["n"], 131072);
  EXPECT_TRUE(unlock_secret(file, "log", "x").has_value());
}

TEST(Aead, OpensWhatItSealedAndShowsAnyChange) {
  const Bytes key(32, 1);
  const Nonce nonce{1, 2, 3};
  const Bytes sealed = seal(key, nonce, view("to"), view("plain"));
  EXPECT_EQ(to_string(unseal(key, nonce, view("to"), sealed).value()), "plain");
  EXPECT_FALSE(unseal(key, nonce, view("from"), sealed).has_value());
  EXPECT_FALSE(unseal(Bytes(32, 2), nonce, view("to"), sealed).has_value());
  EXPECT_FALSE(unseal(key, Nonce{}, view("to"), sealed).has_value());
  EXPECT_FALSE(unseal(key, nonce, view("to"), Bytes(15)).has_value());
  Bytes changed = sealed;
  changed[0] ^= 1;
  EXPECT_FALSE(unseal(key, nonce, view("to"), changed).has_value());
}

}  // namespace
}  // namespace hp::crypto
