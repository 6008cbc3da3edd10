// The congress's own certificate authority, kept by the secretariat: a root that certifies the
// people who sign and the record's seal. Who has certificates of an organisation's own authority
// does not need it.
#pragma once

#include "pki/certificate.h"
#include "pki/private_key.h"

namespace hp::pki {

// A root for these days: RSA or P-256, path length 0, keyCertSign and cRLSign.
Certificate make_authority(const PrivateKey& key, const Subject& subject, Validity validity);

// A request for a certificate (PKCS#10, RFC 2986), made where the key is.
Bytes make_request(const PrivateKey& key, const Subject& subject);

// What a request carries, its own signature checked: proof that who asks has the key. The name in
// it is a wish: whoever issues decides. Fails with `certificate_request`, `certificate_key`.
struct Request {
  Subject subject;
  Bytes public_key;  // SubjectPublicKeyInfo, DER
};
Result<Request> read_request(ByteView der_or_pem);

enum class Use { kDocuments, kTimestamps };

// A certificate under the authority, with these names and no others. Names longer than X.520
// allows (64 letters) are cut. Fails with `signing_key_other` where the key is not the authority's.
Result<Certificate> issue(const Certificate& authority, const PrivateKey& key, ByteView public_key,
                          const Subject& subject, Validity validity, Use use = Use::kDocuments);

}  // namespace hp::pki
