// A thin hold on SQLite's C interface, for this room alone: results are SQLite's own codes.
#pragma once

#include <sqlite3.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/error.h"

namespace hp::journal::sqlite {

// One statement; what is bound must live until the last `step`.
class Statement {
 public:
  Statement(sqlite3* database, std::string_view sql);

  Statement& bind(std::uint64_t number);
  Statement& bind(ByteView blob);
  Statement& bind(std::string_view text);
  // SQLITE_ROW, SQLITE_DONE or an error, also that of preparing or binding.
  int step();
  // Ready for the next values.
  void again();

  std::uint64_t number(int column) const;
  bool is_null(int column) const;
  Bytes blob(int column) const;
  std::string text(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int result_ = SQLITE_OK;
  int bound_ = 0;
};

class Database {
 public:
  // Opens with extended result codes, safe against a hostile schema; waits `limit` for locks.
  // Fails with `journal_open`.
  static Result<Database> open(const std::filesystem::path& path, int flags, const std::string& vfs,
                               std::chrono::milliseconds limit);

  sqlite3* get() const { return handle_.get(); }
  Statement prepare(std::string_view sql) const { return {get(), sql}; }
  // Runs statements whose rows do not matter.
  int run(const char* sql) const;
  // The first value of the first row as text; nothing where there is none, or on an error.
  std::optional<std::string> value(std::string_view sql) const;
  // Ends an open transaction without keeping it.
  void roll_back() const;

 private:
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  explicit Database(sqlite3* handle) : handle_(handle) {}
  std::unique_ptr<sqlite3, Close> handle_;
};

// The error that a result stands for: `journal_busy`, `journal_full`, `journal_broken`.
std::unexpected<Error> error_of(int result);

// Reads a setting back after it was made. Fails with `journal_setting`.
Result<void> set(const Database& database, const std::string& pragma, const std::string& value,
                 std::string_view reads_back);

}  // namespace hp::journal::sqlite
