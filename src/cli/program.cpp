#include "cli/program.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ostream>

#include "cli/subcommands.h"
#include "cli/usage.h"

namespace hp::cli {

void leave(Exit exit) {
  if (exit != Exit::kGood) throw CLI::RuntimeError(static_cast<int>(exit));
}

void leave(const Result<Exit>& done, const Terminal& terminal) {
  leave(done ? *done : complain(terminal, done.error()));
}

int run(std::vector<std::string> arguments, Terminal& terminal) {
  CLI::App app(terminal.say("Hòm Phiếu: kiểm phiếu bầu cử tại đại hội đảng, có thể kiểm chứng",
                            "Hòm Phiếu: verifiable ballot counting for Party congresses"),
               "homphieu");
  app.set_version_flag("--version", "homphieu " HOMPHIEU_VERSION,
                       terminal.say("In phiên bản rồi thoát", "Print the version and exit"));
  app.set_help_flag("--help,-h",
                    terminal.say("In hướng dẫn rồi thoát", "Print this help and exit"));
  app.footer(
      terminal.say("Mã thoát: 0 tốt · 1 có sai sót · 2 không làm được.\n"
                   "Ngôn ngữ: HOMPHIEU_LANG=vi (mặc định) hoặc en.",
                   "Exit codes: 0 good · 1 faults found · 2 could not be done.\n"
                   "Language: HOMPHIEU_LANG=vi (default) or en."));
  app.require_subcommand(1);
  add_count(app, terminal);
  add_verify(app, terminal);
#ifdef HOMPHIEU_SERVE
  add_serve(app, terminal);
#endif
  for (const auto add :
       {add_found, add_official, add_trustee, add_cards, add_roll, add_witness, add_export, add_key,
        add_minutes, add_paper, add_certificate, add_token, add_backup, add_restore}) {
    add(app, terminal);
  }
  std::ranges::reverse(arguments);  // as CLI11 takes a vector
  try {
    app.parse(arguments);
  } catch (const CLI::RuntimeError& ended) {
    return ended.get_exit_code();
  } catch (const CLI::ParseError& error) {
    // Help and version are "errors" with exit code 0.
    if (error.get_exit_code() == 0) return app.exit(error, terminal.out, terminal.err);
    const Exit exit = complain(terminal, usage_error(app, error));
    terminal.err << terminal.say("Hướng dẫn: ", "See: ") << deepest_command(app) << " --help\n";
    return static_cast<int>(exit);
  }
  return static_cast<int>(Exit::kGood);
}

}  // namespace hp::cli
