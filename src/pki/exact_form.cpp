#include "pki/exact_form.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "pki/signer_info.h"

namespace hp::pki {

using namespace openssl;

namespace {

constexpr std::array kSignatures{NID_rsaEncryption,           NID_sha256WithRSAEncryption,
                                 NID_sha384WithRSAEncryption, NID_sha512WithRSAEncryption,
                                 NID_ecdsa_with_SHA256,       NID_ecdsa_with_SHA384,
                                 NID_ecdsa_with_SHA512};

Bytes tlv(std::uint8_t tag, ByteView content) {
  Bytes out{tag};
  append(out, length_octets(content.size()));
  append(out, content);
  return out;
}

Bytes joined(std::uint8_t tag, std::initializer_list<ByteView> parts) {
  Bytes inner;
  for (const ByteView part : parts) append(inner, part);
  return tlv(tag, inner);
}

Bytes number(std::uint8_t value) {
  return {0x02, 1, value};
}

Bytes name_of(int nid) {
  return der_of(OBJ_nid2obj(nid), i2d_ASN1_OBJECT);
}

// Without parameters, or with NULL for them: both are in use for hashes.
std::array<Bytes, 2> forms_of_digest(const X509_ALGOR* digest) {
  const Bytes name = der_of(digest->algorithm, i2d_ASN1_OBJECT);
  const Bytes null{0x05, 0};
  return {joined(0x30, {name}), joined(0x30, {name, null})};
}

// Nothing where it is none of those known, names another hash, or is not in its one form.
Bytes known_signature(const X509_ALGOR* algorithm, const X509_ALGOR* digest) {
  const int nid = OBJ_obj2nid(algorithm->algorithm);
  if (nid == NID_rsassaPss) return der_of(algorithm, i2d_X509_ALGOR);  // the signature hangs on all
  if (std::ranges::find(kSignatures, nid) == kSignatures.end()) return {};
  int hash = NID_undef;  // rsaEncryption names none
  if (OBJ_find_sigid_algs(nid, &hash, nullptr) == 1 && hash != OBJ_obj2nid(digest->algorithm)) {
    return {};
  }
  const bool ecdsa =
      nid == NID_ecdsa_with_SHA256 || nid == NID_ecdsa_with_SHA384 || nid == NID_ecdsa_with_SHA512;
  const Bytes null{0x05, 0};
  return ecdsa ? joined(0x30, {name_of(nid)}) : joined(0x30, {name_of(nid), null});
}

// By issuer and serial number as the certificate has them, or by its key.
Bytes identifier_of(CMS_SignerInfo* signer, const X509* own) {
  ASN1_OCTET_STRING* key = nullptr;
  CMS_SignerInfo_get0_signer_id(signer, &key, nullptr, nullptr);
  if (key != nullptr) {
    return tlv(0x80,
               {ASN1_STRING_get0_data(key), static_cast<std::size_t>(ASN1_STRING_length(key))});
  }
  return joined(0x30, {der_of(X509_get_issuer_name(own), i2d_X509_NAME),
                       der_of(X509_get0_serialNumber(own), i2d_ASN1_INTEGER)});
}

// Nothing where something else than timestamps stands there.
std::optional<Bytes> unsigned_part(const CMS_SignerInfo* signer, CmsKind kind) {
  const int count = CMS_unsigned_get_attr_count(signer);
  if (count <= 0) return Bytes();
  if (kind == CmsKind::kTimestamp) return std::nullopt;
  Bytes inner;
  for (int i = 0; i < count; ++i) {
    X509_ATTRIBUTE* one = CMS_unsigned_get_attr(signer, i);
    if (OBJ_obj2nid(X509_ATTRIBUTE_get0_object(one)) != NID_id_smime_aa_timeStampToken) {
      return std::nullopt;
    }
    append(inner, der_of(one, i2d_X509_ATTRIBUTE));
  }
  return tlv(0xa1, inner);
}

Bytes content_of(CMS_ContentInfo* cms) {
  const Bytes type = der_of(CMS_get0_eContentType(cms), i2d_ASN1_OBJECT);
  ASN1_OCTET_STRING** inside = CMS_get0_content(cms);
  if (inside == nullptr || *inside == nullptr) return joined(0x30, {type});
  const ByteView octets{ASN1_STRING_get0_data(*inside),
                        static_cast<std::size_t>(ASN1_STRING_length(*inside))};
  return joined(0x30, {type, tlv(0xa0, tlv(0x04, octets))});
}

}  // namespace

bool is_exact(ByteView bytes, CmsKind kind) {
  const CmsPtr cms = openssl::from_der<CmsPtr>(bytes, d2i_CMS_ContentInfo);
  if (cms == nullptr || OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed) return false;
  STACK_OF(CMS_SignerInfo)* signers = CMS_get0_SignerInfos(cms.get());
  if (sk_CMS_SignerInfo_num(signers) != 1) return false;
  CMS_SignerInfo* signer = sk_CMS_SignerInfo_value(signers, 0);
  const CertificatesPtr inside(CMS_get1_certs(cms.get()));
  Bytes certificates;
  const X509* own = nullptr;
  for (int i = 0; i < sk_X509_num(inside.get()); ++i) {
    X509* one = sk_X509_value(inside.get(), i);
    append(certificates, der_of(one, i2d_X509));
    if (own == nullptr && CMS_SignerInfo_cert_cmp(signer, one) == 0) own = one;
  }
  X509_ALGOR* digest = nullptr;
  X509_ALGOR* algorithm = nullptr;
  CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &digest, &algorithm);
  const Bytes signature = known_signature(algorithm, digest);
  const std::optional<Bytes> unsigned_attributes = unsigned_part(signer, kind);
  if (own == nullptr || signature.empty() || !unsigned_attributes) return false;

  const ASN1_OCTET_STRING* value = CMS_SignerInfo_get0_signature(signer);
  const Bytes octets = tlv(
      0x04, {ASN1_STRING_get0_data(value), static_cast<std::size_t>(ASN1_STRING_length(value))});
  const Bytes who = identifier_of(signer, own);
  Bytes attributes = attributes_of(signer);
  attributes[0] = 0xa0;
  const Bytes content = content_of(cms.get());
  const std::uint8_t own_version = who[0] == 0x80 ? 3 : 1;
  const std::uint8_t version = kind == CmsKind::kTimestamp ? 3 : own_version;
  // NSS writes the frame in BER of indefinite length: what is in it is held as strictly.
  const bool is_ber = bytes.size() > 1 && bytes[1] == 0x80;
  const Bytes given = is_ber ? der_of(cms.get(), i2d_CMS_ContentInfo) : to_bytes(bytes);
  for (const Bytes& of_all : forms_of_digest(digest)) {
    for (const Bytes& of_signer : forms_of_digest(digest)) {
      const Bytes info = joined(0x30, {number(own_version), who, of_signer, attributes, signature,
                                       octets, *unsigned_attributes});
      const Bytes data = joined(0x30, {number(version), tlv(0x31, of_all), content,
                                       tlv(0xa0, certificates), tlv(0x31, info)});
      if (equal(joined(0x30, {name_of(NID_pkcs7_signed), tlv(0xa0, data)}), given)) return true;
    }
  }
  return false;
}

}  // namespace hp::pki
