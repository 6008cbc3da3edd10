// `homphieu official paper …`: the official minutes, signed through the hall's server.
#pragma once

#include "cli/terminal.h"

namespace CLI {
class App;
}

namespace hp::cli {

void add_official_papers(CLI::App& official, Terminal& terminal);

}  // namespace hp::cli
