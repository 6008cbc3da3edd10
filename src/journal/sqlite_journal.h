// A journal in one SQLite file (docs/decisions/sqlite-group-commit.md): WAL, synchronous=FULL set
// and read back, one writing connection, the checkpoint in the transaction of its entries.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

#include "base/error.h"
#include "journal/journal.h"

namespace hp::journal {

struct SqliteOptions {
  std::string vfs;                        // SQLite's name of a file system layer; empty: its own
  std::chrono::milliseconds limit{5000};  // how long a call waits for other writers
};

// Opens the journal at `path`, and makes it when there is no file yet (the folder must be there).
// Fails with `journal_open`, `journal_version` (made by another version, or no journal),
// `journal_setting` (the store did not take a setting that durability needs), `journal_broken`.
Result<std::unique_ptr<Journal>> open_sqlite_journal(const std::filesystem::path& path,
                                                     SqliteOptions options = {});

// A consistent copy of a journal that may be in use, as one file that `open_sqlite_journal` opens.
// `to` must not exist; it appears complete and synced, or not at all.
// Fails with `journal_open`, `backup_exists`, `journal_full`, `journal_busy`, `journal_broken`.
Result<void> backup_sqlite(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace hp::journal
