// `homphieu paper …`: what is printed for an election; each in its own file.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <ostream>

#include "cli/paper_codes.h"
#include "cli/paper_commands.h"
#include "cli/secrets.h"

namespace hp::cli {

void add_paper_options(CLI::App& command, Terminal& terminal, PaperAsked& asked) {
  const auto option = [&](const char* name, std::string& to, std::string_view vi,
                          std::string_view en) {
    command.add_option(name, to, terminal.say(vi, en))->required();
  };
  option("--record", asked.record, "hồ sơ đã xuất, có danh sách bầu cử đã thông qua",
         "an exported record with the approved list");
  option("--contest", asked.contest, "mã cuộc bầu", "the contest");
  command.add_option("--round", asked.round,
                     terminal.say("lượt; mặc định lượt mới nhất", "round; default the newest"));
  option("--out", asked.out, "tệp PDF mới", "the new PDF");
}

Result<void> check_paper_name(const std::string& path, bool rehearsal) {
  const std::string name = std::filesystem::path(path).filename();
  if (name.starts_with("dien-tap-") == rehearsal) return {};
  return fail(codes::kPaperFileName, path);
}

Result<void> write_paper(const std::string& path, ByteView pdf, const Terminal& terminal) {
  HP_TRY(write_private(path, chars(pdf)));
  terminal.out << path << ": " << pdf.size() << terminal.say(" byte\n", " bytes\n");
  return {};
}

void add_paper(CLI::App& app, Terminal& terminal) {
  auto* paper = app.add_subcommand(
      "paper",
      terminal.say(
          "In phiếu bầu, thẻ, bìa lô, giấy của ban kiểm phiếu, trình chiếu; phiếu mẫu, kết quả "
          "diễn tập",
          "Ballot papers, cards, covers, the committee's sheets, slides; rehearsals"));
  paper->require_subcommand(1);
  for (const auto add :
       {add_paper_ballots, add_paper_cards, add_paper_covers, add_paper_deck, add_paper_keying,
        add_paper_log, add_paper_rehearsal, add_paper_sample, add_paper_slides, add_paper_zero}) {
    add(*paper, terminal);
  }
}

}  // namespace hp::cli
