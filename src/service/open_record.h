// From a congress's journal to what its readers see: the whole of it folded again, and compared
// with the newest checkpoints that were ever shown (docs/design/record.md section 2).
#pragma once

#include "base/error.h"
#include "crypto/ed25519.h"
#include "journal/journal.h"
#include "service/book.h"

namespace hp::service {

// Fails with `record_differs` and the index ("entries[17]") of the first entry that is not as it
// was signed or checked, or beyond which checkpoint and journal part; with `log_key_unknown` where
// `key` is not the founding's. An empty journal is the state of no entries.
Result<Book::Page> open_record(journal::Journal& journal, const crypto::LogKey& key);

// Whether a head that somebody holds is one of this record. Fails with `record_differs`.
Result<void> check_head(const Book::Page& page, const journal::TreeHead& head);

}  // namespace hp::service
