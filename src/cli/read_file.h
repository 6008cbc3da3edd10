// Whole files and standard input, up to a limit.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>

#include "base/error.h"

namespace hp::cli {

// How large a file of each kind may be.
inline constexpr std::size_t kMostPaper = std::size_t{16} << 20;  // PDF or JSON of minutes
inline constexpr std::size_t kMostPem = std::size_t{256} << 10;   // certificates, requests, keys
inline constexpr std::size_t kMostRoots = std::size_t{1} << 20;   // all that are trusted
inline constexpr std::size_t kMostRecord = std::size_t{2} << 30;

// The bytes of the file at `path`, or of `in` where the path is "-".
// Fails with `file_unreadable` or, past `limit` bytes, `file_too_large`; both name the path.
Result<std::string> read_input(const std::string& path, std::istream& in, std::size_t limit);

}  // namespace hp::cli
