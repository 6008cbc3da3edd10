// Signatures of minutes: CMS SignedData (RFC 5652) without its content, with the attributes of
// CAdES (ETSI EN 319 122-1, baseline B-B): content type, message digest, signing certificate v2,
// and no signing time. Made in two steps, since the private key is elsewhere:
//
//   HP_ASSIGN(const Bytes attributes, cms_attributes(sha256(json), certificate));
//   … the owner signs `attributes` with the private key …
//   HP_ASSIGN(const Bytes cms, cms_finish(sha256(json), certificate, {}, signature));
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "pki/certificate.h"

namespace hp::pki {

// The bytes that the private key signs: DER of the signed attributes as a SET. The same content
// and certificate give the same bytes. Fails with `certificate_usage`.
Result<Bytes> cms_attributes(const Hash& content, const Certificate& signer);

// The signature as DER; `chain` are certificates to add (of intermediate authorities). Fails with
// `cms_signature` where the value is not one of that certificate's key over cms_attributes.
Result<Bytes> cms_finish(const Hash& content, const Certificate& signer,
                         std::span<const Certificate> chain, ByteView signature);

// Whom to believe, and at which time certificates must be valid: that of the congress, not today.
struct Trust {
  std::vector<Certificate> roots;
  UnixMs at;
};

struct CmsSigner {
  Certificate certificate;
  bool signing_time = false;          // B-B forbids it; other programs write it
  std::optional<UnixMs> timestamped;  // by an authority under the same roots
};

// A detached signature of one signer over content with this SHA-256, its certificate leading to a
// root. Fails with `cms_form`, `cms_digest`, `cms_content`, `cms_signature`, `cms_certificate`,
// `certificate_…`, and where there is a timestamp as check_timestamp does.
Result<CmsSigner> cms_check(ByteView cms, const Hash& content, const Trust& trust);

// The signer's certificate as the signature names it, unchecked. Fails with `cms_form`.
Result<Certificate> cms_certificate(ByteView cms);

}  // namespace hp::pki
