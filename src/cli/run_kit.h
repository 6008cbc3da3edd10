// Test kit: runs the program as a user would, with passphrases from a pipe.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/hex.h"
#include "cli/program.h"
#include "crypto/random.h"

namespace hp::cli {

struct Ran {
  int exit = 0;
  std::string out;
  std::string err;
};

inline Ran run_as(std::vector<std::string> arguments, const std::string& input = "",
                  Language language = Language::kEnglish) {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  Terminal terminal{in, out, err, language};
  const int exit = run(std::move(arguments), terminal);
  return {exit, out.str(), err.str()};
}

// The reading end of a pipe that holds these lines.
class Lines {
 public:
  explicit Lines(const std::string& text) {
    int ends[2];
    if (::pipe(ends) != 0 || ::write(ends[1], text.data(), text.size()) < 0) {
      throw std::runtime_error("pipe");
    }
    ::close(ends[1]);
    fd_ = ends[0];
  }
  ~Lines() { ::close(fd_); }
  Lines(const Lines&) = delete;
  Lines& operator=(const Lines&) = delete;
  std::string fd() const { return std::to_string(fd_); }

 private:
  int fd_ = -1;
};

// A folder that goes with the test.
class Folder {
 public:
  Folder() {
    std::array<std::uint8_t, 8> name{};
    crypto::system_random()(name);
    path_ = std::filesystem::temp_directory_path() / ("homphieu-cli-" + to_hex(name));
    std::filesystem::create_directory(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string at(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace hp::cli
