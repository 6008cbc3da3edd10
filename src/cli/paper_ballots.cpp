// `homphieu paper ballots`: the ballot paper of a round, and beside it where everything stands on
// it, for who reads it by machine.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <ostream>

#include "cli/official_codes.h"
#include "cli/paper_commands.h"
#include "cli/record_source.h"
#include "cli/secrets.h"
#include "client/fonts.h"
#include "report/ballot_paper.h"

namespace hp::cli {
namespace {

struct BallotsAsked {
  PaperAsked of;
  std::string size = "a4";
  std::uint32_t copies = 1;
};

// "ballots.pdf" gives "ballots.layout.json".
std::string layout_path(const std::string& pdf) {
  std::filesystem::path path(pdf);
  if (path.extension() != ".pdf") return pdf + ".layout.json";
  return path.replace_extension(".layout.json");
}

Result<Exit> make(const BallotsAsked& asked, Terminal& terminal) {
  const std::string layout = layout_path(asked.of.out);
  // Before the first is written, so that no PDF stands beside another's layout.
  for (const std::string& path : {asked.of.out, layout}) {
    if (std::filesystem::exists(path)) return fail(codes::kFileExists, path);
  }
  HP_ASSIGN(const pdf::Fonts fonts, client::load_fonts());
  HP_ASSIGN(const congress::State state, state_of_record(asked.of.record, terminal));
  HP_ASSIGN(paper::Ballot ballot,
            report::ballot_paper_of(state, asked.of.contest, asked.of.round, kProgramName));
  HP_TRY(check_paper_name(asked.of.out, ballot.heading.rehearsal));
  ballot.size = asked.size == "a5" ? paper::Size::kA5 : paper::Size::kA4;
  HP_ASSIGN(const paper::Printed printed, paper::make_ballots(ballot, fonts, asked.copies));
  HP_TRY(write_private(layout, paper::layout_json(printed.layout)));
  HP_TRY(write_paper(asked.of.out, printed.pdf, terminal));
  const std::uint32_t needed = report::papers_needed(state, asked.of.contest, asked.of.round);
  terminal.out << layout << "\n"
               << terminal.say("Mỗi phiếu ", "A paper has ") << printed.layout.sides.size()
               << terminal.say(" mặt; trong tệp có ", " sides; in the file are ") << asked.copies
               << terminal.say(" phiếu; cần ít nhất ", " papers; at least ") << needed
               << terminal.say(" phiếu, cộng số dự phòng.\n", " are needed, and some to spare.\n");
  if (ballot.heading.rehearsal) {
    terminal.out << terminal.say("PHIẾU DIỄN TẬP: không có giá trị bầu cử, không đóng dấu.\n",
                                 "A REHEARSAL's papers: no vote is valid, no seal goes on them.\n");
  }
  return Exit::kGood;
}

}  // namespace

void add_paper_ballots(CLI::App& paper, Terminal& terminal) {
  auto* command = paper.add_subcommand(
      "ballots", terminal.say("Phiếu bầu của một lượt, kèm tệp vị trí .layout.json",
                              "A round's ballot paper, with its layout beside it"));
  auto asked = std::make_shared<BallotsAsked>();
  add_paper_options(*command, terminal, asked->of);
  command
      ->add_option("--size", asked->size,
                   terminal.say("khổ giấy a4 (mặc định) hoặc a5", "a4 (default) or a5"))
      ->check(CLI::IsMember({"a4", "a5"}));
  command->add_option(
      "--copies", asked->copies,
      terminal.say("số phiếu trong tệp; mặc định 1", "papers in the file; default 1"));
  command->callback([=, &terminal] { leave(make(*asked, terminal), terminal); });
}

}  // namespace hp::cli
