#include "journal/sqlite_journal.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <fstream>
#include <iterator>
#include <thread>

#include "journal/codes.h"
#include "journal/testing/scratch.h"

namespace hp::journal {
namespace {

using testing::numbered;
using testing::Scratch;

Bytes file_bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}
void write_file(const std::filesystem::path& path, ByteView bytes) {
  std::ofstream(path, std::ios::binary) << chars(bytes);
}
bool contains(const Bytes& bytes, std::string_view text) {
  return chars(bytes).contains(text);
}

// Another hand on the file.
class Hand {
 public:
  explicit Hand(const std::filesystem::path& path) { sqlite3_open(path.c_str(), &handle_); }
  ~Hand() { sqlite3_close(handle_); }
  Hand(const Hand&) = delete;
  Hand& operator=(const Hand&) = delete;
  void run(const char* sql) const {
    EXPECT_EQ(sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr), SQLITE_OK) << sql;
  }

 private:
  sqlite3* handle_ = nullptr;
};

struct SqliteHall {
  Scratch folder;
  std::filesystem::path path = folder.path() / "journal.db";
  std::unique_ptr<Journal> journal = open_sqlite_journal(path).value();
  Epoch epoch = journal->take_lead().value();

  Appended add(std::uint64_t first, std::uint64_t count) const {
    Batch batch{first, {}, "size " + std::to_string(first + count)};
    for (std::uint64_t i = first; i < first + count; ++i) batch.records.push_back(numbered(i));
    return journal->append(epoch, batch);
  }
};

TEST(SqliteJournal, TakesNoFileThatIsNoJournal) {
  const Scratch folder;
  const auto path = folder.path() / "journal.db";
  Hand(path).run("CREATE TABLE other(x)");
  const Bytes before = file_bytes(path);
  EXPECT_TRUE(open_sqlite_journal(path).error().is(codes::kJournalVersion));
  EXPECT_EQ(file_bytes(path), before);
  write_file(path, Bytes(5000, 'x'));
  EXPECT_TRUE(open_sqlite_journal(path).error().is(codes::kJournalVersion));
  EXPECT_TRUE(
      open_sqlite_journal(folder.path() / "none" / "journal.db").error().is(codes::kJournalOpen));
}

TEST(SqliteJournal, TakesNoFileOfAnotherVersion) {
  SqliteHall hall;
  hall.journal.reset();
  Hand(hall.path).run("PRAGMA user_version = 2");
  EXPECT_TRUE(open_sqlite_journal(hall.path).error().is(codes::kJournalVersion));
}

TEST(SqliteJournal, AFileSystemLayerThatIsNotThereIsAnError) {
  const Scratch folder;
  EXPECT_TRUE(open_sqlite_journal(folder.path() / "journal.db", {.vfs = "none"})
                  .error()
                  .is(codes::kJournalOpen));
  EXPECT_TRUE(open_sqlite_journal(folder.path() / "journal.db", {.vfs = "unix-excl"}).has_value());
}

TEST(SqliteJournal, WaitsForAnotherWriterNoLongerThanItsLimit) {
  SqliteHall hall;
  hall.journal =
      open_sqlite_journal(hall.path, {.vfs = "", .limit = std::chrono::milliseconds(50)}).value();
  const Hand other(hall.path);
  other.run("BEGIN IMMEDIATE");
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(hall.add(0, 1), Appended::kUnknown);
  EXPECT_TRUE(hall.journal->take_lead().error().is(codes::kJournalBusy));
  EXPECT_TRUE(hall.journal->keep("s", "k", Bytes{1}).error().is(codes::kJournalBusy));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
  EXPECT_EQ(hall.journal->size().value(), 0U) << "readers do not wait";
  other.run("ROLLBACK");
  EXPECT_EQ(hall.add(0, 1), Appended::kDurable);
}

TEST(SqliteJournal, CheckFindsAGap) {
  SqliteHall hall;
  ASSERT_EQ(hall.add(0, 5), Appended::kDurable);
  Hand(hall.path).run("DELETE FROM entry WHERE position = 2");
  EXPECT_TRUE(hall.journal->check().error().is(codes::kJournalBroken));
  EXPECT_TRUE(hall.journal->read(0, 5).error().is(codes::kJournalBroken));
}

