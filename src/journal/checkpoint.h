// Checkpoints: signed heads of a congress's tree (https://c2sp.org/tlog-checkpoint,
// docs/design/record.md section 2).
//
//   homphieu/<congress id in hex>
//   <size>
//   <base64 of the root>
//
//   — homphieu/<congress id in hex> <base64 of key id and Ed25519 signature>
#pragma once

#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/error.h"
#include "journal/tree.h"

namespace hp::crypto {
class LogKey;
}

namespace hp::journal {

// "homphieu/" and the id in hex: the origin of the checkpoints, and the name of the log's key.
std::string origin_of(const Hash& congress_id);

// The checkpoint as a note with the log's signature.
std::string sign_checkpoint(const Hash& congress_id, const TreeHead& head,
                            const crypto::LogKey& key);

// The head, once the log's signature (32-byte Ed25519 `log_key`) is verified. Other signatures
// are not looked at. Strict: three lines of text, the size without leading zeros, exactly one
// signature by the log's key. Fails with `note_form`, `checkpoint_form`,
// `checkpoint_other_congress`, `checkpoint_signature_wrong`.
Result<TreeHead> open_checkpoint(std::string_view note, const Hash& congress_id, ByteView log_key);

// What a checkpoint says, without any check of signatures: for a first look, for showing.
struct CheckpointText {
  std::string origin;
  TreeHead head;
};
Result<CheckpointText> read_checkpoint_text(std::string_view note);

}  // namespace hp::journal
