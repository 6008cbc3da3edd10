// DSSE v1 envelopes around commands (docs/design/record.md section 1).
#pragma once

#include <string_view>

#include "base/bytes.h"
#include "base/error.h"
#include "homphieu/v1/record.pb.h"

namespace hp::journal {

namespace v1 = homphieu::v1;

inline constexpr std::string_view kCommandType = "application/vnd.homphieu.command.v1+protobuf";

// What a signature is over: "DSSEv1 " len(type) " " type " " len(payload) " " payload.
Bytes pre_authentication(std::string_view type, ByteView payload);

// The envelope of a command: canonical, of the command's type, its signatures of the right
// lengths, sorted by key id, no key twice, at least one. No signature is verified here.
Result<v1::Envelope> decode_envelope(ByteView bytes);
Result<void> check_envelope(const v1::Envelope& envelope);

// The command in an envelope's payload, canonical.
Result<v1::Command> decode_command(ByteView payload);

// Adds a signature in its place. `signature` is r‖s, `key_id` 32 bytes.
void add_signature(v1::Envelope& envelope, const Hash& key_id, ByteView signature);

}  // namespace hp::journal