TEST(SqliteJournal, DamageIsFoundAndNeverACrash) {
  SqliteHall hall;
  ASSERT_EQ(hall.add(0, 200), Appended::kDurable);
  hall.journal.reset();
  const Bytes good = file_bytes(hall.path);
  ASSERT_GT(good.size(), 20'000U);
  int found = 0;
  for (std::size_t at = 4096; at + 64 < good.size(); at += 4096) {  // the heads of its pages
    Bytes bad = good;
    std::fill_n(bad.begin() + static_cast<std::ptrdiff_t>(at), 64, std::uint8_t{0xff});
    write_file(hall.path, bad);
    const auto opened = open_sqlite_journal(hall.path);
    if (opened.has_value() && (*opened)->check().has_value()) continue;
    ++found;
  }
  EXPECT_GT(found, static_cast<int>(good.size() / 4096) - 3);
}

TEST(SqliteJournal, LeavesNothingOfWhatWasDropped) {
  SqliteHall hall;
  const std::string secret = "bản thảo đã rút lại";
  ASSERT_TRUE(hall.journal->keep("proposals", "x", view(secret)).has_value());
  ASSERT_TRUE(hall.journal->drop("proposals", "x").has_value());
  hall.journal.reset();  // the last to leave empties the log into the file
  EXPECT_FALSE(contains(file_bytes(hall.path), secret));
}

TEST(SqliteBackup, IsAConsistentCopyOfAJournalInUse) {
  SqliteHall hall;
  ASSERT_EQ(hall.add(0, 50), Appended::kDurable);
  ASSERT_TRUE(hall.journal->keep("minutes", "m", Bytes{9}).has_value());
  std::thread writer([&] {
    for (std::uint64_t n = 50; n < 120; n += 2) EXPECT_EQ(hall.add(n, 2), Appended::kDurable);
  });
  for (int i = 0; i < 5; ++i) {
    const auto to = hall.folder.path() / ("copy" + std::to_string(i));
    const auto made = backup_sqlite(hall.path, to);
    ASSERT_TRUE(made.has_value()) << describe(made.error(), Language::kEnglish);
    const auto copy = open_sqlite_journal(to).value();
    const std::uint64_t size = copy->size().value();
    EXPECT_GE(size, 50U);
    EXPECT_EQ(copy->checkpoint().value(), "size " + std::to_string(size));
    EXPECT_EQ(copy->read(0, 1000)->size(), size);
    EXPECT_EQ(copy->kept("minutes")->size(), 1U);
    EXPECT_TRUE(copy->check().has_value());
  }
  writer.join();
  EXPECT_EQ(hall.journal->size().value(), 120U);
}

TEST(SqliteBackup, IsOneFileAndTheOnlyOneLeft) {
  SqliteHall hall;
  ASSERT_EQ(hall.add(0, 3), Appended::kDurable);
  const Scratch other;
  ASSERT_TRUE(backup_sqlite(hall.path, other.path() / "copy").has_value());
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(other.path()), {}), 1);
}

TEST(SqliteBackup, OverwritesNothing) {
  SqliteHall hall;
  const auto to = hall.folder.path() / "there";
  write_file(to, view("mine"));
  EXPECT_TRUE(backup_sqlite(hall.path, to).error().is(codes::kBackupExists));
  EXPECT_EQ(file_bytes(to), to_bytes(view("mine")));
}

TEST(SqliteBackup, LeavesNothingWhenItFails) {
  const Scratch folder;
  const auto to = folder.path() / "copy";
  EXPECT_TRUE(backup_sqlite(folder.path() / "none", to).error().is(codes::kJournalOpen));
  EXPECT_FALSE(std::filesystem::exists(to));
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "none"));
}

TEST(SqliteBackup, GoesOnAsAJournalWithItsEpochs) {
  SqliteHall hall;
  ASSERT_EQ(hall.add(0, 3), Appended::kDurable);
  const auto to = hall.folder.path() / "copy";
  ASSERT_TRUE(backup_sqlite(hall.path, to).has_value());
  const auto copy = open_sqlite_journal(to).value();
  const Epoch epoch = copy->take_lead().value();
  EXPECT_GT(epoch, hall.epoch);
  EXPECT_EQ(copy->append(epoch, {3, {numbered(3)}, "c"}), Appended::kDurable);
  EXPECT_EQ(copy->append(epoch, {4, {numbered(1)}, "c"}), Appended::kDuplicate);
}

}  // namespace
}  // namespace hp::journal
