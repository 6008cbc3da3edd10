// Whole files in and out.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/error.h"

namespace hp::demo {

// Both fail with `demo_file` and the path.
Result<std::string> read_file(const std::filesystem::path& path);
Result<void> write_file(const std::filesystem::path& path, std::string_view text);

}  // namespace hp::demo
