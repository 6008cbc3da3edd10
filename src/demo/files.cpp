#include "demo/files.h"

#include <fstream>
#include <iterator>

#include "demo/codes.h"

namespace hp::demo {

Result<std::string> read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return fail(codes::kDemoFile, path.string());
  return std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

Result<void> write_file(const std::filesystem::path& path, std::string_view text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (!file) return fail(codes::kDemoFile, path.string());
  return {};
}

}  // namespace hp::demo
