// What makes a CMS signature count: the digest, the signature, the path to a root.
#include <algorithm>

#include "pki/cms.h"
#include "pki/codes.h"
#include "pki/exact_form.h"
#include "pki/signer_info.h"

namespace hp::pki {

using namespace openssl;

namespace {

// Attributes that stand once and hold one value (RFC 5652, 11): the only one of them, or nothing.
const ASN1_TYPE* only_value(const CMS_SignerInfo* signer, int nid) {
  const int at = CMS_signed_get_attr_by_NID(signer, nid, -1);
  if (at < 0 || CMS_signed_get_attr_by_NID(signer, nid, at) >= 0) return nullptr;
  X509_ATTRIBUTE* attribute = CMS_signed_get_attr(signer, at);
  return X509_ATTRIBUTE_count(attribute) == 1 ? X509_ATTRIBUTE_get0_type(attribute, 0) : nullptr;
}

Result<void> check_content(CMS_SignerInfo* signer, const Hash& content) {
  X509_ALGOR* digest = nullptr;
  CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &digest, nullptr);
  if (OBJ_obj2nid(digest->algorithm) != NID_sha256) return fail(codes::kCmsDigest);
  const ASN1_TYPE* stated = only_value(signer, NID_pkcs9_messageDigest);
  const ASN1_TYPE* type = only_value(signer, NID_pkcs9_contentType);
  if (stated == nullptr || stated->type != V_ASN1_OCTET_STRING || type == nullptr ||
      type->type != V_ASN1_OBJECT || OBJ_obj2nid(type->value.object) != NID_pkcs7_data) {
    return fail(codes::kCmsForm, "attributes");
  }
  const ASN1_OCTET_STRING* octets = stated->value.octet_string;
  const ByteView given{ASN1_STRING_get0_data(octets),
                       static_cast<std::size_t>(ASN1_STRING_length(octets))};
  if (!equal(given, content)) return fail(codes::kCmsContent);
  return {};
}

const ErrorCode& meaning_of(long path_error) {
  switch (path_error) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
      return codes::kCertificateExpired;
    case X509_V_ERR_CERT_NOT_YET_VALID:
      return codes::kCertificateNotYet;
    default:
      return codes::kCertificateUntrusted;
  }
}

// The path by itself, so that its fault has a name.
Result<void> check_path(const OneSigner& one, const Trust& trust) {
  const StorePtr store = store_of(trust);
  const std::unique_ptr<X509_STORE_CTX, Freed<X509_STORE_CTX_free>> context(X509_STORE_CTX_new());
  STACK_OF(X509)* inside = CMS_get1_certs(one.cms.get());
  must(X509_STORE_CTX_init(context.get(), store.get(), const_cast<X509*>(one.certificate.x509()),
                           inside));
  const int ok = X509_verify_cert(context.get());
  const int error = X509_STORE_CTX_get_error(context.get());
  sk_X509_pop_free(inside, X509_free);
  ERR_clear_error();
  if (ok != 1) {
    return fail(
        meaning_of(error), "",
        one.certificate.subject().common_name + ": " + X509_verify_cert_error_string(error));
  }
  return {};
}

// OpenSSL's own word on the path and on the signature of the attributes; with CMS_CADES also on the
// certificate that they name. It chooses the certificate by itself: it has to be ours.
bool verifies(const OneSigner& one, const Trust& trust, unsigned more) {
  const BioPtr nothing = reading({});
  const StorePtr store = store_of(trust);
  const int ok = CMS_verify(one.cms.get(), nullptr, store.get(), nothing.get(), nullptr,
                            CMS_BINARY | CMS_NO_CONTENT_VERIFY | more);
  ERR_clear_error();
  X509* chosen = nullptr;
  CMS_SignerInfo_get0_algs(one.signer, nullptr, &chosen, nullptr, nullptr);
  return ok == 1 && chosen != nullptr && X509_cmp(chosen, one.certificate.x509()) == 0;
}

// Whether the signer signed which certificate it is, by a hash of the SHA-2 family. OpenSSL would
// also take SHA-1, in this attribute or in the older one without a choice; that the hash stands
// where it counts is for CMS_CADES to find out.
bool names_certificate(const OneSigner& one) {
  const ASN1_TYPE* stated = only_value(one.signer, NID_id_smime_aa_signingCertificateV2);
  if (stated == nullptr || stated->type != V_ASN1_SEQUENCE) return false;
  const ASN1_STRING* sequence = stated->value.sequence;
  const ByteView value{ASN1_STRING_get0_data(sequence),
                       static_cast<std::size_t>(ASN1_STRING_length(sequence))};
  for (const EVP_MD* kind : {EVP_sha256(), EVP_sha384(), EVP_sha512()}) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
    unsigned length = 0;
    must(X509_digest(one.certificate.x509(), kind, hash.data(), &length));
    if (!std::ranges::search(value, ByteView(hash).first(length)).empty()) return true;
  }
  return false;
}

}  // namespace

StorePtr store_of(const Trust& trust) {
  StorePtr store(X509_STORE_new());
  for (const Certificate& root : trust.roots) {
    must(X509_STORE_add_cert(store.get(), const_cast<X509*>(root.x509())));
  }
  X509_VERIFY_PARAM* rules = X509_STORE_get0_param(store.get());
  X509_VERIFY_PARAM_set_time(rules, seconds(trust.at));
  must(X509_VERIFY_PARAM_set_purpose(rules, X509_PURPOSE_ANY));
  X509_VERIFY_PARAM_set_auth_level(rules, 2);  // RSA from 2048 bits, no SHA-1
  return store;
}

Result<CmsSigner> cms_check(ByteView cms, const Hash& content, const Trust& trust) {
  HP_ASSIGN(const OneSigner one, one_signer(cms));
  if (!one.certificate.may_sign_documents()) {
    return fail(codes::kCertificateUsage, "", one.certificate.subject().common_name);
  }
  HP_TRY(check_content(one.signer, content));
  if (!names_certificate(one)) return fail(codes::kCmsCertificate);
  if (!verifies(one, trust, CMS_CADES)) {
    // What it was: the path, else the signature, else its binding to the certificate.
    HP_TRY(check_path(one, trust));
    const bool signature_holds = verifies(one, trust, CMS_NO_SIGNER_CERT_VERIFY);
    return fail(signature_holds ? codes::kCmsCertificate : codes::kCmsSignature, "",
                one.certificate.subject().common_name);
  }
  CmsSigner signer{
      one.certificate, CMS_signed_get_attr_by_NID(one.signer, NID_pkcs9_signingTime, -1) >= 0, {}};
  HP_ASSIGN(signer.timestamped, timestamp_of(one, trust));
  if (!is_exact(cms, CmsKind::kSignature)) return fail(codes::kCmsForm, "exact");
  return signer;
}

}  // namespace hp::pki
