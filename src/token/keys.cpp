#include <openssl/evp.h>
#include <openssl/x509.h>

#include <algorithm>
#include <array>
#include <bit>
#include <memory>

#include "token/message.h"
#include "token/slots.h"

namespace hp::token {
namespace {

constexpr std::size_t kLeastRsaBits = 2048;
constexpr std::size_t kModulusLimit = kSignatureLimit;
constexpr std::size_t kCurveLimit = 1024;  // a curve may be given by its numbers

// The OID 1.2.840.10045.3.1.7 as DER (RFC 5480 section 2.1.1.1).
constexpr std::array<std::uint8_t, 10> kP256 = {0x06, 0x08, 0x2a, 0x86, 0x48,
                                                0xce, 0x3d, 0x03, 0x01, 0x07};

std::size_t bits_of(ByteView number) {
  return number.empty() ? 0
                        : 8 * (number.size() - 1) +
                              static_cast<std::size_t>(std::bit_width(unsigned{number.front()}));
}

KeyKind kind_of_certificate(ByteView der) {
  const std::uint8_t* at = der.data();
  const std::unique_ptr<X509, decltype(&X509_free)> certificate(
      d2i_X509(nullptr, &at, static_cast<long>(der.size())), X509_free);
  EVP_PKEY* const key = certificate ? X509_get0_pubkey(certificate.get()) : nullptr;
  if (key == nullptr) return KeyKind::kUnusable;
  if (EVP_PKEY_is_a(key, "RSA") == 1 && EVP_PKEY_get_bits(key) >= int{kLeastRsaBits}) {
    return KeyKind::kRsaSha256;
  }
  char group[32] = "";
  std::size_t size = 0;
  if (EVP_PKEY_is_a(key, "EC") == 1 &&
      EVP_PKEY_get_group_name(key, group, sizeof group, &size) == 1 &&
      std::string_view(group, size) == "prime256v1") {
    return KeyKind::kEcdsaP256;
  }
  return KeyKind::kUnusable;
}

FoundKey& key_with(std::vector<FoundKey>& keys, const Bytes& id) {
  const auto known = std::ranges::find(keys, id, &FoundKey::id);
  return known != keys.end() ? *known : keys.emplace_back(FoundKey{.id = id});
}

}  // namespace

Result<KeyForm> form_of(const Session& session, CK_OBJECT_HANDLE key) {
  HP_ASSIGN(const std::optional<CK_ULONG> type, session.number(key, CKA_KEY_TYPE));
  if (type == CKK_RSA) {
    HP_ASSIGN(const std::optional<Bytes> shown, session.attribute(key, CKA_MODULUS, kModulusLimit));
    if (!shown || shown->empty()) return KeyForm{KeyKind::kRsaSha256, 0};
    ByteView modulus = *shown;
    while (!modulus.empty() && modulus.front() == 0) modulus = modulus.subspan(1);
    const bool fits = bits_of(modulus) >= kLeastRsaBits;
    return KeyForm{fits ? KeyKind::kRsaSha256 : KeyKind::kUnusable, modulus.size()};
  }
  if (type == CKK_EC) {
    HP_ASSIGN(const std::optional<Bytes> curve, session.attribute(key, CKA_EC_PARAMS, kCurveLimit));
    const bool fits = !curve || curve->empty() || equal(*curve, kP256);
    return KeyForm{fits ? KeyKind::kEcdsaP256 : KeyKind::kUnusable, 0};
  }
  return KeyForm{};
}

Result<std::vector<FoundKey>> keys_of(const Session& session) {
  std::vector<FoundKey> keys;
  for (const CK_OBJECT_CLASS kind : {CKO_PRIVATE_KEY, CKO_PUBLIC_KEY, CKO_CERTIFICATE}) {
    HP_ASSIGN(const std::vector<CK_OBJECT_HANDLE> objects, session.find(kind));
    for (const CK_OBJECT_HANDLE object : objects) {
      HP_ASSIGN(const std::optional<Bytes> id, session.attribute(object, CKA_ID, kIdLimit));
      if (!id || id->empty()) continue;
      HP_ASSIGN(const std::optional<Bytes> label, session.attribute(object, CKA_LABEL, kTextLimit));
      FoundKey& key = key_with(keys, *id);
      if (key.label.empty() && label) key.label = clean(chars(*label));
      if (kind != CKO_CERTIFICATE) {
        HP_ASSIGN(const KeyForm form, form_of(session, object));
        if (key.kind == KeyKind::kUnusable) key.kind = form.kind;
      } else if (key.certificate.empty()) {
        HP_ASSIGN(std::optional<Bytes> der,
                  session.attribute(object, CKA_VALUE, kCertificateLimit));
        if (der) key.certificate = *std::move(der);
        if (key.kind == KeyKind::kUnusable) key.kind = kind_of_certificate(key.certificate);
      }
    }
  }
  return keys;
}

}  // namespace hp::token
