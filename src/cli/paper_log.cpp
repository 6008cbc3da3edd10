// `homphieu paper log`: every action of a count on paper, for the congress's file.
#include <CLI/CLI.hpp>

#include "cli/paper_commands.h"
#include "cli/paper_print.h"

namespace hp::cli {

void add_paper_log(CLI::App& paper, Terminal& terminal) {
  auto* command = paper.add_subcommand(
      "log", terminal.say("Nhật ký kiểm phiếu: mọi việc của lần kiểm phiếu giấy, để lưu hồ sơ",
                          "The log of a count: every action of it, for the congress's file"));
  auto asked = std::make_shared<PrintAsked>();
  asked->order.paper = report::Paper::kLog;
  add_print_options(*command, terminal, *asked);
  command->callback([=, &terminal] { leave(print_to_out(*asked, terminal), terminal); });
}

}  // namespace hp::cli
