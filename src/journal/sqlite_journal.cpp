#include "journal/sqlite_journal.h"

#include <atomic>
#include <limits>
#include <mutex>
#include <set>

#include "journal/codes.h"
#include "journal/patient_mutex.h"
#include "journal/sqlite_schema.h"

namespace hp::journal {
namespace {

using sqlite::Database;
using sqlite::error_of;
using sqlite::Statement;

// What became of a batch when SQLite refused something before the commit: nothing of it is kept.
Appended before_commit(int result) {
  switch (result & 0xff) {
    case SQLITE_FULL:
      return Appended::kFull;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_IOERR:
    case SQLITE_NOMEM:
    case SQLITE_INTERRUPT:
      return Appended::kUnknown;
    default:
      return Appended::kBroken;
  }
}

int one_number(const Database& database, std::string_view sql, std::uint64_t& out) {
  Statement statement = database.prepare(sql);
  const int result = statement.step();
  if (result == SQLITE_ROW) out = statement.number(0);
  return result;
}

constexpr std::string_view kSize = "SELECT coalesce(max(position) + 1, 0) FROM entry";

class SqliteJournal final : public Journal {
 public:
  SqliteJournal(Database writer, Database reader, std::filesystem::path path, SqliteOptions options)
      : path_(std::move(path)),
        options_(std::move(options)),
        writer_(std::move(writer)),
        reader_(std::move(reader)) {}

  Result<Epoch> take_lead() override;
  Appended append(Epoch epoch, const Batch& batch) override;
  Result<std::optional<Found>> find(const CommandId& id) override;
  Result<std::vector<Bytes>> read(std::uint64_t from, std::uint32_t count) override;
  Result<std::uint64_t> size() override;
  Result<std::string> checkpoint() override;
  Result<void> check() override;
  Result<void> keep(std::string_view shelf, std::string_view key, ByteView value) override;
  Result<void> drop(std::string_view shelf, std::string_view key) override;
  Result<std::vector<std::pair<std::string, Bytes>>> kept(std::string_view shelf) override;

 private:
  using Lock = std::unique_lock<PatientMutex>;

  Result<Lock> lock_writer();
  Result<Lock> lock_reader();
  int settle();
  // Runs what was prepared in a transaction of its own; `writer_` is locked.
  Result<void> write(Statement& statement);
  std::optional<Appended> refuse(Epoch epoch, const Batch& batch, int& result);
  int insert(const Batch& batch);
  Appended commit();

