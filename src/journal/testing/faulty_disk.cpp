#include "journal/testing/faulty_disk.h"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace hp::journal::testing {

// SQLite's file: this, and behind it in the same memory the real one.
struct FaultyFile {
  sqlite3_file base;
  FaultyDisk* disk;
  const std::string* path;  // none: a temporary file, which may fail as it likes

  static FaultyFile& of(sqlite3_file* file) { return *reinterpret_cast<FaultyFile*>(file); }
  static sqlite3_file* real(sqlite3_file* file) {
    return reinterpret_cast<sqlite3_file*>(&of(file) + 1);
  }
  static const sqlite3_io_methods& methods(sqlite3_file* file) { return *real(file)->pMethods; }
  static FaultyDisk& disk_of(sqlite3_vfs* layer) {
    return *static_cast<FaultyDisk*>(layer->pAppData);
  }
  static sqlite3_vfs* under() { return sqlite3_vfs_find(nullptr); }

  static int close(sqlite3_file* f) { return methods(f).xClose(real(f)); }
  static int read(sqlite3_file* f, void* to, int size, sqlite3_int64 at) {
    return methods(f).xRead(real(f), to, size, at);
  }
  static int write(sqlite3_file* f, const void* from, int size, sqlite3_int64 at) {
    if (of(f).path != nullptr) {
      const ByteView bytes(static_cast<const std::uint8_t*>(from), static_cast<std::size_t>(size));
      const int result = of(f).disk->on_write(*of(f).path, bytes, static_cast<std::uint64_t>(at));
      if (result != SQLITE_OK) return result;
    }
    return methods(f).xWrite(real(f), from, size, at);
  }
  static int truncate(sqlite3_file* f, sqlite3_int64 size) {
    if (of(f).path != nullptr) {
      const int result = of(f).disk->on_truncate(*of(f).path, static_cast<std::uint64_t>(size));
      if (result != SQLITE_OK) return result;
    }
    return methods(f).xTruncate(real(f), size);
  }
  static int sync(sqlite3_file* f, int) {
    return of(f).path == nullptr ? SQLITE_OK : of(f).disk->on_sync(*of(f).path);
  }
  static int size(sqlite3_file* f, sqlite3_int64* out) {
    return methods(f).xFileSize(real(f), out);
  }
  static int lock(sqlite3_file* f, int kind) { return methods(f).xLock(real(f), kind); }
  static int unlock(sqlite3_file* f, int kind) { return methods(f).xUnlock(real(f), kind); }
  static int reserved(sqlite3_file* f, int* out) {
    return methods(f).xCheckReservedLock(real(f), out);
  }
  static int control(sqlite3_file* f, int what, void* with) {
    // The real file must not grow behind our back.
    if (what == SQLITE_FCNTL_SIZE_HINT || what == SQLITE_FCNTL_CHUNK_SIZE) return SQLITE_OK;
    return methods(f).xFileControl(real(f), what, with);
  }
  static int sector(sqlite3_file* f) { return methods(f).xSectorSize(real(f)); }
  static int traits(sqlite3_file* f) { return methods(f).xDeviceCharacteristics(real(f)); }
  static int shm_map(sqlite3_file* f, int page, int size, int extend, void volatile** out) {
    return methods(f).xShmMap(real(f), page, size, extend, out);
  }
  static int shm_lock(sqlite3_file* f, int offset, int n, int flags) {
    return methods(f).xShmLock(real(f), offset, n, flags);
  }
  static void shm_barrier(sqlite3_file* f) { methods(f).xShmBarrier(real(f)); }
  static int shm_unmap(sqlite3_file* f, int remove) {
    return methods(f).xShmUnmap(real(f), remove);
  }

  static int open(sqlite3_vfs* layer, const char* path, sqlite3_file* f, int flags, int* out) {
    static const sqlite3_io_methods kMethods = {2,           close,     read,    write,   truncate,
                                                sync,        size,      lock,    unlock,  reserved,
                                                control,     sector,    traits,  shm_map, shm_lock,
                                                shm_barrier, shm_unmap, nullptr, nullptr};
    of(f) = {};
    const int result = under()->xOpen(under(), path, real(f), flags, out);
    if (result != SQLITE_OK) return result;
    of(f).base.pMethods = &kMethods;
    of(f).disk = &disk_of(layer);
    of(f).path = path == nullptr ? nullptr : of(f).disk->on_open(path);
    return SQLITE_OK;
  }
  static int remove(sqlite3_vfs* layer, const char* path, int sync_folder) {
    const int result = disk_of(layer).on_delete(path);
    return result != SQLITE_OK ? result : under()->xDelete(under(), path, sync_folder);
  }
};

