#include <fcntl.h>
#include <unistd.h>

#include "journal/codes.h"
#include "journal/sqlite_journal.h"
#include "journal/sqlite_schema.h"

namespace hp::journal {
namespace {

constexpr std::chrono::milliseconds kLimit{5000};

bool sync(const std::filesystem::path& path, int flags) {
  const int file = ::open(path.c_str(), flags | O_CLOEXEC);
  if (file < 0) return false;
  const bool good = ::fsync(file) == 0;
  ::close(file);
  return good;
}

// Every page as of one moment, while others go on writing.
Result<void> copy_pages(const sqlite::Database& from, const std::filesystem::path& to) {
  HP_ASSIGN(const auto copy,
            sqlite::Database::open(to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, "", kLimit));
  sqlite3_backup* backup = sqlite3_backup_init(copy.get(), "main", from.get(), "main");
  if (backup == nullptr) return sqlite::error_of(sqlite3_errcode(copy.get()));
  sqlite3_backup_step(backup, -1);
  // The result of a step that failed comes again here.
  if (const int result = sqlite3_backup_finish(backup); result != SQLITE_OK) {
    return sqlite::error_of(result);
  }
  return {};
}

// Whole, and in one file: a copy in WAL mode would want two more beside it.
Result<void> finish(const std::filesystem::path& copy) {
  HP_ASSIGN(const auto database, sqlite::Database::open(copy, SQLITE_OPEN_READWRITE, "", kLimit));
  HP_TRY(sqlite::set(database, "journal_mode", "DELETE", "delete"));
  return sqlite::check(database);
}

void remove_parts(const std::filesystem::path& part) {
  std::error_code ignored;
  for (const char* tail : {"", "-journal", "-wal", "-shm"}) {
    std::filesystem::remove(part.string() + tail, ignored);
  }
}

}  // namespace

Result<void> backup_sqlite(const std::filesystem::path& from, const std::filesystem::path& to) {
  std::error_code error;
  if (std::filesystem::exists(to, error)) {
    return fail(codes::kBackupExists, to.filename().string());
  }
  HP_ASSIGN(const auto source, sqlite::open_reader(from, "", kLimit));
  std::filesystem::path part = to;
  part += ".part";
  remove_parts(part);
  auto made = copy_pages(source, part);
  if (made.has_value()) made = finish(part);
  if (made.has_value() && !sync(part, O_RDWR)) made = fail(codes::kJournalFull, "fsync");
  if (made.has_value()) {
    std::filesystem::rename(part, to, error);
    if (error) made = fail(codes::kJournalOpen, to.filename().string(), error.message());
  }
  remove_parts(part);
  if (made.has_value()) {
    const auto folder = std::filesystem::absolute(to, error).parent_path();
    if (!sync(folder, O_RDONLY | O_DIRECTORY)) made = fail(codes::kJournalFull, "fsync");
  }
  return made;
}

}  // namespace hp::journal
