// Whole files and standard input, up to a limit.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>

#include "base/error.h"

namespace hp::cli {

// The bytes of the file at `path`, or of `in` where the path is "-".
// Fails with `file_unreadable` or, past `limit` bytes, `file_too_large`; both name the path.
Result<std::string> read_input(const std::string& path, std::istream& in, std::size_t limit);

}  // namespace hp::cli
