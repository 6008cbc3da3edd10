// What the tests of journals share: a folder that goes away, and records that tell their number.
#pragma once

#include <stdlib.h>  // mkdtemp

#include <filesystem>
#include <string>

#include "crypto/hash.h"
#include "journal/journal.h"

namespace hp::journal::testing {

class Scratch {
 public:
  Scratch() {
    std::string name = (std::filesystem::temp_directory_path() / "homphieu-XXXXXX").string();
    if (mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ~Scratch() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// Record number n: its id, hash and envelope follow from n. `size` is the envelope's.
inline Record numbered(std::uint64_t n, std::size_t size = 100) {
  const auto number = u64_be(n);
  const Hash hash = crypto::sha256(number);
  Record out{array_of<16>(hash), crypto::sha256(hash), Bytes(size, hash[0])};
  std::ranges::copy(number, out.envelope.begin());
  return out;
}

}  // namespace hp::journal::testing
