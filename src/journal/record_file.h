// The exported record, `<name>.record` (docs/design/record.md section 9):
//
//   homphieu-record v1\n
//   per entry: its length in 4 bytes, big-endian, never zero; the envelope
//   four zero bytes
//   the newest checkpoint: a note, with the log's signature and the witnesses' cosignatures
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"
#include "journal/cosignature.h"

namespace hp::journal {

inline constexpr std::string_view kRecordLine = "homphieu-record v1\n";

struct RecordFile {
  std::vector<Bytes> entries;
  std::string checkpoint;
};

// An entry is neither empty nor longer than 4 GiB; otherwise std::invalid_argument.
Bytes write_record(const RecordFile& record);

// Strict: whatever is taken is what `write_record` makes of it, byte for byte; the note is in the
// form of a checkpoint. Signatures and tree are not checked here. Fails with `record_file_form`
// (where: "line", "entries[i]", "end"), `note_form`, `checkpoint_form` (where: "checkpoint").
Result<RecordFile> read_record(ByteView file);

// Whether the checkpoint is the log's, cosigned by none but `witnesses`, and covers exactly these
// entries. Fails as `open_witnessed`, and with `record_head_differs`.
Result<Witnessed> check_record(const RecordFile& record, const Hash& congress_id, ByteView log_key,
                               std::span<const Witness> witnesses);

}  // namespace hp::journal
