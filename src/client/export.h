// The exported record, fetched from a server (docs/design/record.md section 9).
#pragma once

#include "client/hall_client.h"
#include "journal/record_file.h"

namespace hp::client {

// Every entry up to the newest checkpoint, and that checkpoint with the witnesses' cosignatures
// that hold, checked as a whole. The caller is logged in as somebody who may read all of it.
// Fails with `export_not_whole` where a part is not for the caller to read yet.
Result<journal::RecordFile> export_record(HallClient& hall, const Hash& congress);

}  // namespace hp::client
