// `homphieu paper covers` and `homphieu paper keying`: what the counting committee writes on.
#include <CLI/CLI.hpp>

#include "cli/paper_commands.h"
#include "cli/paper_print.h"

namespace hp::cli {

void add_paper_covers(CLI::App& paper, Terminal& terminal) {
  auto* command =
      paper.add_subcommand("covers", terminal.say("Bìa các lô phiếu", "Covers of the batches"));
  auto asked = std::make_shared<PrintAsked>();
  asked->order.paper = report::Paper::kCovers;
  add_print_options(*command, terminal, *asked);
  command
      ->add_option(
          "--batches", asked->order.copies,
          terminal.say("số lô, mỗi lô không quá 50 phiếu", "batches, of 50 papers at most"))
      ->required();
  command->callback([=, &terminal] { leave(print_to_out(*asked, terminal), terminal); });
}

void add_paper_keying(CLI::App& paper, Terminal& terminal) {
  auto* command = paper.add_subcommand(
      "keying",
      terminal.say("Bảng số liệu phiếu (in, phát, hỏng, không dùng, thu) và phiếu ghi chú "
                   "của người nhập",
                   "The account of the papers, and the keyers' sheets for notes"));
  auto asked = std::make_shared<PrintAsked>();
  asked->order.paper = report::Paper::kKeying;
  add_print_options(*command, terminal, *asked);
  command->add_option("--sheets", asked->order.copies,
                      terminal.say("số phiếu ghi chú; mặc định 1", "keyers' sheets; default 1"));
  command->callback([=, &terminal] { leave(print_to_out(*asked, terminal), terminal); });
}

}  // namespace hp::cli