FaultyDisk::FaultyDisk(std::string name) : name_(std::move(name)) {
  layer_ = *FaultyFile::under();
  layer_.szOsFile += static_cast<int>(sizeof(FaultyFile));
  layer_.pNext = nullptr;
  layer_.zName = name_.c_str();
  layer_.pAppData = this;
  layer_.xOpen = FaultyFile::open;
  layer_.xDelete = FaultyFile::remove;
  sqlite3_vfs_register(&layer_, 0);
}

FaultyDisk::~FaultyDisk() {
  sqlite3_vfs_unregister(&layer_);
}

void FaultyDisk::cut_after(std::uint64_t operations) {
  const std::lock_guard lock(mutex_);
  left_ = operations;
}

bool FaultyDisk::is_cut() const {
  const std::lock_guard lock(mutex_);
  return left_ == 0;
}

void FaultyDisk::leave_room(std::optional<std::uint64_t> bytes) {
  const std::lock_guard lock(mutex_);
  room_ = bytes;
}

void FaultyDisk::fail_syncs(std::uint32_t count) {
  const std::lock_guard lock(mutex_);
  syncs_failing_ = count;
}

void FaultyDisk::apply(Bytes& image, const Change& change) {
  if (!change.bytes.has_value()) return image.resize(change.at);
  const std::size_t end = change.at + change.bytes->size();
  if (image.size() < end) image.resize(end);
  std::ranges::copy(*change.bytes, image.begin() + static_cast<std::ptrdiff_t>(change.at));
}

int FaultyDisk::spend() {
  if (left_ == 0) return SQLITE_IOERR;
  if (left_.has_value()) --*left_;
  ++operations_;
  return SQLITE_OK;
}

int FaultyDisk::on_write(const std::string& path, ByteView bytes, std::uint64_t at) {
  const std::lock_guard lock(mutex_);
  if (const int result = spend(); result != SQLITE_OK) return result;
  if (room_.has_value()) {
    if (*room_ < bytes.size()) return SQLITE_FULL;
    *room_ -= bytes.size();
  }
  images_[path].unsynced.push_back({at, to_bytes(bytes)});
  return SQLITE_OK;
}

int FaultyDisk::on_truncate(const std::string& path, std::uint64_t size) {
  const std::lock_guard lock(mutex_);
  if (const int result = spend(); result != SQLITE_OK) return result;
  images_[path].unsynced.push_back({size, std::nullopt});
  return SQLITE_OK;
}

int FaultyDisk::on_sync(const std::string& path) {
  const std::lock_guard lock(mutex_);
  if (const int result = spend(); result != SQLITE_OK) return result;
  if (syncs_failing_ > 0) {
    --syncs_failing_;
    return SQLITE_IOERR_FSYNC;
  }
  Image& image = images_[path];
  for (const Change& change : image.unsynced) apply(image.durable, change);
  image.unsynced.clear();
  return SQLITE_OK;
}

const std::string* FaultyDisk::on_open(const char* path) {
  const std::lock_guard lock(mutex_);
  const auto [place, is_new] = images_.try_emplace(path);
  if (is_new) {  // what an earlier life left there
    std::ifstream file(path, std::ios::binary);
    place->second.durable.assign(std::istreambuf_iterator<char>(file), {});
  }
  return &place->first;
}

int FaultyDisk::on_delete(const char* path) {
  const std::lock_guard lock(mutex_);
  if (left_ == 0) return SQLITE_IOERR_DELETE;
  images_[path] = {};
  return SQLITE_OK;
}

void FaultyDisk::power_up(std::mt19937& random, Unsynced unsynced) {
  const std::lock_guard lock(mutex_);
  constexpr std::size_t kSector = 512;
  for (auto& [path, image] : images_) {
    for (Change& change : image.unsynced) {
      const bool kept =
          unsynced == Unsynced::kDrawn ? random() % 2 == 0 : unsynced == Unsynced::kKept;
      if (!kept) continue;
      if (unsynced == Unsynced::kDrawn && change.bytes.has_value() && random() % 4 == 0) {
        const std::size_t sectors = change.bytes->size() / kSector;
        change.bytes->resize(sectors == 0 ? 0 : random() % sectors * kSector);
      }
      apply(image.durable, change);
    }
    image.unsynced.clear();
    std::ofstream(path, std::ios::binary) << chars(image.durable);
    std::error_code ignored;
    std::filesystem::remove(path + "-shm", ignored);
    if (image.durable.empty()) std::filesystem::remove(path, ignored);
  }
  images_.clear();
  left_.reset();
  room_.reset();
  syncs_failing_ = 0;
}

}  // namespace hp::journal::testing
