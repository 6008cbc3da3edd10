// The command line of homphieu-demo.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace hp::demo {

struct Options {
  std::filesystem::path data;     // empty: a new folder under the system's temporary one
  std::uint64_t seed = 0;         // of the ballots; drawn where not given
  bool once = false;              // end by itself
  std::uint32_t delegates = 0;    // 0: the two congresses; else a small one
  std::filesystem::path program;  // homphieu; beside this program unless given
  std::filesystem::path example;  // the folder of example data
};

// The options, or the exit code where there is nothing to be done (help) or usage is wrong.
struct Parsed {
  std::optional<Options> options;
  int exit_code = 0;
};
Parsed parse_options(int argc, const char* const* argv);

}  // namespace hp::demo
