// Timestamps of signatures (RFC 3161; CAdES attribute signature-time-stamp, level B-T). The
// authority may stand in the hall: its request and its answer are files.
#pragma once

#include "pki/cms.h"

namespace hp::pki {

// A request (TimeStampReq, DER) over the signature value of the CMS, with a random nonce, asking
// for the authority's certificate. Fails with `cms_form`.
Result<Bytes> timestamp_request(ByteView cms);

// The CMS with the answer's token as its unsigned attribute. Fails with `timestamp_form`, with
// `timestamp_other` where the token is of another signature, or the answer to another request.
Result<Bytes> with_timestamp(ByteView cms, ByteView request, ByteView response);

}  // namespace hp::pki
