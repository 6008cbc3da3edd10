// Every subcommand registers itself on the program: one function a file, named after it.
// A callback ends with `leave`.
#pragma once

#include "cli/terminal.h"

namespace CLI {
class App;
}

namespace hp::cli {

void add_count(CLI::App& app, Terminal& terminal);
void add_verify(CLI::App& app, Terminal& terminal);
void add_serve(CLI::App& app, Terminal& terminal);
void add_found(CLI::App& app, Terminal& terminal);
void add_official(CLI::App& app, Terminal& terminal);
void add_trustee(CLI::App& app, Terminal& terminal);
void add_cards(CLI::App& app, Terminal& terminal);
void add_roll(CLI::App& app, Terminal& terminal);
void add_witness(CLI::App& app, Terminal& terminal);
void add_export(CLI::App& app, Terminal& terminal);
void add_key(CLI::App& app, Terminal& terminal);
void add_minutes(CLI::App& app, Terminal& terminal);
void add_paper(CLI::App& app, Terminal& terminal);
void add_certificate(CLI::App& app, Terminal& terminal);
void add_token(CLI::App& app, Terminal& terminal);
void add_backup(CLI::App& app, Terminal& terminal);
void add_restore(CLI::App& app, Terminal& terminal);

// Ends the subcommand with this exit code. Goes back through CLI11.
void leave(Exit exit);
// The same with what a function that may fail says; an error is said on `terminal.err`.
void leave(const Result<Exit>& done, const Terminal& terminal);

}  // namespace hp::cli
