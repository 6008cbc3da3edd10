// `homphieu minutes …`: made, signed, stamped, checked; each in its own file.
#include <CLI/CLI.hpp>

#include "cli/minutes_commands.h"

namespace hp::cli {

void add_minutes(CLI::App& app, Terminal& terminal) {
  auto* minutes = app.add_subcommand(
      "minutes",
      terminal.say("Biên bản kiểm phiếu, biên bản bầu cử", "Minutes of counting and of elections"));
  minutes->require_subcommand(1);
  for (const auto add : {add_minutes_show, add_minutes_make, add_minutes_sign,
                         add_minutes_timestamp, add_minutes_check}) {
    add(*minutes, terminal);
  }
}

}  // namespace hp::cli
