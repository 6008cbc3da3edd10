#include "crypto/aead.h"

#include "crypto/codes.h"
#include "crypto/openssl.h"

namespace hp::crypto {
namespace {

using openssl::Cipher;
using openssl::must;

constexpr int kTag = 16;

int length(ByteView bytes) {
  return static_cast<int>(bytes.size());
}

}  // namespace

Bytes seal(ByteView key, const Nonce& nonce, ByteView associated, ByteView plain) {
  const Cipher context(EVP_CIPHER_CTX_new());
  Bytes out(plain.size() + kTag);
  int size = 0;
  must(EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.data(), nonce.data()));
  if (!associated.empty()) {
    must(EVP_EncryptUpdate(context.get(), nullptr, &size, associated.data(), length(associated)));
  }
  must(EVP_EncryptUpdate(context.get(), out.data(), &size, plain.data(), length(plain)));
  must(EVP_EncryptFinal_ex(context.get(), out.data() + size, &size));
  must(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, kTag, out.data() + plain.size()));
  return out;
}

Result<Secret> unseal(ByteView key, const Nonce& nonce, ByteView associated, ByteView sealed) {
  if (sealed.size() < kTag) return fail(codes::kSealBroken, "", "length");
  const Cipher context(EVP_CIPHER_CTX_new());
  const ByteView body = sealed.first(sealed.size() - kTag);
  Bytes tag = to_bytes(sealed.last(kTag));
  Secret out(body.size());
  int size = 0;
  must(EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.data(), nonce.data()));
  if (!associated.empty()) {
    must(EVP_DecryptUpdate(context.get(), nullptr, &size, associated.data(), length(associated)));
  }
  must(EVP_DecryptUpdate(context.get(), out.bytes().data(), &size, body.data(), length(body)));
  must(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, kTag, tag.data()));
  if (EVP_DecryptFinal_ex(context.get(), out.bytes().data() + size, &size) != 1) {
    return fail(codes::kSealBroken);
  }
  return out;
}

}  // namespace hp::crypto
