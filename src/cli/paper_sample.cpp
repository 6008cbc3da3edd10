// `homphieu paper sample`: the list to tick the papers of a sample check off on.
#include <CLI/CLI.hpp>

#include "cli/paper_commands.h"
#include "cli/record_source.h"
#include "client/fonts.h"
#include "report/ballot_paper.h"

namespace hp::cli {
namespace {

struct SampleList {
  PaperAsked of;
  report::SampleAsked sample;
};

Result<Exit> make(const SampleList& asked, Terminal& terminal) {
  HP_ASSIGN(const pdf::Fonts fonts, client::load_fonts());
  HP_ASSIGN(const congress::State state, state_of_record(asked.of.record, terminal));
  HP_ASSIGN(const paper::Heading heading,
            report::paper_heading_of(state, asked.of.contest, asked.of.round, kProgramName));
  HP_TRY(check_paper_name(asked.of.out, heading.rehearsal));
  report::SampleAsked sample = asked.sample;
  sample.contest = asked.of.contest;
  sample.round = asked.of.round;
  HP_ASSIGN(const Bytes pdf, report::sample_list(state, sample, kProgramName, fonts));
  HP_TRY(write_paper(asked.of.out, pdf, terminal));
  return Exit::kGood;
}

}  // namespace

void add_seed_options(CLI::App& command, Terminal& terminal, report::SampleAsked& asked) {
  command
      .add_option("--seed", asked.seed,
                  terminal.say("số gieo tại hội trường", "the seed thrown in the hall"))
      ->required();
  command.add_option("--papers", asked.papers, terminal.say("số phiếu cần rút", "papers to draw"))
      ->required();
}

void add_sample_options(CLI::App& command, Terminal& terminal, report::SampleAsked& asked) {
  command.add_option("--contest", asked.contest, terminal.say("mã cuộc bầu", "the contest"))
      ->required();
  add_seed_options(command, terminal, asked);
}

void add_paper_sample(CLI::App& paper, Terminal& terminal) {
  auto* command = paper.add_subcommand(
      "sample", terminal.say("Danh sách phiếu rút mẫu để đối chiếu với nội dung đã nhập",
                             "The papers of a sample check, to be held against what was keyed"));
  auto asked = std::make_shared<SampleList>();
  add_paper_options(*command, terminal, asked->of);
  add_seed_options(*command, terminal, asked->sample);
  command->callback([=, &terminal] { leave(make(*asked, terminal), terminal); });
}

}  // namespace hp::cli
