#include "crypto/signing.h"

#include <openssl/core_names.h>
#include <openssl/params.h>

#include <algorithm>

#include "crypto/codes.h"
#include "crypto/hash.h"
#include "crypto/openssl.h"
#include "crypto/p256/order.h"

namespace hp::crypto {
namespace {

using openssl::Digest;
using openssl::EcdsaSig;
using openssl::Key;
using openssl::KeyContext;
using openssl::must;

// (q − 1) / 2, big-endian.
constexpr std::array<std::uint8_t, 32> kHalfOrder = {
    0x7f, 0xff, 0xff, 0xff, 0x80, 0x00, 0x00, 0x00, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
    0xde, 0x73, 0x7d, 0x56, 0xd3, 0x8b, 0xcf, 0x42, 0x79, 0xdc, 0xe5, 0x61, 0x7e, 0x31, 0x92, 0xa8};

Key made(OSSL_PARAM* params, int selection) {
  const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
  EVP_PKEY* key = nullptr;
  if (!context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
      EVP_PKEY_fromdata(context.get(), &key, selection, params) != 1) {
    return nullptr;
  }
  return Key(key);
}

// The public key; OpenSSL refuses a point that is not on the curve.
Key key_of(ByteView point) {
  if (point.size() != 65 || point[0] != 0x04) return nullptr;
  Bytes bytes = to_bytes(point);
  char group[] = "prime256v1";
  OSSL_PARAM params[] = {
      OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group, 0),
      OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, bytes.data(), bytes.size()),
      OSSL_PARAM_construct_end()};
  return made(params, EVP_PKEY_PUBLIC_KEY);
}

Key key_pair_of(const SecretScalar& scalar, const PublicPoint& point) {
  Bytes bytes = to_bytes(point);
  // OpenSSL wants the number in the machine's own order of bytes.
  const openssl::Number number(BN_bin2bn(scalar.encode().view().data(), 32, nullptr));
  Secret native(32);
  BN_bn2nativepad(number.get(), native.bytes().data(), 32);
  char group[] = "prime256v1";
  OSSL_PARAM params[] = {
      OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group, 0),
      OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, bytes.data(), bytes.size()),
      OSSL_PARAM_construct_BN(OSSL_PKEY_PARAM_PRIV_KEY, native.bytes().data(), 32),
      OSSL_PARAM_construct_end()};
  return made(params, EVP_PKEY_KEYPAIR);
}

Bytes der_of(ByteView signature) {
  const EcdsaSig sig(ECDSA_SIG_new());
  BIGNUM* r = BN_bin2bn(signature.data(), 32, nullptr);
  BIGNUM* s = BN_bin2bn(signature.data() + 32, 32, nullptr);
  ECDSA_SIG_set0(sig.get(), r, s);
  unsigned char* der = nullptr;
  const int length = i2d_ECDSA_SIG(sig.get(), &der);
  Bytes out(der, der + (length > 0 ? length : 0));
  OPENSSL_free(der);
  return out;
}

// r‖s, the lower of s and q − s, of OpenSSL's form.
SignatureBytes low_form_of(const Bytes& der) {
  const unsigned char* at = der.data();
  const EcdsaSig sig(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())));
  if (!sig) throw std::runtime_error("OpenSSL failed");
  SignatureBytes out{};
  BN_bn2binpad(ECDSA_SIG_get0_r(sig.get()), out.data(), 32);
  BN_bn2binpad(ECDSA_SIG_get0_s(sig.get()), out.data() + 32, 32);
  if (std::ranges::lexicographical_compare(kHalfOrder, ByteView(out).subspan(32))) {
    p256::limbs_to_bytes(p256::order::subtract({}, p256::limbs_from_bytes(out.data() + 32)),
                         out.data() + 32);
  }
  return out;
}

}  // namespace

struct SigningKey::Parts {
  SecretScalar scalar;
  Key key;
};

SigningKey::SigningKey(const SecretScalar& scalar)
    : point_(SecretBase::generator().power(scalar).value()) {
  parts_ = std::make_unique<Parts>(scalar, key_pair_of(scalar, point_));
  if (!parts_->key) throw std::runtime_error("OpenSSL failed");
}

SigningKey::SigningKey(SigningKey&&) noexcept = default;
SigningKey& SigningKey::operator=(SigningKey&&) noexcept = default;
SigningKey::~SigningKey() = default;

SigningKey SigningKey::generate(const Random& random) {
  Secret bytes(48);
  random(bytes.bytes());
  return SigningKey(SecretScalar::derive(bytes));
}

Result<SigningKey> SigningKey::from_scalar(ByteView bytes) {
  HP_ASSIGN(const SecretScalar scalar, SecretScalar::decode(bytes));
  if (scalar.is_zero()) return fail(codes::kGroupElement, "", "scalar");
  return SigningKey(scalar);
}

Secret SigningKey::scalar() const {
  return parts_->scalar.encode();
}

Result<SignatureBytes> SigningKey::sign(ByteView message) const {
  const Digest digest(EVP_MD_CTX_new());
  must(EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, parts_->key.get()));
  Bytes der(80);
  std::size_t size = der.size();
  must(EVP_DigestSign(digest.get(), der.data(), &size, message.data(), message.size()));
  der.resize(size);
  return low_form_of(der);
}

Hash key_id_of(ByteView point) {
  return sha256(point);
}

Result<void> verify_signature(ByteView point, ByteView message, ByteView signature) {
  const auto wrong = fail(codes::kSignatureWrong, "signature");
  if (signature.size() != 64) return wrong;
  const ByteView s = signature.subspan(32);
  if (std::ranges::lexicographical_compare(kHalfOrder, s)) return wrong;
  const Key key = key_of(point);
  if (!key) return wrong;
  const Bytes der = der_of(signature);
  const Digest digest(EVP_MD_CTX_new());
  if (!digest ||
      EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr, key.get()) != 1 ||
      EVP_DigestVerify(digest.get(), der.data(), der.size(), message.data(), message.size()) != 1) {
    return wrong;
  }
  return {};
}

}  // namespace hp::crypto
