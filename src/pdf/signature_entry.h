// The dictionary of one signature (ISO 32000-2, table 255; ETSI EN 319 142-1, 6.3).
#pragma once

#include "pdf/signed.h"
#include "pdf/structure.h"

namespace hp::pdf {

struct SignatureEntry {
  Signature signature{};  // all but the field's name and the digest
  bool has_transform = false;
};

// Reads the dictionary `object` of `revision`. `catalog` is what a reference may name as its data.
// Fails with `kPdfSignatureEntry`, `kPdfSubFilter`, `kPdfAdobeSignature`, `kPdfByteRange`,
// `kPdfContents`, `kPdfCertify`.
Result<SignatureEntry> read_signature(ByteView file, const Revision& revision, const Object& object,
                                      int catalog);

}  // namespace hp::pdf