  const std::filesystem::path path_;
  const SqliteOptions options_;
  PatientMutex writing_;
  PatientMutex reading_;
  Database writer_;
  Database reader_;
  // A commit failed, so the end of the file's log is uncertain: a crash now could bring the batch
  // back that readers don't see. Another commit writes over it.
  std::atomic<bool> unsettled_ = false;
};

Result<SqliteJournal::Lock> SqliteJournal::lock_writer() {
  Lock lock(writing_, options_.limit);
  if (!lock.owns_lock()) return fail(codes::kJournalBusy);
  if (const int result = settle(); result != SQLITE_OK) return error_of(result);
  return lock;
}

Result<SqliteJournal::Lock> SqliteJournal::lock_reader() {
  if (unsettled_) HP_TRY(lock_writer());
  Lock lock(reading_, options_.limit);
  if (!lock.owns_lock()) return fail(codes::kJournalBusy);
  return lock;
}

// Makes the end of the log certain, by a commit after the one that failed.
int SqliteJournal::settle() {
  if (!unsettled_) return SQLITE_OK;
  const int result = writer_.run("UPDATE lead SET settled = settled + 1");
  writer_.roll_back();
  if (result == SQLITE_OK) unsettled_ = false;
  return result;
}

Result<void> SqliteJournal::write(Statement& statement) {
  int result = writer_.run("BEGIN IMMEDIATE");
  if (result != SQLITE_OK) return error_of(result);
  while ((result = statement.step()) == SQLITE_ROW) {
  }
  if (result == SQLITE_DONE) {
    statement.again();
    result = writer_.run("COMMIT");
    if (result != SQLITE_OK) unsettled_ = true;
  }
  statement.again();
  writer_.roll_back();
  if (result != SQLITE_OK) return error_of(result);
  return {};
}

Result<Epoch> SqliteJournal::take_lead() {
  HP_ASSIGN(const Lock lock, lock_writer());
  int result = writer_.run("BEGIN IMMEDIATE");
  Epoch epoch = 0;
  if (result == SQLITE_OK) result = writer_.run("UPDATE lead SET epoch = epoch + 1");
  if (result == SQLITE_OK) result = one_number(writer_, "SELECT epoch FROM lead", epoch);
  if (result == SQLITE_ROW) {
    result = writer_.run("COMMIT");
    if (result == SQLITE_OK) return epoch;
    unsettled_ = true;
  }
  writer_.roll_back();
  return error_of(result);
}

// Why the batch can't be appended, if so; or `result` is an error.
std::optional<Appended> SqliteJournal::refuse(Epoch epoch, const Batch& batch, int& result) {
  std::uint64_t now = 0;
  result = one_number(writer_, "SELECT epoch FROM lead", now);
  if (result != SQLITE_ROW) return std::nullopt;
  if (now != epoch) return Appended::kFenced;
  std::set<CommandId> ids;
  Statement known = writer_.prepare("SELECT 1 FROM entry WHERE command_id = ?");
  for (const Record& one : batch.records) {
    result = known.bind(ByteView(one.id)).step();
    if (result == SQLITE_ROW || !ids.insert(one.id).second) return Appended::kDuplicate;
    if (result != SQLITE_DONE) return std::nullopt;
    known.again();
  }
  result = one_number(writer_, kSize, now);
  if (result != SQLITE_ROW) return std::nullopt;
  if (now != batch.first) return Appended::kConflict;
  result = SQLITE_OK;
  return std::nullopt;
}

int SqliteJournal::insert(const Batch& batch) {
  Statement entry = writer_.prepare("INSERT INTO entry VALUES(?, ?, ?, ?)");
  std::uint64_t position = batch.first;
  for (const Record& one : batch.records) {
    entry.bind(position++).bind(ByteView(one.id)).bind(ByteView(one.payload_hash));
    if (const int result = entry.bind(ByteView(one.envelope)).step(); result != SQLITE_DONE) {
      return result;
    }
    entry.again();
  }
  Statement note = writer_.prepare("UPDATE checkpoint SET note = ?");
  const int result = note.bind(std::string_view(batch.checkpoint)).step();
  return result == SQLITE_DONE ? SQLITE_OK : result;
}

Appended SqliteJournal::commit() {
  const int result = writer_.run("COMMIT");
  if (result == SQLITE_OK) return Appended::kDurable;
  writer_.roll_back();
  if ((result & 0xff) == SQLITE_BUSY) return Appended::kUnknown;
  unsettled_ = true;
  // A commit that found no room has not changed what readers see, and now it never will.
  if (settle() == SQLITE_OK && (result & 0xff) == SQLITE_FULL) return Appended::kFull;
  return Appended::kUnknown;
}

Appended SqliteJournal::append(Epoch epoch, const Batch& batch) {
  const auto lock = lock_writer();
  if (!lock.has_value()) {
    return lock.error().is(codes::kJournalBroken) && !unsettled_ ? Appended::kBroken
                                                                 : Appended::kUnknown;
  }
  int result = writer_.run("BEGIN IMMEDIATE");
  if (result != SQLITE_OK) return before_commit(result);
  auto outcome = refuse(epoch, batch, result);
  if (!outcome && result == SQLITE_OK) {
    result = insert(batch);
    if (result == SQLITE_OK) return commit();
  }
  writer_.roll_back();
  return outcome ? *outcome : before_commit(result);
}

Result<std::optional<Found>> SqliteJournal::find(const CommandId& id) {
  HP_ASSIGN(const Lock lock, lock_reader());
  Statement entry =
      reader_.prepare("SELECT position, payload_hash FROM entry WHERE command_id = ?");
  const int result = entry.bind(ByteView(id)).step();
  if (result == SQLITE_DONE) return std::nullopt;
  if (result != SQLITE_ROW) return error_of(result);
  const Bytes hash = entry.blob(1);
  if (hash.size() != 32) return fail(codes::kJournalBroken, "payload_hash");
  return Found{entry.number(0), array_of<32>(hash)};
}

Result<std::vector<Bytes>> SqliteJournal::read(std::uint64_t from, std::uint32_t count) {
  HP_ASSIGN(const Lock lock, lock_reader());
  std::vector<Bytes> out;
  if (from > static_cast<std::uint64_t>(std::numeric_limits<sqlite3_int64>::max())) return out;
  Statement entries = reader_.prepare(
      "SELECT position, envelope FROM entry WHERE position >= ? ORDER BY position LIMIT ?");
  entries.bind(from).bind(std::uint64_t{count});
  int result = SQLITE_OK;
  while ((result = entries.step()) == SQLITE_ROW) {
    if (entries.number(0) != from + out.size()) {
      return fail(codes::kJournalBroken, "position", std::to_string(from + out.size()));
    }
    out.push_back(entries.blob(1));
  }
  if (result != SQLITE_DONE) return error_of(result);
  return out;
}

Result<std::uint64_t> SqliteJournal::size() {
  HP_ASSIGN(const Lock lock, lock_reader());
  std::uint64_t out = 0;
  if (const int result = one_number(reader_, kSize, out); result != SQLITE_ROW) {
    return error_of(result);
  }
  return out;
}

Result<std::string> SqliteJournal::checkpoint() {
  HP_ASSIGN(const Lock lock, lock_reader());
  Statement note = reader_.prepare("SELECT note FROM checkpoint");
  if (const int result = note.step(); result != SQLITE_ROW) return error_of(result);
  return note.text(0);
}

Result<void> SqliteJournal::check() {
  HP_ASSIGN(const Database own, sqlite::open_reader(path_, options_.vfs, options_.limit));
  return sqlite::check(own);
}

Result<void> SqliteJournal::keep(std::string_view shelf, std::string_view key, ByteView value) {
  HP_ASSIGN(const Lock lock, lock_writer());
  Statement statement = writer_.prepare("INSERT OR REPLACE INTO shelf VALUES(?, ?, ?)");
  return write(statement.bind(shelf).bind(key).bind(value));
}

Result<void> SqliteJournal::drop(std::string_view shelf, std::string_view key) {
  HP_ASSIGN(const Lock lock, lock_writer());
  Statement statement = writer_.prepare("DELETE FROM shelf WHERE shelf = ? AND key = ?");
  return write(statement.bind(shelf).bind(key));
}

Result<std::vector<std::pair<std::string, Bytes>>> SqliteJournal::kept(std::string_view shelf) {
  HP_ASSIGN(const Lock lock, lock_reader());
  Statement things = reader_.prepare("SELECT key, value FROM shelf WHERE shelf = ? ORDER BY key");
  things.bind(shelf);
  std::vector<std::pair<std::string, Bytes>> out;
  int result = SQLITE_OK;
  while ((result = things.step()) == SQLITE_ROW) {
    out.emplace_back(things.text(0), things.blob(1));
  }
  if (result != SQLITE_DONE) return error_of(result);
  return out;
}

}  // namespace

Result<std::unique_ptr<Journal>> open_sqlite_journal(const std::filesystem::path& path,
                                                     SqliteOptions options) {
  HP_ASSIGN(Database writer, sqlite::open_writer(path, options.vfs, options.limit));
  HP_ASSIGN(Database reader, sqlite::open_reader(path, options.vfs, options.limit));
  return std::make_unique<SqliteJournal>(std::move(writer), std::move(reader), path,
                                         std::move(options));
}

}  // namespace hp::journal
