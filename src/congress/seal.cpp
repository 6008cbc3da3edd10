#include "congress/seal.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>

#include <memory>
#include <stdexcept>

#include "congress/contest_codes.h"

namespace hp::congress {
namespace {

constexpr int kTag = 16;
constexpr std::uint8_t kNonce[12] = {};

void must(int ok) {
  if (ok != 1) throw std::runtime_error("OpenSSL failed");
}

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;
Cipher cipher() {
  return {EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free};
}

}  // namespace

Bytes hkdf(ByteView secret, ByteView salt, ByteView info, std::size_t size) {
  const std::unique_ptr<EVP_KDF, decltype(&EVP_KDF_free)> kdf(
      EVP_KDF_fetch(nullptr, "HKDF", nullptr), EVP_KDF_free);
  const std::unique_ptr<EVP_KDF_CTX, decltype(&EVP_KDF_CTX_free)> context(
      EVP_KDF_CTX_new(kdf.get()), EVP_KDF_CTX_free);
  const auto octets = [](const char* name, ByteView bytes) {
    return OSSL_PARAM_construct_octet_string(name, const_cast<std::uint8_t*>(bytes.data()),
                                             bytes.size());
  };
  char digest[] = "SHA256";
  std::vector<OSSL_PARAM> parameters{
      OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0),
      octets(OSSL_KDF_PARAM_KEY, secret), octets(OSSL_KDF_PARAM_INFO, info)};
  if (!salt.empty()) parameters.push_back(octets(OSSL_KDF_PARAM_SALT, salt));
  parameters.push_back(OSSL_PARAM_construct_end());
  Bytes out(size);
  must(EVP_KDF_derive(context.get(), out.data(), out.size(), parameters.data()));
  return out;
}

Bytes seal(ByteView key, ByteView plain) {
  const Cipher context = cipher();
  Bytes out(plain.size() + kTag);
  int size = 0;
  must(EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.data(), kNonce));
  must(EVP_EncryptUpdate(context.get(), out.data(), &size, plain.data(),
                         static_cast<int>(plain.size())));
  must(EVP_EncryptFinal_ex(context.get(), out.data() + size, &size));
  must(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, kTag, out.data() + plain.size()));
  return out;
}

Result<Bytes> unseal(ByteView key, ByteView sealed) {
  if (sealed.size() < kTag) return fail(codes::kShareWrong);
  const Cipher context = cipher();
  const ByteView body = sealed.first(sealed.size() - kTag);
  Bytes tag = to_bytes(sealed.last(kTag));
  Bytes out(body.size());
  int size = 0;
  must(EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.data(), kNonce));
  must(EVP_DecryptUpdate(context.get(), out.data(), &size, body.data(),
                         static_cast<int>(body.size())));
  must(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, kTag, tag.data()));
  if (EVP_DecryptFinal_ex(context.get(), out.data() + size, &size) != 1) {
    return fail(codes::kShareWrong);
  }
  return out;
}

}  // namespace hp::congress
