// `homphieu paper covers` and `homphieu paper keying`: what the counting committee writes on.
#include <CLI/CLI.hpp>

#include "cli/paper_commands.h"
#include "client/fonts.h"
#include "paper/committee.h"

namespace hp::cli {
namespace {

struct SheetsAsked {
  PaperAsked of;
  std::uint32_t count = 1;
};

using Make = Result<Bytes> (*)(const paper::Heading&, std::uint32_t, const pdf::Fonts&);

Result<Exit> make(const SheetsAsked& asked, Make maker, Terminal& terminal) {
  HP_ASSIGN(const pdf::Fonts fonts, client::load_fonts());
  HP_ASSIGN(const paper::Heading heading, heading_for(asked.of, terminal));
  HP_ASSIGN(const Bytes pdf, maker(heading, asked.count, fonts));
  HP_TRY(write_paper(asked.of.out, pdf, terminal));
  return Exit::kGood;
}

}  // namespace

void add_paper_covers(CLI::App& paper, Terminal& terminal) {
  auto* command =
      paper.add_subcommand("covers", terminal.say("Bìa các lô phiếu", "Covers of the batches"));
  auto asked = std::make_shared<SheetsAsked>();
  add_paper_options(*command, terminal, asked->of);
  command
      ->add_option(
          "--batches", asked->count,
          terminal.say("số lô, mỗi lô không quá 50 phiếu", "batches, of 50 papers at most"))
      ->required();
  command->callback(
      [=, &terminal] { leave(make(*asked, paper::make_covers, terminal), terminal); });
}

void add_paper_keying(CLI::App& paper, Terminal& terminal) {
  auto* command = paper.add_subcommand(
      "keying",
      terminal.say("Bảng số liệu phiếu (in, phát, hỏng, không dùng, thu) và phiếu ghi chú "
                   "của người nhập",
                   "The account of the papers, and the keyers' sheets for notes"));
  auto asked = std::make_shared<SheetsAsked>();
  add_paper_options(*command, terminal, asked->of);
  command->add_option("--sheets", asked->count,
                      terminal.say("số phiếu ghi chú; mặc định 1", "keyers' sheets; default 1"));
  command->callback(
      [=, &terminal] { leave(make(*asked, paper::make_keying, terminal), terminal); });
}

}  // namespace hp::cli
