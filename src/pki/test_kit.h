// A congress's authority and people with certificates, for tests.
#pragma once

#include <stdlib.h>
#include <sys/wait.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "pki/authority.h"

namespace hp::pki::testing {

// 2020-07-28 08:00 in Vietnam, the example congress's days, and a year around them.
inline constexpr UnixMs kCongressDay{1595898000000};
inline constexpr std::uint64_t kDayMs = 86'400'000;
inline constexpr Validity kYear{{kCongressDay.value - 180 * kDayMs},
                                {kCongressDay.value + 180 * kDayMs}};

struct Person {
  PrivateKey key;
  Certificate certificate;
};

struct Authority {
  PrivateKey key = PrivateKey::generate(KeyKind::kP256);
  Certificate root =
      make_authority(key, {"Chứng thư Đại hội thử nghiệm", "", "Đảng bộ thử nghiệm"}, kYear);

  Person person(const std::string& name, const std::string& uid = "", KeyKind kind = KeyKind::kP256,
                Validity validity = kYear, Use use = Use::kDocuments) const {
    PrivateKey own = PrivateKey::generate(kind);
    Certificate made =
        issue(root, key, own.public_key(), {name, uid, "Đảng bộ thử nghiệm"}, validity, use)
            .value();
    return {std::move(own), std::move(made)};
  }
};

// A folder for outside programs, gone at the end.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "homphieu-pki-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string put(const std::string& name, ByteView bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << chars(bytes);
    return (path_ / name).string();
  }
  Bytes get(const std::string& name) const {
    std::ifstream file(path_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  struct Said {
    int status = 0;
    std::string text;
  };
  // Runs in the folder.
  Said run(const std::string& command) const {
    FILE* pipe = popen(("cd '" + path_.string() + "' && { " + command + "; } 2>&1").c_str(), "r");
    Said said;
    std::array<char, 4096> buffer{};
    for (std::size_t n = 0; (n = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
      said.text.append(buffer.data(), n);
    }
    const int status = pclose(pipe);
    said.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return said;
  }

 private:
  std::filesystem::path path_;
};

}  // namespace hp::pki::testing
