// The fonts of fonts/, and other programs as judges, for the tests of paper.
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "pdf/fonts.h"

namespace hp::pdf::testing {

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline const Fonts& fonts() {
  static const Fonts made = [] {
    const std::filesystem::path folder = std::filesystem::path(HOMPHIEU_SOURCE_DIR) / "fonts";
    std::array<std::string, 4> files;
    std::array<ByteView, 4> views;
    const char* names[] = {"Regular", "Bold", "Italic", "BoldItalic"};
    for (std::size_t i = 0; i < files.size(); ++i) {
      files.at(i) = read_file(folder / ("LiberationSerif-" + std::string(names[i]) + ".ttf"));
      views.at(i) = view(files.at(i));
    }
    return Fonts::liberation_serif(views).value();
  }();
  return made;
}

// A folder with the file, gone at the end. A named file also stays, in the folder
// HOMPHIEU_PDF_KEEP, to be looked at.
class OnDisk {
 public:
  explicit OnDisk(ByteView file, const std::string& kept_as = "") {
    std::string name = (std::filesystem::temp_directory_path() / "homphieu-pdf-XXXXXX").string();
    folder_ = mkdtemp(name.data());
    std::ofstream(path(), std::ios::binary) << chars(file);
    const char* keep = std::getenv("HOMPHIEU_PDF_KEEP");
    if (keep == nullptr || kept_as.empty()) return;
    std::ofstream(std::filesystem::path(keep) / (kept_as + ".pdf"), std::ios::binary)
        << chars(file);
  }
  ~OnDisk() { std::filesystem::remove_all(folder_); }
  OnDisk(const OnDisk&) = delete;
  OnDisk& operator=(const OnDisk&) = delete;

  std::filesystem::path folder() const { return folder_; }
  std::string path() const { return (folder_ / "paper.pdf").string(); }

  // What a command says, "{}" in it being the file; the test fails when it fails.
  std::string judge(std::string command) const {
    command.replace(command.find("{}"), 2, path());
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

 private:
  std::filesystem::path folder_;
};

}  // namespace hp::pdf::testing
