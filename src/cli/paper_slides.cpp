// `homphieu paper slides`: for the hall's screen, who stands, how to vote, and once it is announced
// the result.
#include <CLI/CLI.hpp>

#include "cli/paper_commands.h"
#include "cli/paper_print.h"

namespace hp::cli {

void add_paper_slides(CLI::App& paper, Terminal& terminal) {
  auto* command = paper.add_subcommand(
      "slides", terminal.say("Trình chiếu cho màn hình hội trường: danh sách, cách ghi phiếu; sau "
                             "khi công bố có kết quả",
                             "Slides for the hall's screen: the list, how to vote; once announced "
                             "the result"));
  auto asked = std::make_shared<PrintAsked>();
  asked->order.paper = report::Paper::kSlides;
  add_print_options(*command, terminal, *asked);
  command->callback([=, &terminal] { leave(print_to_out(*asked, terminal), terminal); });
}

}  // namespace hp::cli
