// A real PKCS#11 module, SoftHSM2, with OpenSSL as the judge of its signatures.
#include <algorithm>
#include <map>

#include "token/test_support.h"

namespace hp::token {
namespace {

using namespace testing;

// Two tokens of one label, the second with its keys: RSA of 2048 and 1024 bits, P-256 and P-384.
class Tokens {
 public:
  Tokens() {
    std::filesystem::create_directory(folder_ / "tokens");
    std::ofstream(folder_ / "softhsm2.conf") << "directories.tokendir = " << at("tokens")
                                             << "\nobjectstore.backend = file\n"
                                                "log.level = ERROR\n";
    util("--init-token --free --label 'Thẻ ký' --so-pin 12345678 --pin 1111");
    const std::string listed = util("--show-slots");
    const std::string first = serial_in(listed);
    util("--init-token --free --label 'Thẻ ký' --so-pin 12345678 --pin 2468");
    std::string both = util("--show-slots");
    both.erase(both.find("Serial number:    " + first), 34);
    serial_ = serial_in(both);
    const std::size_t slot = both.rfind("\nSlot ", both.find(serial_)) + 6;
    slot_ = both.substr(slot, both.find('\n', slot) - slot);
    key("RSA -pkeyopt rsa_keygen_bits:2048", "0a");
    key("EC -pkeyopt ec_paramgen_curve:P-256", "0b");
    key("RSA -pkeyopt rsa_keygen_bits:1024", "0c");
    key("EC -pkeyopt ec_paramgen_curve:P-384", "0d");
  }

  static std::filesystem::path module() {
    for (const char* path :
         {"/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
          "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so"}) {
      if (std::filesystem::exists(path)) return path;
    }
    return "libsofthsm2.so";
  }

  Helper helper() const {
    return Helper::start({"/usr/bin/env", config(), TOKEN_TEST_HELPER}).value();
  }

  Choice choice(std::uint8_t key) const {
    return {.module = module(), .label = "Thẻ ký", .serial = serial_, .key_id = {key}};
  }

  // What `openssl dgst -verify` says to the signature by the key.
  std::string judged(const Result<Bytes>& signature, const std::string& id) const {
    std::ofstream(folder_ / "signature", std::ios::binary) << chars(signature.value_or(Bytes{}));
    std::ofstream(folder_ / "message", std::ios::binary) << kMessage;
    return run("openssl dgst -sha256 -verify " + at(id + ".pub") + " -signature " +
               at("signature") + " " + at("message"));
  }

  std::string certificate(const std::string& id) const {
    return read_file(folder_ / (id + ".der"));
  }
  const std::string& serial() const { return serial_; }

  static constexpr std::string_view kMessage = "biên bản bầu cử";

 private:
  std::string at(const std::string& name) const { return (folder_ / name).string(); }
  std::string config() const { return "SOFTHSM2_CONF=" + at("softhsm2.conf"); }
  std::string util(const std::string& arguments) const {
    return run(config() + " softhsm2-util " + arguments);
  }
  static std::string serial_in(const std::string& listed) {
    const std::string before = "Serial number:    ";
    return listed.substr(listed.find(before) + before.size(), 16);
  }
  void key(const std::string& algorithm, const std::string& id) const {
    run("openssl genpkey -algorithm " + algorithm + " -out " + at(id + ".pem"));
    run("openssl pkey -pubout -in " + at(id + ".pem") + " -out " + at(id + ".pub"));
    run("openssl req -x509 -subj /CN=" + id + " -outform DER -key " + at(id + ".pem") + " -out " +
        at(id + ".der"));
    util("--import " + at(id + ".pem") + " --serial " + serial_ + " --label 'Khóa " + id +
         "' --id " + id + " --pin 2468");
    if (id != "0b") return;
    run(config() + " pkcs11-tool --module " + module().string() + " --slot " + slot_ +
        " --login --pin " + "2468 --write-object " + at(id + ".der") + " --type cert --id " + id);
  }

