#include "pki/signer_info.h"

#include "pki/codes.h"

namespace hp::pki {

using namespace openssl;

Bytes length_octets(std::size_t length) {
  if (length < 0x80) return {static_cast<std::uint8_t>(length)};
  Bytes big;
  for (; length > 0; length >>= 8) big.insert(big.begin(), static_cast<std::uint8_t>(length));
  big.insert(big.begin(), static_cast<std::uint8_t>(0x80 | big.size()));
  return big;
}

Bytes attributes_of(const CMS_SignerInfo* signer) {
  std::vector<Bytes> all;
  for (int i = 0; i < CMS_signed_get_attr_count(signer); ++i) {
    all.push_back(der_of(CMS_signed_get_attr(signer, i), i2d_X509_ATTRIBUTE));
  }
  std::ranges::sort(all);  // X.690, 11.6: shorter first where one begins the other
  Bytes inner;
  for (const Bytes& one : all) append(inner, one);
  Bytes set{0x31};
  append(set, length_octets(inner.size()));
  append(set, inner);
  return set;
}

Result<OneSigner> one_signer(ByteView bytes) {
  CmsPtr cms = openssl::from_der<CmsPtr>(bytes, d2i_CMS_ContentInfo);
  if (cms == nullptr || OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed ||
      CMS_is_detached(cms.get()) != 1 ||
      OBJ_obj2nid(CMS_get0_eContentType(cms.get())) != NID_pkcs7_data) {
    ERR_clear_error();
    return fail(codes::kCmsForm);
  }
  STACK_OF(CMS_SignerInfo)* signers = CMS_get0_SignerInfos(cms.get());
  if (sk_CMS_SignerInfo_num(signers) != 1) return fail(codes::kCmsForm);
  CMS_SignerInfo* signer = sk_CMS_SignerInfo_value(signers, 0);
  const CertificatesPtr inside(CMS_get1_certs(cms.get()));
  for (int i = 0; i < sk_X509_num(inside.get()); ++i) {
    X509* one = sk_X509_value(inside.get(), i);
    if (CMS_SignerInfo_cert_cmp(signer, one) != 0) continue;
    HP_ASSIGN(Certificate certificate, Certificate::of(one));
    return OneSigner{std::move(cms), signer, std::move(certificate)};
  }
  return fail(codes::kCmsForm);
}

}  // namespace hp::pki
