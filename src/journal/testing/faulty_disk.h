// A disk under SQLite that can lose its power, its room or a sync: what was synced survives, of
// what was only written any part may.
//
//   FaultyDisk disk("disk-1");
//   auto journal = open_sqlite_journal(path, {.vfs = "disk-1"});
//   disk.cut_after(40);  // the 41st write or sync, and everything after it, fails
//   ...                  // close the journal
//   disk.power_up(random);
#pragma once

#include <sqlite3.h>

#include <map>
#include <mutex>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "base/bytes.h"

namespace hp::journal::testing {

class FaultyDisk {
 public:
  // Registers a file system layer of that name, over SQLite's own; one journal at a time.
  explicit FaultyDisk(std::string name);
  ~FaultyDisk();
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;

  // Nothing works any more after that many writes and syncs.
  void cut_after(std::uint64_t operations);
  bool is_cut() const;
  // From now on so many bytes can be written; no value: as many as one likes.
  void leave_room(std::optional<std::uint64_t> bytes);
  // The next syncs fail and make nothing durable.
  void fail_syncs(std::uint32_t count);

  // Whether unsynced writes survive: drawn one by one, cut short at sectors too; or all; or none.
  enum class Unsynced { kDrawn, kKept, kLost };
  // Leaves the files as they are found after the power came back. Everything is closed.
  void power_up(std::mt19937& random, Unsynced unsynced = Unsynced::kDrawn);

  // How many writes and syncs there were.
  std::uint64_t operations() const { return operations_; }

 private:
  friend struct FaultyFile;
  struct Change {
    std::uint64_t at = 0;  // where it is written, or the new size
    std::optional<Bytes> bytes;
  };
  struct Image {
    Bytes durable;
    std::vector<Change> unsynced;
  };
  static void apply(Bytes& image, const Change& change);

  // SQLITE_OK, or why an operation fails.
  int spend();
  int on_write(const std::string& path, ByteView bytes, std::uint64_t at);
  int on_truncate(const std::string& path, std::uint64_t size);
  int on_sync(const std::string& path);
  const std::string* on_open(const char* path);
  int on_delete(const char* path);

  const std::string name_;
  sqlite3_vfs layer_{};
  mutable std::mutex mutex_;
  std::map<std::string, Image> images_;
  std::optional<std::uint64_t> left_;
  std::optional<std::uint64_t> room_;
  std::uint32_t syncs_failing_ = 0;
  std::uint64_t operations_ = 0;
};

}  // namespace hp::journal::testing