  Folder folder_;
  std::string serial_;
  std::string slot_;
};

const Tokens& tokens() {
  static const Tokens made;
  return made;
}

const Found* with_serial(const std::vector<Found>& found, const std::string& serial) {
  const auto it = std::ranges::find(found, serial, &Found::serial);
  return it == found.end() ? nullptr : &*it;
}

Result<Bytes> sign(const Choice& choice, std::string_view pin_text = "2468") {
  return tokens().helper().sign(choice, pin(pin_text), view(Tokens::kMessage));
}

TEST(SoftHsm, IsListedWithItsKeys) {
  const Result<std::vector<Found>> found = tokens().helper().list(Tokens::module());
  ASSERT_EQ(said(found), "good");
  ASSERT_EQ(found->size(), 2U);  // not the slot that is free
  const Found* const token = with_serial(*found, tokens().serial());
  ASSERT_NE(token, nullptr);
  EXPECT_EQ(token->label, "Thẻ ký");
  EXPECT_EQ(token->manufacturer, "SoftHSM project");
  EXPECT_TRUE(token->needs_pin);
  EXPECT_FALSE(token->pin_pad || token->pin_locked || token->pin_final_try);
  std::map<int, FoundKey> keys;
  for (const FoundKey& key : token->keys) keys[key.id.at(0)] = key;
  ASSERT_EQ(keys.size(), 4U);
  EXPECT_EQ(keys[0x0a].kind, KeyKind::kRsaSha256);
  EXPECT_EQ(keys[0x0b].kind, KeyKind::kEcdsaP256);
  EXPECT_EQ(keys[0x0c].kind, KeyKind::kUnusable);
  EXPECT_EQ(keys[0x0d].kind, KeyKind::kUnusable);
  EXPECT_EQ(keys[0x0a].label, "Khóa 0a");
  EXPECT_TRUE(keys[0x0a].certificate.empty());
  EXPECT_EQ(to_string(keys[0x0b].certificate), tokens().certificate("0b"));
}

TEST(SoftHsm, SignsWithRsaAsOpensslWantsIt) {
  EXPECT_EQ(tokens().judged(sign(tokens().choice(0x0a)), "0a"), "Verified OK\n");
}

TEST(SoftHsm, SignsWithP256AsOpensslWantsIt) {
  EXPECT_EQ(tokens().judged(sign(tokens().choice(0x0b)), "0b"), "Verified OK\n");
}

TEST(SoftHsm, SignsAgainWithTheSameHelper) {
  Helper helper = tokens().helper();
  for (int i = 0; i < 3; ++i) {
    const Result<Bytes> signature =
        helper.sign(tokens().choice(0x0b), pin("2468"), view(Tokens::kMessage));
    EXPECT_EQ(tokens().judged(signature, "0b"), "Verified OK\n");
  }
}

TEST(SoftHsm, KeysThatAreTooWeakOrOfAnotherCurveAreRefused) {
  EXPECT_EQ(said(sign(tokens().choice(0x0c))), "token_key_kind");
  EXPECT_EQ(said(sign(tokens().choice(0x0d))), "token_key_kind");
  EXPECT_EQ(said(sign(tokens().choice(0x0e))), "token_key_missing");
}

TEST(SoftHsm, RefusesAWrongPinAndSaysSoWhenListed) {
  EXPECT_EQ(said(sign(tokens().choice(0x0a), "9999")),
            "token_pin_wrong C_Login CKR_PIN_INCORRECT CKF_USER_PIN_COUNT_LOW");
  const std::vector<Found> found = tokens().helper().list(Tokens::module()).value();
  EXPECT_TRUE(with_serial(found, tokens().serial())->pin_count_low);
  EXPECT_EQ(said(sign(tokens().choice(0x0a))), "good");
}

TEST(SoftHsm, TokensOfOneLabelAreToldApartBySerial) {
  Choice choice = tokens().choice(0x0a);
  choice.serial = "";
  EXPECT_EQ(said(sign(choice)), "token_ambiguous 2");
  choice.label = "";
  choice.serial = tokens().serial();
  EXPECT_EQ(said(sign(choice)), "good");
}

TEST(SoftHsm, TokensThatAreNotThereAreNotFound) {
  Choice choice = tokens().choice(0x0a);
  choice.label = "Thẻ khác";
  EXPECT_EQ(said(sign(choice)), "token_not_found");
  choice.label = "Thẻ ký";
  choice.serial = "0000";
  EXPECT_EQ(said(sign(choice)), "token_not_found");
}

// Labels are compared in normal form: a keyboard may write ẻ as two characters.
TEST(SoftHsm, IsFoundByADecomposedLabelToo) {
  Choice choice = tokens().choice(0x0a);
  choice.label = "The\u0309 ky\u0301";
  EXPECT_EQ(said(sign(choice)), "good");
}

}  // namespace
}  // namespace hp::token
