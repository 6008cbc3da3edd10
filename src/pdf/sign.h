// Signs a paper: one signature as an incremental update, nothing before it touched (ISO 32000-2,
// 7.5.6, 12.8; ETSI EN 319 142-1). In two steps, so that the private key can be elsewhere:
//
//   HP_ASSIGN(Unsigned open, begin_signature(file, {.field = "chu_tich", .at = at}, fonts));
//   ... a CMS over open.digest, made by whoever holds the key ...
//   HP_ASSIGN(const Bytes done, finish_signature(std::move(open), cms));
//
// The room knows no CMS: it takes DER, and gives DER back (signed.h). Same input, same bytes.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"
#include "base/time.h"
#include "pdf/fonts.h"

namespace hp::pdf {

struct SignatureRequest {
  std::string field{};     // one that make() prepared and that is still empty
  std::string name{};      // /Name: who signs
  std::string reason{};    // /Reason, none if empty
  std::string location{};  // /Location, none if empty
  UnixMs at{};             // /M, written in UTC+7
  bool certify = false;    // DocMDP with P = 2: only further signatures may follow. The first alone
  std::size_t reserve = 8192;             // bytes of CMS, at most 1 MiB
  std::vector<std::string> appearance{};  // lines shown in the field's box
};

// The file with /ByteRange filled in and zeros as /Contents.
struct Unsigned {
  Bytes file{};
  std::array<std::size_t, 4> range{};  // as /ByteRange: two pairs of offset and length
  Hash digest{};                       // SHA-256 of the two ranges: the CMS's messageDigest
};

// Fails with what read_signed fails with; `kPdfNoField`; `kPdfFieldSigned`; `kPdfCertify` when it
// is not the first signature; `kPdfGlyphMissing` for a letter that the file's regular face does not
// embed; `kPdfDoesNotFit` for lines that the box has no room for in 5 pt, as in an invisible field;
// `kPdfSignatureTooLong` for a reserve of 0 or above 1 MiB.
Result<Unsigned> begin_signature(ByteView file, const SignatureRequest& request,
                                 const Fonts& fonts);

// Puts the CMS into the file. Fails with `kPdfSignatureTooLong` when it does not fit, with
// `kPdfContents` when it is not one DER sequence.
Result<Bytes> finish_signature(Unsigned open, ByteView cms);

// Another CMS in the place of the last signature's: the same with a timestamp. The digest stays.
// Fails as read_signed and finish_signature do; `kPdfNotSigned`.
Result<Bytes> replace_last_contents(ByteView file, ByteView cms);

}  // namespace hp::pdf
