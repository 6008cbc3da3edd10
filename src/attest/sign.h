// Signing minutes, in two steps: the paper turn by turn, the JSON all at once. The private key is
// with its owner; what is sent to it are bytes, and the answer is checked before anything is kept.
//
//   HP_ASSIGN(Turn turn, begin_paper(pdf, who, against, now));
//   … the owner's program makes the same pages from the record, and signs turn.attributes …
//   HP_ASSIGN(const Bytes more, finish_paper(std::move(turn), signature));
#pragma once

#include "attest/check.h"
#include "pdf/sign.h"

namespace hp::attest {

struct Who {
  std::string field;  // of the paper; empty: the first that the certificate's person signs
  pki::Certificate certificate;
  std::vector<pki::Certificate> chain{};  // of intermediate authorities
  bool timestamp = false;                 // leaves room for one
};

struct Turn {
  pdf::Unsigned open;
  Who who;           // with its field
  Bytes attributes;  // what the private key signs
};
struct JsonTurn {
  Who who;
  Bytes attributes;
};

// The next signature of a paper. What stands already is checked whole (without a signature being
// missing); so are the certificate, its time and its person. Fails with the first fault found, and
// with `minutes_no_such_field`, `minutes_signed_already`, `minutes_seal_first`,
// `minutes_signer_other`, `minutes_signer_twice`, `certificate_…`.
Result<Turn> begin_paper(ByteView pdf, const Who& who, const Against& against, UnixMs now);

// Fails with `cms_signature` where the value is not that key's over the attributes, with
// `pdf_signature_too_long`.
Result<Bytes> finish_paper(Turn turn, ByteView signature);

// A copy that was signed with another tool: exactly our bytes and one signature more, checked as
// check_paper does. Fails with `minutes_upload_other` or the first fault.
Result<void> check_upload(ByteView ours, ByteView theirs, const Against& against);

// A signature of the JSON: the attributes, and the CMS out of the value over them.
Result<JsonTurn> begin_json(std::string_view json, const Who& who, const Against& against);
Result<Bytes> finish_json(std::string_view json, const JsonTurn& turn, ByteView signature);

// A timestamp for the paper's newest signature: the request for an authority, and the paper with
// its answer. Fail as pki/timestamp.h says; `pdf_not_signed`; `pdf_signature_too_long`.
Result<Bytes> ask_timestamp(ByteView pdf);
Result<Bytes> take_timestamp(ByteView pdf, ByteView request, ByteView response);

}  // namespace hp::attest
