// The one encoding of a message of the record (docs/design/record.md section 1).
//
// Fields in number order, shortest varints, repeated numbers packed, default values left out;
// every enum set to a declared value other than 0; no unknown field; text in NFC, of letters that
// papers can print (base/letters.h). What does not encode again to the same bytes is refused.
#pragma once

#include <google/protobuf/message.h>

#include "base/bytes.h"
#include "base/error.h"
#include "journal/codes.h"

namespace hp::journal {

// Whether `original` is the one encoding of `message`, which was parsed from it.
// Fails with `not_canonical`, `enum_not_declared`, `field_unknown`, `not_utf8`, `not_nfc`,
// `text_not_printable` and the field's path.
Result<void> check_canonical(const google::protobuf::Message& message, ByteView original);

// The bytes; the caller has set every enum.
Bytes encode_canonical(const google::protobuf::Message& message);

// Parses without checking. Fails with `not_canonical`.
Result<void> parse(google::protobuf::Message& message, ByteView bytes);

template <class M>
Result<M> decode_canonical(ByteView bytes) {
  M message;
  HP_TRY(parse(message, bytes));
  HP_TRY(check_canonical(message, bytes));
  return message;
}

}  // namespace hp::journal
