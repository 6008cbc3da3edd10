#include "journal/sqlite_schema.h"

#include "journal/codes.h"

namespace hp::journal::sqlite {
namespace {

// "HPJ1" as a number: what tells a journal from other SQLite files.
constexpr const char* kApplication = "1213221425";
constexpr const char* kVersion = "1";

// `lead.settled` is written to make the end of the log certain after a commit that failed.
constexpr const char* kTables = R"(
  CREATE TABLE entry(
    position INTEGER PRIMARY KEY CHECK(position >= 0),
    command_id BLOB NOT NULL UNIQUE CHECK(length(command_id) = 16),
    payload_hash BLOB NOT NULL CHECK(length(payload_hash) = 32),
    envelope BLOB NOT NULL) STRICT;
  CREATE TABLE lead(
    only INTEGER PRIMARY KEY CHECK(only = 1),
    epoch INTEGER NOT NULL,
    settled INTEGER NOT NULL) STRICT;
  CREATE TABLE checkpoint(
    only INTEGER PRIMARY KEY CHECK(only = 1),
    note TEXT NOT NULL) STRICT;
  CREATE TABLE shelf(
    shelf TEXT NOT NULL,
    key TEXT NOT NULL,
    value BLOB NOT NULL,
    PRIMARY KEY(shelf, key)) STRICT, WITHOUT ROWID;
  INSERT INTO lead VALUES(1, 0, 0);
  INSERT INTO checkpoint VALUES(1, '');
  PRAGMA application_id = 1213221425;
  PRAGMA user_version = 1;
)";

enum class Kind { kEmpty, kJournal };

Result<Kind> kind_of(const Database& database) {
  const auto application = database.value("PRAGMA application_id");
  const auto version = database.value("PRAGMA user_version");
  const auto tables = database.value("SELECT count(*) FROM sqlite_schema");
  if (!application || !version || !tables) {
    const int result = sqlite3_extended_errcode(database.get());
    if ((result & 0xff) == SQLITE_NOTADB) return fail(codes::kJournalVersion);
    return error_of(result);
  }
  if (application == "0" && version == "0" && tables == "0") return Kind::kEmpty;
  if (application == kApplication && version == kVersion) return Kind::kJournal;
  return fail(codes::kJournalVersion, "", *application + "/" + *version);
}

Result<void> make_tables(const Database& database) {
  if (const int result = database.run("BEGIN IMMEDIATE"); result != SQLITE_OK) {
    return error_of(result);
  }
  // Another process may have been faster.
  const auto kind = kind_of(database);
  if (kind == Kind::kEmpty) {
    const int result = database.run(kTables);
    if (result != SQLITE_OK) {
      database.roll_back();
      return error_of(result);
    }
  }
  const int result = database.run("COMMIT");
  database.roll_back();
  if (result != SQLITE_OK) return error_of(result);
  HP_TRY(kind);
  return {};
}

Result<void> configure(const Database& database) {
  HP_TRY(set(database, "cell_size_check", "ON", "1"));
  return set(database, "secure_delete", "ON", "1");
}

}  // namespace

Result<Database> open_writer(const std::filesystem::path& path, const std::string& vfs,
                             std::chrono::milliseconds limit) {
  HP_ASSIGN(Database out,
            Database::open(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, vfs, limit));
  HP_ASSIGN(const Kind kind, kind_of(out));
  HP_TRY(configure(out));
  HP_TRY(set(out, "journal_mode", "WAL", "wal"));
  HP_TRY(set(out, "synchronous", "FULL", "2"));
  if (kind == Kind::kEmpty) HP_TRY(make_tables(out));
  return out;
}

Result<Database> open_reader(const std::filesystem::path& path, const std::string& vfs,
                             std::chrono::milliseconds limit) {
  HP_ASSIGN(Database out, Database::open(path, SQLITE_OPEN_READWRITE, vfs, limit));
  HP_ASSIGN(const Kind kind, kind_of(out));
  if (kind != Kind::kJournal) return fail(codes::kJournalVersion);
  HP_TRY(configure(out));
  HP_TRY(set(out, "query_only", "ON", "1"));
  return out;
}

Result<void> check(const Database& database) {
  Statement pages = database.prepare("PRAGMA integrity_check(1)");
  if (const int result = pages.step(); result != SQLITE_ROW) return error_of(result);
  if (pages.text(0) != "ok") return fail(codes::kJournalBroken, "", pages.text(0));
  Statement places = database.prepare("SELECT count(*), coalesce(max(position) + 1, 0) FROM entry");
  if (const int result = places.step(); result != SQLITE_ROW) return error_of(result);
  if (places.number(0) != places.number(1)) {
    return fail(codes::kJournalBroken, "", places.text(0) + " / " + places.text(1));
  }
  Statement lines =
      database.prepare("SELECT (SELECT count(*) FROM lead), (SELECT count(*) FROM checkpoint)");
  if (const int result = lines.step(); result != SQLITE_ROW) return error_of(result);
  if (lines.number(0) != 1 || lines.number(1) != 1) return fail(codes::kJournalBroken, "lead");
  return {};
}

}  // namespace hp::journal::sqlite
