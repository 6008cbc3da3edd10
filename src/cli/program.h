// The program homphieu: arguments in, exit code out.
#pragma once

#include <string>
#include <vector>

#include "cli/terminal.h"

namespace hp::cli {

// Runs one subcommand. `arguments` are those after the program's name. Wrong usage is Exit::kError
// with the reason on `err`.
int run(std::vector<std::string> arguments, Terminal& terminal);

}  // namespace hp::cli
