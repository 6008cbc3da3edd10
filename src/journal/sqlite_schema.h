// The tables of a journal's file, and what makes a file one: for this room alone.
#pragma once

#include "journal/sqlite.h"

namespace hp::journal::sqlite {

// A connection that writes, its settings made and read back; the tables are made in an empty file.
// Fails as `open_sqlite_journal`.
Result<Database> open_writer(const std::filesystem::path& path, const std::string& vfs,
                             std::chrono::milliseconds limit);

// A connection to a journal that is there, which can't write.
Result<Database> open_reader(const std::filesystem::path& path, const std::string& vfs,
                             std::chrono::milliseconds limit);

// Reads all of it: pages, indexes, constraints, gaps. Fails with `journal_broken`.
Result<void> check(const Database& database);

}  // namespace hp::journal::sqlite
