// For the sources of this room: whether a signature has no byte but those that it needs. Parsers
// are patient with names in other letters, versions, unsigned attributes and other things that no
// signature covers; a changed byte there would leave a paper good that is not the one that was
// signed.
#pragma once

#include "pki/openssl.h"

namespace hp::pki {

// What RFC 5652 asks of the two kinds: the version of the structure, and what stands unsigned.
enum class CmsKind {
  kSignature,  // of data that stand elsewhere; unsigned attributes are timestamps, nothing else
  kTimestamp,  // RFC 3161: the content inside, nothing unsigned
};

// Whether the bytes are what one writes who has the certificates inside, the signed attributes, the
// signature and the timestamps: DER (of NSS its BER), the signer named by issuer and serial number
// or by key as the certificate has them, SHA-2 with RSA or ECDSA under one of the usual names.
bool is_exact(ByteView bytes, CmsKind kind);

}  // namespace hp::pki
