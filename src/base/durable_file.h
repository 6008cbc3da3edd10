// Files that are there after a power cut, once the call has said so: content synced, the name
// synced in its folder. All are their owner's alone (0600). What went wrong is the system's code;
// each room says it with its own.
#pragma once

#include <filesystem>
#include <system_error>

#include "base/bytes.h"

namespace hp {

// A file descriptor that is closed with its owner.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept;
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();
  int get() const { return fd_; }
  bool good() const { return fd_ >= 0; }
  void close();

 private:
  int fd_ = -1;
};

// What the system's last call in this thread failed with.
std::error_code last_error();

// A new file. Fails with std::errc::file_exists where there is one; what fails later leaves none.
std::error_code create_durable(const std::filesystem::path& path, ByteView content);

// A file in place of the one that may be there: after a crash it is the old one or the new one,
// whole. Uses the name with ".new" behind it meanwhile.
std::error_code replace_durable(const std::filesystem::path& path, ByteView content);

// In one folder.
std::error_code rename_durable(const std::filesystem::path& from, const std::filesystem::path& to);

std::error_code sync_folder(const std::filesystem::path& folder);

}  // namespace hp
