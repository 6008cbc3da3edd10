#include "service/data_folder.h"

#include <fcntl.h>
#include <openssl/crypto.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "base/durable_file.h"
#include "base/hex.h"
#include "crypto/hash.h"
#include "crypto/text_form.h"
#include "service/codes.h"

namespace hp::service {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kCodeBytes = 16;
constexpr std::size_t kMostFileBytes = 1u << 16;

// Up to the size of the buffer; -1 on failure.
ssize_t read_all(const Descriptor& file, std::span<std::uint8_t> into) {
  std::size_t all = 0;
  while (all < into.size()) {
    const ssize_t done = ::read(file.get(), into.data() + all, into.size() - all);
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) return -1;
    if (done == 0) break;
    all += static_cast<std::size_t>(done);
  }
  return static_cast<ssize_t>(all);
}

Descriptor open_to_read(const fs::path& path) {
  return Descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
}

std::unexpected<Error> fail_at(const fs::path& path, std::error_code why = last_error()) {
  return fail(codes::kDataFolder, path.string(), why.message());
}

// Held until the last copy goes; the system lets go of it, too, when the program ends.
Result<std::shared_ptr<const int>> hold(const fs::path& path) {
  const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0) return fail_at(path);
  std::shared_ptr<const int> out(new int(fd), [](const int* held) {
    ::close(*held);
    delete held;
  });
  if (::flock(fd, LOCK_EX | LOCK_NB) == 0) return out;
  if (errno == EWOULDBLOCK) return fail(codes::kDataFolderInUse, path.parent_path().string());
  return fail_at(path);
}

fs::path key_file(const fs::path& root, ByteView public_key) {
  return root / "log-keys" / (to_hex(public_key) + ".key");
}

}  // namespace

Result<void> make_folder(const fs::path& folder) {
  if (::mkdir(folder.c_str(), 0700) == 0) {
    if (const auto failed = sync_folder(folder.parent_path())) return fail_at(folder, failed);
    return {};
  }
  if (errno == EEXIST && fs::is_directory(folder)) return {};
  return fail_at(folder);
}

Result<void> write_private_file(const fs::path& path, ByteView bytes) {
  if (const auto failed = replace_durable(path, bytes)) return fail_at(path, failed);
  return {};
}

Result<std::optional<crypto::Secret>> read_private_file(const fs::path& path) {
  const Descriptor file = open_to_read(path);
  if (!file.good()) {
    if (errno == ENOENT) return std::nullopt;
    return fail_at(path);
  }
  crypto::Secret all(kMostFileBytes);
  const ssize_t size = read_all(file, all.bytes());
  if (size < 0) return fail_at(path);
  return crypto::Secret::copy(all.view().first(static_cast<std::size_t>(size)));
}

Result<std::optional<Bytes>> read_kept_file(const fs::path& path, std::size_t most) {
  const Descriptor file = open_to_read(path);
  if (!file.good()) {
    if (errno == ENOENT) return std::nullopt;
    return fail_at(path);
  }
  struct stat about{};
  if (::stat(path.c_str(), &about) != 0) return fail_at(path);
  const auto size = static_cast<std::size_t>(about.st_size);
  if (size > most) return fail(codes::kDataFolder, path.string(), std::to_string(size));
  Bytes all(size);
  const ssize_t read = read_all(file, all);
  if (read < 0) return fail_at(path);
  all.resize(static_cast<std::size_t>(read));
  return all;
}

Result<DataFolder> DataFolder::open(fs::path root, const crypto::Random& random) {
  DataFolder out;
  out.root_ = fs::absolute(std::move(root));
  std::error_code none;
  fs::create_directories(out.root_.parent_path(), none);  // reported by what follows
  for (const fs::path& folder : {out.root_, out.root_ / "log-keys", out.root_ / "congresses"}) {
    HP_TRY(make_folder(folder));
  }
  HP_ASSIGN(out.lock_, hold(out.root_ / "lock"));
  const fs::path file = out.root_ / "setup.code";
  HP_ASSIGN(const auto kept, read_private_file(file));
  if (kept) {
    std::string_view hex = chars(kept->view());
    if (hex.ends_with('\n')) hex.remove_suffix(1);
    const auto hash = hash_from_hex(hex);
    if (!hash) return fail(codes::kDataFolder, file.string());
    out.setup_hash_ = *hash;
    return out;
  }
  std::array<std::uint8_t, kCodeBytes> code{};
  random(code);
  out.setup_hash_ = crypto::sha256(code);
  out.setup_code_ = crypto::text_form(code);
  HP_TRY(write_private_file(file, view(to_hex(out.setup_hash_) + "\n")));
  return out;
}

Result<void> DataFolder::check_setup_code(std::string_view code) const {
  const auto bytes = crypto::read_text_form(code, kCodeBytes);
  if (!bytes) return fail(codes::kSetupCodeWrong, "setup_code", bytes.error().detail);
  const Hash hash = crypto::sha256(*bytes);
  if (CRYPTO_memcmp(hash.data(), setup_hash_.data(), hash.size()) == 0) return {};
  return fail(codes::kSetupCodeWrong, "setup_code");
}

Result<crypto::LogKey> DataFolder::new_log_key(const crypto::Random& random) const {
  crypto::LogKey key = crypto::LogKey::generate(random);
  HP_TRY(write_private_file(key_file(root_, key.public_key()), key.seed()));
  return key;
}

Result<crypto::LogKey> DataFolder::find_log_key(ByteView public_key) const {
  if (public_key.size() != 32) return fail(codes::kLogKeyUnknown, "log_key");
  HP_ASSIGN(const auto seed, read_private_file(key_file(root_, public_key)));
  if (!seed) return fail(codes::kLogKeyUnknown, "log_key");
  return crypto::LogKey::from_seed(*seed);
}

Result<void> DataFolder::drop_log_key(ByteView public_key) const {
  const fs::path file = key_file(root_, public_key);
  if (::unlink(file.c_str()) != 0 && errno != ENOENT) return fail_at(file);
  return {};
}

fs::path DataFolder::congress_folder(const Hash& id) const {
  return root_ / "congresses" / to_hex(id);
}

Result<fs::path> DataFolder::make_congress(const Hash& id, const crypto::LogKey& key) const {
  fs::path folder = congress_folder(id);
  HP_TRY(make_folder(folder));
  HP_TRY(write_private_file(folder / "log.key", key.seed()));
  return folder;
}

Result<std::vector<DataFolder::Congress>> DataFolder::congresses() const {
  std::vector<Congress> out;
  std::error_code error;
  for (const auto& one : fs::directory_iterator(root_ / "congresses", error)) {
    const auto id = hash_from_hex(one.path().filename().string());
    if (id && one.is_directory()) out.push_back({*id, one.path()});
  }
  if (error) return fail(codes::kDataFolder, (root_ / "congresses").string(), error.message());
  std::ranges::sort(out, {}, &Congress::id);
  return out;
}

Result<crypto::LogKey> read_log_key(const fs::path& folder) {
  const fs::path file = folder / "log.key";
  HP_ASSIGN(const auto seed, read_private_file(file));
  if (!seed) return fail(codes::kDataFolder, file.string(), "missing");
  return crypto::LogKey::from_seed(*seed);
}

}  // namespace hp::service
