// The server's folder on disk: set-up code, log keys, one folder a congress. Every file appears
// complete and synced, or not at all, and is for its owner alone.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"
#include "crypto/ed25519.h"
#include "crypto/random.h"
#include "crypto/secret.h"

namespace hp::service {

// Every function fails with `data_folder` and the path where the disk does.
Result<void> make_folder(const std::filesystem::path& folder);
Result<void> write_private_file(const std::filesystem::path& path, ByteView bytes);
// Nothing where there is no such file.
Result<std::optional<crypto::Secret>> read_private_file(const std::filesystem::path& path);

// A file that is no secret. Nothing where there is none; fails with `data_folder` above the limit.
Result<std::optional<Bytes>> read_kept_file(const std::filesystem::path& path, std::size_t most);

class DataFolder {
 public:
  // Makes what isn't there, and holds the folder as long as it lives: one server at a time.
  // Fails with `data_folder_in_use`.
  static Result<DataFolder> open(std::filesystem::path root, const crypto::Random& random);

  // The set-up code as it is printed; empty but on the first start.
  const std::string& setup_code() const { return setup_code_; }
  // Fails with `setup_code_wrong`.
  Result<void> check_setup_code(std::string_view code) const;

  // A log key for a congress that is to be founded, and the one that was made before.
  Result<crypto::LogKey> new_log_key(const crypto::Random& random) const;
  // Fails with `log_key_unknown`.
  Result<crypto::LogKey> find_log_key(ByteView public_key) const;
  Result<void> drop_log_key(ByteView public_key) const;

  // The folder of a congress: made, with its key in it.
  Result<std::filesystem::path> make_congress(const Hash& id, const crypto::LogKey& key) const;
  std::filesystem::path congress_folder(const Hash& id) const;
  struct Congress {
    Hash id{};
    std::filesystem::path folder;
  };
  Result<std::vector<Congress>> congresses() const;

 private:
  std::filesystem::path root_;
  std::shared_ptr<const int> lock_;  // a descriptor
  std::string setup_code_;
  Hash setup_hash_{};
};

// The log key of a congress's folder. Fails with `data_folder` where there is none.
Result<crypto::LogKey> read_log_key(const std::filesystem::path& folder);

}  // namespace hp::service
