#include "base/durable_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <utility>

namespace hp {
namespace {

std::error_code write_all(int file, ByteView content) {
  while (!content.empty()) {
    const ssize_t wrote = ::write(file, content.data(), content.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) return last_error();
    if (wrote == 0) return std::make_error_code(std::errc::io_error);
    content = content.subspan(static_cast<std::size_t>(wrote));
  }
  return ::fsync(file) == 0 ? std::error_code() : last_error();
}

// The content alone; its name is synced by who calls.
std::error_code create(const std::filesystem::path& path, ByteView content) {
  const Descriptor file(
      ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (!file.good()) return last_error();
  const std::error_code failed = write_all(file.get(), content);
  if (failed) ::unlink(path.c_str());
  return failed;
}

std::filesystem::path folder_of(const std::filesystem::path& path) {
  return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

}  // namespace

std::error_code last_error() {
  return {errno, std::generic_category()};
}

Descriptor::Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(fd_, other.fd_);
  return *this;
}

Descriptor::~Descriptor() {
  close();
}

void Descriptor::close() {
  if (fd_ >= 0) ::close(std::exchange(fd_, -1));
}

std::error_code create_durable(const std::filesystem::path& path, ByteView content) {
  if (const std::error_code failed = create(path, content)) return failed;
  return sync_folder(folder_of(path));
}

std::error_code replace_durable(const std::filesystem::path& path, ByteView content) {
  std::filesystem::path fresh = path;
  fresh += ".new";
  if (::unlink(fresh.c_str()) != 0 && errno != ENOENT) return last_error();
  if (const std::error_code failed = create(fresh, content)) return failed;
  const std::error_code failed = rename_durable(fresh, path);
  if (failed) ::unlink(fresh.c_str());
  return failed;
}

std::error_code rename_durable(const std::filesystem::path& from, const std::filesystem::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) return last_error();
  return sync_folder(folder_of(to));
}

std::error_code sync_folder(const std::filesystem::path& folder) {
  const Descriptor open_folder(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!open_folder.good() || ::fsync(open_folder.get()) != 0) return last_error();
  return {};
}

}  // namespace hp
