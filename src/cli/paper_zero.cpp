// `homphieu paper zero`: that nothing was cast or counted yet, for the committee to sign.
#include <CLI/CLI.hpp>

#include "cli/paper_commands.h"
#include "cli/paper_print.h"

namespace hp::cli {

void add_paper_zero(CLI::App& paper, Terminal& terminal) {
  auto* command = paper.add_subcommand(
      "zero", terminal.say("Báo cáo số không: trước khi bỏ phiếu chưa có gì được đếm",
                           "The zero report: nothing was cast or counted yet"));
  auto asked = std::make_shared<PrintAsked>();
  asked->order.paper = report::Paper::kZero;
  add_print_options(*command, terminal, *asked);
  command->callback([=, &terminal] { leave(print_to_out(*asked, terminal), terminal); });
}

}  // namespace hp::cli
