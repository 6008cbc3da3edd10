// `homphieu paper zero`: that nothing was cast or counted yet, for the committee to sign.
#include <CLI/CLI.hpp>

#include "cli/paper_commands.h"
#include "cli/record_source.h"
#include "client/fonts.h"
#include "congress/contest_lookup.h"
#include "congress/views.h"
#include "report/zero_report.h"

namespace hp::cli {
namespace {

Result<Exit> make_zero(const PaperAsked& asked, Terminal& terminal) {
  HP_ASSIGN(const pdf::Fonts fonts, client::load_fonts());
  HP_ASSIGN(const congress::State state, state_of_record(asked.record, terminal));
  HP_ASSIGN(const congress::Round* round,
            asked.round == 0 ? congress::current_round(state, asked.contest)
                             : congress::find_round(state, asked.contest, asked.round));
  HP_TRY(check_paper_name(asked.out, round->definition.rehearsal));
  HP_ASSIGN(const Bytes pdf, report::zero_report(state, asked.contest, asked.round, fonts));
  HP_TRY(write_paper(asked.out, pdf, terminal));
  return Exit::kGood;
}

}  // namespace

void add_paper_zero(CLI::App& paper, Terminal& terminal) {
  auto* command = paper.add_subcommand(
      "zero", terminal.say("Báo cáo số không: trước khi bỏ phiếu chưa có gì được đếm",
                           "The zero report: nothing was cast or counted yet"));
  auto asked = std::make_shared<PaperAsked>();
  add_paper_options(*command, terminal, *asked);
  command->callback([=, &terminal] { leave(make_zero(*asked, terminal), terminal); });
}

}  // namespace hp::cli
