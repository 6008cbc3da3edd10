#include "pki/private_key.h"

#include "pki/codes.h"
#include "pki/openssl.h"

namespace hp::pki {

using namespace openssl;

namespace {

constexpr int kRounds = 600000;  // PBKDF2-HMAC-SHA-256

int hand_over(char* buffer, int size, int, void* given) {
  const ByteView passphrase = *static_cast<const ByteView*>(given);
  if (passphrase.size() > static_cast<std::size_t>(size)) return -1;
  std::ranges::copy(passphrase, buffer);
  return static_cast<int>(passphrase.size());
}

std::shared_ptr<EVP_PKEY> shared(EVP_PKEY* key) {
  if (key == nullptr) throw std::runtime_error("OpenSSL failed");
  return {key, EVP_PKEY_free};
}

}  // namespace

PrivateKey PrivateKey::generate(KeyKind kind) {
  PrivateKey made;
  made.key_ = shared(kind == KeyKind::kRsa3072 ? EVP_RSA_gen(3072) : EVP_EC_gen("P-256"));
  return made;
}

Result<PrivateKey> PrivateKey::from_pem(std::string_view pem, ByteView passphrase) {
  const BioPtr bio = reading(view(pem));
  Key key(PEM_read_bio_PrivateKey(bio.get(), nullptr, hand_over, &passphrase));
  if (key == nullptr) {
    ERR_clear_error();
    return fail(codes::kSigningKey);
  }
  PrivateKey made;
  made.key_ = shared(key.release());
  return made;
}

crypto::Secret PrivateKey::pem(ByteView passphrase) const {
  const BioPtr bio(BIO_new(BIO_s_secmem()));
  std::array<std::uint8_t, 16> salt{};
  must(RAND_bytes(salt.data(), static_cast<int>(salt.size())));
  const std::unique_ptr<PKCS8_PRIV_KEY_INFO, Freed<PKCS8_PRIV_KEY_INFO_free>> plain(
      EVP_PKEY2PKCS8(key()));
  X509_ALGOR* scheme =
      PKCS5_pbe2_set_iv(EVP_aes_256_cbc(), kRounds, salt.data(), static_cast<int>(salt.size()),
                        nullptr, NID_hmacWithSHA256);
  const std::unique_ptr<X509_SIG, Freed<X509_SIG_free>> sealed(
      PKCS8_set0_pbe(reinterpret_cast<const char*>(passphrase.data()),
                     static_cast<int>(passphrase.size()), plain.get(), scheme));
  if (sealed == nullptr) throw std::runtime_error("OpenSSL failed");
  must(PEM_write_bio_PKCS8(bio.get(), sealed.get()));
  char* text = nullptr;
  const long length = BIO_get_mem_data(bio.get(), &text);
  return crypto::Secret::copy(view({text, static_cast<std::size_t>(length)}));
}

Bytes PrivateKey::public_key() const {
  return der_of(key(), i2d_PUBKEY);
}

Bytes PrivateKey::sign(ByteView message) const {
  const Digest digest(EVP_MD_CTX_new());
  must(EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, key()));
  std::size_t size = 0;
  must(EVP_DigestSign(digest.get(), nullptr, &size, message.data(), message.size()));
  Bytes signature(size);
  must(EVP_DigestSign(digest.get(), signature.data(), &size, message.data(), message.size()));
  signature.resize(size);
  return signature;
}

}  // namespace hp::pki
