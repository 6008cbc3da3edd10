#include "cli/read_file.h"

#include <array>
#include <fstream>
#include <istream>

#include "cli/codes.h"

namespace hp::cli {
namespace {

Result<std::string> read_all(const std::string& path, std::istream& in, std::size_t limit) {
  std::string text;
  std::array<char, 65536> block{};
  while (in.read(block.data(), block.size()), in.gcount() > 0) {
    text.append(block.data(), static_cast<std::size_t>(in.gcount()));
    if (text.size() > limit) {
      return fail(codes::kFileTooLarge, path, "> " + std::to_string(limit) + " B");
    }
  }
  if (in.bad()) return fail(codes::kFileUnreadable, path);
  return text;
}

}  // namespace

Result<std::string> read_input(const std::string& path, std::istream& in, std::size_t limit) {
  if (path == "-") return read_all(path, in, limit);
  std::ifstream file(path, std::ios::binary);
  // Opening a folder succeeds; only reading it fails.
  if (!file || file.peek() == std::ifstream::traits_type::eof()) {
    if (!file.is_open() || file.bad()) return fail(codes::kFileUnreadable, path);
    file.clear();
  }
  return read_all(path, file, limit);
}

}  // namespace hp::cli
