// What the server gives for a command: proof that it stands in the record
// (docs/design/record.md section 2).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"
#include "journal/journal.h"
#include "journal/tree.h"

namespace hp::journal {

struct Receipt {
  Hash congress_id{};
  CommandId command_id{};
  std::uint64_t index = 0;
  std::vector<Hash> inclusion;
  std::string checkpoint;
  bool operator==(const Receipt&) const = default;
};

// Whether the envelope carries that command of that congress and stands at that index under the
// checkpoint, which `log_key` (32 bytes, Ed25519) signed: the checkpoint's head then.
// Fails with `receipt_other_command`, `inclusion_wrong` and as `open_checkpoint`.
Result<TreeHead> check_receipt(const Receipt& receipt, ByteView envelope, ByteView log_key);

// A receipt's file: JSON with hexadecimal values. Reading is strict: these keys, each once, and
// nothing else. Fails with `receipt_form` and the key.
std::string write_receipt(const Receipt& receipt);
Result<Receipt> read_receipt(std::string_view json);

}  // namespace hp::journal
