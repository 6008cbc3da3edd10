// For the sources of this room: a CMS signature taken apart.
#pragma once

#include "pki/cms.h"
#include "pki/openssl.h"

namespace hp::pki {

using CertificatesPtr =
    std::unique_ptr<STACK_OF(X509),
                    decltype([](STACK_OF(X509) * all) { sk_X509_pop_free(all, X509_free); })>;

// DER length octets.
Bytes length_octets(std::size_t length);

// The signed attributes as the SET that is signed, in DER order (RFC 5652, 5.4).
Bytes attributes_of(const CMS_SignerInfo* signer);

// A detached SignedData of exactly one signer whose certificate is in it.
struct OneSigner {
  openssl::CmsPtr cms;
  CMS_SignerInfo* signer = nullptr;  // in `cms`
  Certificate certificate;
};

// The roots, the time and the rules as OpenSSL takes them.
openssl::StorePtr store_of(const Trust& trust);

// Fails with `cms_form`; also for bytes behind the structure, and for content inside.
Result<OneSigner> one_signer(ByteView cms);

// When the signature was stamped, if it was. Fails with `timestamp_form`, `timestamp_other`,
// `timestamp_untrusted`. Of several tokens all must hold; the earliest counts.
Result<std::optional<UnixMs>> timestamp_of(const OneSigner& one, const Trust& trust);

}  // namespace hp::pki
