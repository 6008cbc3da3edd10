// `homphieu paper log`: every action of a count on paper, from an exported record, for the
// congress's file.
#include <CLI/CLI.hpp>

#include "cli/paper_commands.h"
#include "cli/read_file.h"
#include "cli/record_source.h"
#include "client/fonts.h"
#include "congress/contest_lookup.h"
#include "congress/views.h"
#include "journal/record_file.h"
#include "report/count_log.h"

namespace hp::cli {
namespace {

Result<Exit> make(const PaperAsked& asked, Terminal& terminal) {
  HP_ASSIGN(const pdf::Fonts fonts, client::load_fonts());
  HP_ASSIGN(const std::string bytes, read_input(asked.record, terminal.in, kMostRecord));
  HP_ASSIGN(const journal::RecordFile record, journal::read_record(view(bytes)));
  HP_ASSIGN(const congress::State state, state_of_record(view(bytes)));
  HP_ASSIGN(const congress::Round* round,
            asked.round == 0 ? congress::current_round(state, asked.contest)
                             : congress::find_round(state, asked.contest, asked.round));
  HP_TRY(check_paper_name(asked.out, round->definition.rehearsal));
  HP_ASSIGN(const Bytes pdf,
            report::count_log(state, record.entries, asked.contest, round->number(), fonts));
  HP_TRY(write_paper(asked.out, pdf, terminal));
  return Exit::kGood;
}

}  // namespace

void add_paper_log(CLI::App& paper, Terminal& terminal) {
  auto* command = paper.add_subcommand(
      "log", terminal.say("Nhật ký kiểm phiếu: mọi việc của lần kiểm phiếu giấy, để lưu hồ sơ",
                          "The log of a count: every action of it, for the congress's file"));
  auto asked = std::make_shared<PaperAsked>();
  add_paper_options(*command, terminal, *asked);
  command->callback([=, &terminal] { leave(make(*asked, terminal), terminal); });
}

}  // namespace hp::cli
