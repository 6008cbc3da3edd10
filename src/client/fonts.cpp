#include "client/fonts.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "client/codes.h"

namespace hp::client {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFiles[] = {"LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf",
                                  "LiberationSerif-Italic.ttf", "LiberationSerif-BoldItalic.ttf"};

std::vector<fs::path> places() {
  if (const char* named = std::getenv("HOMPHIEU_FONTS")) return {named};
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();
  return {program / "fonts", program / ".." / "fonts", program / ".." / "share/homphieu/fonts"};
}

}  // namespace

Result<pdf::Fonts> load_fonts() {
  for (const fs::path& folder : places()) {
    std::error_code error;
    if (!fs::exists(folder / kFiles[0], error)) continue;
    std::array<std::string, 4> files;
    std::array<ByteView, 4> views;
    for (std::size_t i = 0; i < files.size(); ++i) {
      std::ifstream file(folder / kFiles[i], std::ios::binary);
      files.at(i) = {std::istreambuf_iterator<char>(file), {}};
      views.at(i) = view(files.at(i));
    }
    return pdf::Fonts::liberation_serif(views);
  }
  return fail(codes::kFontsNotFound);
}

}  // namespace hp::client
