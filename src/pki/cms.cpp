#include "pki/cms.h"

#include "crypto/codes.h"
#include "pki/codes.h"
#include "pki/openssl.h"
#include "pki/signer_info.h"

namespace hp::pki {

using namespace openssl;

namespace {

struct Draft {
  CmsPtr cms;
  CMS_SignerInfo* signer = nullptr;  // in `cms`
  Bytes attributes;
};

Result<Draft> draft(const Hash& content, const Certificate& signer,
                    std::span<const Certificate> chain) {
  if (!signer.may_sign_documents()) return fail(codes::kCertificateUsage);
  constexpr unsigned kFlags = CMS_PARTIAL | CMS_DETACHED | CMS_BINARY;
  Draft made;
  made.cms.reset(CMS_sign(nullptr, nullptr, nullptr, nullptr, kFlags));
  auto* x509 = const_cast<X509*>(signer.x509());
  made.signer = CMS_add1_signer(made.cms.get(), x509, X509_get0_pubkey(x509), EVP_sha256(),
                                kFlags | CMS_CADES | CMS_NOSMIMECAP);
  if (made.signer == nullptr) throw std::runtime_error("OpenSSL failed");
  for (const Certificate& one : chain) {
    if (one.fingerprint() == signer.fingerprint()) continue;
    must(CMS_add1_cert(made.cms.get(), const_cast<X509*>(one.x509())));
  }
  must(CMS_signed_add1_attr_by_NID(made.signer, NID_pkcs9_contentType, V_ASN1_OBJECT,
                                   OBJ_nid2obj(NID_pkcs7_data), -1));
  must(CMS_signed_add1_attr_by_NID(made.signer, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING,
                                   content.data(), static_cast<int>(content.size())));
  made.attributes = attributes_of(made.signer);
  return made;
}

}  // namespace

Result<Bytes> cms_attributes(const Hash& content, const Certificate& signer) {
  HP_ASSIGN(Draft made, draft(content, signer, {}));
  return std::move(made.attributes);
}

Result<Bytes> cms_finish(const Hash& content, const Certificate& signer,
                         std::span<const Certificate> chain, ByteView signature) {
  HP_ASSIGN(const Draft made, draft(content, signer, chain));
  if (!check_signature(signer, made.attributes, signature).has_value()) {
    return fail(codes::kCmsSignature);
  }
  must(ASN1_OCTET_STRING_set(CMS_SignerInfo_get0_signature(made.signer), signature.data(),
                             static_cast<int>(signature.size())));
  return der_of(made.cms.get(), i2d_CMS_ContentInfo);
}

Result<Certificate> cms_certificate(ByteView cms) {
  HP_ASSIGN(const OneSigner one, one_signer(cms));
  return one.certificate;
}

}  // namespace hp::pki
