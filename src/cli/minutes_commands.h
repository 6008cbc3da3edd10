// The subcommands of `homphieu minutes`, one a file.
#pragma once

#include "cli/subcommands.h"

namespace hp::cli {

void add_minutes_show(CLI::App& minutes, Terminal& terminal);
void add_minutes_make(CLI::App& minutes, Terminal& terminal);
void add_minutes_sign(CLI::App& minutes, Terminal& terminal);
void add_minutes_timestamp(CLI::App& minutes, Terminal& terminal);
void add_minutes_check(CLI::App& minutes, Terminal& terminal);

}  // namespace hp::cli
