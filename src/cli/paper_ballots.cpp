// `homphieu paper ballots`: the ballot paper of a round, and beside it where everything stands on
// it, for who reads it by machine.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/official_codes.h"
#include "cli/paper_commands.h"
#include "cli/paper_print.h"
#include "report/ballot_paper.h"

namespace hp::cli {
namespace {

// "ballots.pdf" gives "ballots.layout.json".
std::string layout_path(const std::string& pdf) {
  std::filesystem::path path(pdf);
  if (path.extension() != ".pdf") return pdf + ".layout.json";
  return path.replace_extension(".layout.json");
}

std::size_t sides_of(const std::string& layout) {
  const auto read = nlohmann::json::parse(layout, nullptr, false);
  return read.is_object() && read.contains("sides") ? read["sides"].size() : 0;
}

// What the record tells besides: nothing where this machine doesn't have the round.
void say_needed(const PrintAsked& asked, const congress::State& state, const Terminal& terminal) {
  const report::PrintOrder& order = asked.order;
  const auto heading = report::paper_heading_of(state, order.contest, order.round, order.program);
  if (!heading) return;
  terminal.out << terminal.say("Cần ít nhất ", "At least ")
               << report::papers_needed(state, order.contest, order.round)
               << terminal.say(" phiếu, cộng số dự phòng.\n", " are needed, and some to spare.\n");
  if (heading->rehearsal) {
    terminal.out << terminal.say("PHIẾU DIỄN TẬP: không có giá trị bầu cử, không đóng dấu.\n",
                                 "A REHEARSAL's papers: no vote is valid, no seal goes on them.\n");
  }
}

Result<Exit> ballots(PrintAsked asked, const std::string& size, Terminal& terminal) {
  const std::string layout = layout_path(asked.out);
  // Before the first is written, so that no PDF stands beside another's layout.
  for (const std::string& path : {asked.out, layout}) {
    if (std::filesystem::exists(path)) return fail(codes::kFileExists, path);
  }
  asked.order.size = size == "a5" ? paper::Size::kA5 : paper::Size::kA4;
  HP_ASSIGN(const PapersMade made, make_papers(asked, terminal));
  const std::string places = to_string(made.files.back().content);
  HP_TRY(write_private(layout, places));
  HP_TRY(write_papers(asked, made, terminal));
  terminal.out << layout << "\n"
               << terminal.say("Mỗi phiếu ", "A paper has ") << sides_of(places)
               << terminal.say(" mặt; trong tệp có ", " sides; in the file are ")
               << asked.order.copies << terminal.say(" phiếu.\n", " papers.\n");
  say_needed(asked, made.state, terminal);
  return Exit::kGood;
}

}  // namespace

void add_paper_ballots(CLI::App& paper, Terminal& terminal) {
  auto* command = paper.add_subcommand(
      "ballots", terminal.say("Phiếu bầu của một lượt, kèm tệp vị trí .layout.json",
                              "A round's ballot paper, with its layout beside it"));
  auto asked = std::make_shared<PrintAsked>();
  auto size = std::make_shared<std::string>("a4");
  asked->order.paper = report::Paper::kBallots;
  add_print_options(*command, terminal, *asked);
  command
      ->add_option("--size", *size,
                   terminal.say("khổ giấy a4 (mặc định) hoặc a5", "a4 (default) or a5"))
      ->check(CLI::IsMember({"a4", "a5"}));
  command->add_option(
      "--copies", asked->order.copies,
      terminal.say("số phiếu trong tệp; mặc định 1", "papers in the file; default 1"));
  command->callback([=, &terminal] { leave(ballots(*asked, *size, terminal), terminal); });
}

}  // namespace hp::cli
