#include "journal/sqlite.h"

#include "journal/codes.h"

namespace hp::journal::sqlite {

Statement::Statement(sqlite3* database, std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  result_ =
      sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
  statement_.reset(statement);
}

Statement& Statement::bind(std::uint64_t number) {
  if (result_ == SQLITE_OK) {
    result_ = sqlite3_bind_int64(statement_.get(), ++bound_, static_cast<sqlite3_int64>(number));
  }
  return *this;
}

Statement& Statement::bind(ByteView blob) {
  const void* data = blob.empty() ? "" : static_cast<const void*>(blob.data());
  if (result_ == SQLITE_OK) {
    result_ = sqlite3_bind_blob64(statement_.get(), ++bound_, data, blob.size(), SQLITE_STATIC);
  }
  return *this;
}

Statement& Statement::bind(std::string_view text) {
  const char* data = text.empty() ? "" : text.data();
  if (result_ == SQLITE_OK) {
    result_ = sqlite3_bind_text64(statement_.get(), ++bound_, data, text.size(), SQLITE_STATIC,
                                  SQLITE_UTF8);
  }
  return *this;
}

int Statement::step() {
  if (result_ == SQLITE_OK || result_ == SQLITE_ROW) result_ = sqlite3_step(statement_.get());
  return result_;
}

void Statement::again() {
  sqlite3_reset(statement_.get());
  if (statement_ != nullptr) result_ = SQLITE_OK;
  bound_ = 0;
}

std::uint64_t Statement::number(int column) const {
  return static_cast<std::uint64_t>(sqlite3_column_int64(statement_.get(), column));
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

Bytes Statement::blob(int column) const {
  const auto* data =
      static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_.get(), column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return data == nullptr ? Bytes() : Bytes(data, data + size);
}

std::string Statement::text(int column) const {
  const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return data == nullptr ? std::string() : std::string(data, size);
}

Result<Database> Database::open(const std::filesystem::path& path, int flags,
                                const std::string& vfs, std::chrono::milliseconds limit) {
  sqlite3* handle = nullptr;
  const int result =
      sqlite3_open_v2(path.c_str(), &handle, flags | SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_EXRESCODE,
                      vfs.empty() ? nullptr : vfs.c_str());
  Database out(handle);
  if (result != SQLITE_OK) {
    return fail(codes::kJournalOpen, path.filename().string(), sqlite3_errstr(result));
  }
  sqlite3_busy_timeout(handle, static_cast<int>(limit.count()));
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  return out;
}

int Database::run(const char* sql) const {
  return sqlite3_exec(get(), sql, nullptr, nullptr, nullptr);
}

std::optional<std::string> Database::value(std::string_view sql) const {
  Statement statement = prepare(sql);
  if (statement.step() != SQLITE_ROW) return std::nullopt;
  return statement.text(0);
}

void Database::roll_back() const {
  if (sqlite3_get_autocommit(get()) == 0) run("ROLLBACK");
}

std::unexpected<Error> error_of(int result) {
  const std::string detail = sqlite3_errstr(result);
  switch (result & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_INTERRUPT:
      return fail(codes::kJournalBusy, "", detail);
    case SQLITE_FULL:
      return fail(codes::kJournalFull, "", detail);
    default:
      return fail(codes::kJournalBroken, "", detail);
  }
}

Result<void> set(const Database& database, const std::string& pragma, const std::string& value,
                 std::string_view reads_back) {
  const int result = database.run(("PRAGMA " + pragma + "=" + value).c_str());
  if (result != SQLITE_OK) return error_of(result);
  const auto now = database.value("PRAGMA " + pragma);
  if (now != reads_back) return fail(codes::kJournalSetting, pragma, now.value_or(""));
  return {};
}

}  // namespace hp::journal::sqlite
