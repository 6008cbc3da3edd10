// Folders, programs and helpers for the tests of tokens.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "token/codes.h"
#include "token/token.h"

namespace hp::token::testing {

// Gone at the end.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "homphieu-token-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// What a command says; the test fails when it fails.
inline std::string run(const std::string& command) {
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  std::string out;
  std::array<char, 4096> buffer{};
  for (std::size_t n = 0; (n = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
    out.append(buffer.data(), n);
  }
  const int status = pclose(pipe);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << command << '\n' << out;
  return out;
}

inline crypto::Secret pin(std::string_view text) {
  return crypto::Secret::copy(view(text));
}

// Short where a test waits for one to pass: only a helper that hangs does.
inline constexpr Deadlines kShort{.list = std::chrono::milliseconds(300),
                                  .sign = std::chrono::milliseconds(300)};

// "token_gone CKR_DEVICE_REMOVED"; "good" of a result.
template <class T>
std::string said(const Result<T>& result) {
  if (result) return "good";
  const Error& error = result.error();
  return std::string(error.code->name) + (error.detail.empty() ? "" : " " + error.detail);
}

}  // namespace hp::token::testing
