#include "crypto/key_file.h"

#include <bit>

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "crypto/aead.h"
#include "crypto/base64.h"
#include "crypto/codes.h"
#include "crypto/hash.h"
#include "crypto/openssl.h"

namespace hp::crypto {
namespace {

using nlohmann::json;

constexpr std::string_view kFormat = "homphieu key 1";
constexpr std::size_t kSaltBytes = 32;
constexpr std::uint64_t kMostMemory = 1u << 30;

struct KeyFile {
  std::string kind;
  ScryptCost cost;
  Bytes salt;
  Bytes nonce;
  Bytes box;
};

Result<Bytes> bytes_in(const std::string& base64) {
  auto out = from_base64(base64);
  if (!out) return fail(codes::kKeyFile);
  return out;
}

bool can_be(const ScryptCost& cost) {
  // Each bound first alone, so that the product can't wrap.
  return cost.n >= 2 && std::has_single_bit(cost.n) && cost.r >= 1 && cost.p >= 1 &&
         cost.n <= kMostMemory && cost.r <= 64 && cost.p <= 16 &&
         128 * cost.n * cost.r <= kMostMemory;
}

Result<Secret> key_from(std::string_view passphrase, const KeyFile& file) {
  HP_ASSIGN(std::string normal, to_nfc(passphrase));
  Secret out(32);
  const int ok =
      EVP_PBE_scrypt(normal.data(), normal.size(), file.salt.data(), file.salt.size(), file.cost.n,
                     file.cost.r, file.cost.p, 2 * kMostMemory, out.bytes().data(), out.size());
  wipe({reinterpret_cast<std::uint8_t*>(normal.data()), normal.size()});
  openssl::must(ok);
  return out;
}

// What the box is bound to.
Bytes associated(const KeyFile& file) {
  const auto n = u64_be(file.cost.n);
  const auto r = u64_be(file.cost.r);
  const auto p = u64_be(file.cost.p);
  return transcript("homphieu/1/key-file", {view(file.kind), n, r, p, file.salt});
}

std::string text_of(const KeyFile& file) {
  const json out = {{"format", kFormat},
                    {"kind", file.kind},
                    {"scrypt",
                     {{"n", file.cost.n},
                      {"r", file.cost.r},
                      {"p", file.cost.p},
                      {"salt", to_base64(file.salt)}}},
                    {"nonce", to_base64(file.nonce)},
                    {"box", to_base64(file.box)}};
  return out.dump(2) + "\n";
}

Result<KeyFile> parse(std::string_view text) {
  const json in = json::parse(text, nullptr, false);
  const auto string_at = [](const json& object, const char* key) -> const std::string* {
    if (!object.is_object() || !object.contains(key)) return nullptr;
    return object[key].get_ptr<const std::string*>();
  };
  const auto number_at = [](const json& object, const char* key) -> std::uint64_t {
    if (!object.contains(key) || !object[key].is_number_unsigned()) return 0;
    return object[key].get<std::uint64_t>();
  };
  const std::string* format = string_at(in, "format");
  const std::string* kind = string_at(in, "kind");
  const std::string* nonce = string_at(in, "nonce");
  const std::string* box = string_at(in, "box");
  if (!format || *format != kFormat || !kind || !nonce || !box || !in.contains("scrypt")) {
    return fail(codes::kKeyFile);
  }
  const json& scrypt = in["scrypt"];
  const std::string* salt = string_at(scrypt, "salt");
  if (!salt) return fail(codes::kKeyFile, "scrypt");
  KeyFile out;
  out.kind = *kind;
  out.cost = {number_at(scrypt, "n"), number_at(scrypt, "r"), number_at(scrypt, "p")};
  if (!can_be(out.cost)) return fail(codes::kKeyFile, "scrypt");
  HP_ASSIGN(out.salt, bytes_in(*salt));
  HP_ASSIGN(out.nonce, bytes_in(*nonce));
  HP_ASSIGN(out.box, bytes_in(*box));
  if (out.nonce.size() != Nonce{}.size()) return fail(codes::kKeyFile, "nonce");
  return out;
}

}  // namespace

Result<std::string> lock_secret(ByteView secret, std::string_view kind, std::string_view passphrase,
                                const Random& random, const ScryptCost& cost) {
  if (!can_be(cost)) return fail(codes::kKeyFile, "scrypt");
  Nonce nonce{};
  KeyFile file{
      .kind = std::string(kind), .cost = cost, .salt = Bytes(kSaltBytes), .nonce = {}, .box = {}};
  random(file.salt);
  random(nonce);
  file.nonce = to_bytes(nonce);
  HP_ASSIGN(const Secret key, key_from(passphrase, file));
  file.box = seal(key, nonce, associated(file), secret);
  return text_of(file);
}

Result<Secret> unlock_secret(std::string_view text, std::string_view kind,
                             std::string_view passphrase) {
  HP_ASSIGN(const KeyFile file, parse(text));
  if (file.kind != kind) return fail(codes::kKeyFileKind, "kind", file.kind);
  HP_ASSIGN(const Secret key, key_from(passphrase, file));
  auto secret = unseal(key, array_of<12>(file.nonce), associated(file), file.box);
  if (!secret) return fail(codes::kPassphraseWrong);
  return secret;
}

}  // namespace hp::crypto
