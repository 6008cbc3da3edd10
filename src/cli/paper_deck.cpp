// `homphieu paper deck`: known votes for a rehearsal, as a file, as papers that are marked already,
// and as a list for the head.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <ostream>

#include "cli/official_codes.h"
#include "cli/paper_commands.h"
#include "cli/record_source.h"
#include "cli/secrets.h"
#include "client/fonts.h"
#include "report/ballot_paper.h"
#include "report/known_deck.h"

namespace hp::cli {
namespace {

struct DeckAsked {
  PaperAsked of;
  report::DeckPlan plan;
  std::string known, size = "a4";
};

// "dien-tap-phieu.pdf" gives "dien-tap-phieu.bang-ke.pdf".
std::string list_path(const std::string& pdf) {
  std::filesystem::path path(pdf);
  if (path.extension() != ".pdf") return pdf + ".bang-ke.pdf";
  return path.replace_extension(".bang-ke.pdf");
}

Result<Exit> make(const DeckAsked& asked, Terminal& terminal) {
  const std::string list = list_path(asked.of.out);
  for (const std::string& path : {asked.of.out, asked.known, list}) {
    if (std::filesystem::exists(path)) return fail(codes::kFileExists, path);
  }
  HP_ASSIGN(const pdf::Fonts fonts, client::load_fonts());
  HP_ASSIGN(const congress::State state, state_of_record(asked.of.record, terminal));
  HP_ASSIGN(const congress::Round* round,
            report::rehearsal_round(state, asked.of.contest, asked.of.round));
  for (const std::string& path : {asked.of.out, asked.known}) {
    HP_TRY(check_paper_name(path, true));
  }
  HP_ASSIGN(const report::KnownVotes known, report::make_known_votes(state, *round, asked.plan));
  HP_ASSIGN(paper::Ballot ballot,
            report::ballot_paper_of(state, asked.of.contest, round->number(), kProgramName));
  ballot.size = asked.size == "a5" ? paper::Size::kA5 : paper::Size::kA4;
  HP_ASSIGN(const Bytes deck,
            paper::make_deck(ballot, report::deck_papers(known, round->definition), fonts));
  HP_ASSIGN(const Bytes table, report::deck_list(state, *round, known, fonts));
  HP_TRY(write_private(asked.known, report::known_votes_json(known)));
  HP_TRY(write_paper(asked.of.out, deck, terminal));
  HP_TRY(write_paper(list, table, terminal));
  terminal.out << asked.known << '\n'
               << terminal.say("DIỄN TẬP: phiếu mẫu ", "REHEARSAL: known papers ")
               << known.papers.size() << terminal.say(", phiếu điện tử ", ", electronic ballots ")
               << known.ballots.size()
               << terminal.say(". Bảng kê chỉ dành cho trưởng ban, người nhập không được xem.\n",
                               ". The list is for the head alone; no keyer may see it.\n");
  return Exit::kGood;
}

}  // namespace

void add_paper_deck(CLI::App& paper, Terminal& terminal) {
  auto* command = paper.add_subcommand(
      "deck",
      terminal.say("Diễn tập: bộ phiếu mẫu đã đánh dấu sẵn, tệp phiếu biết trước, bảng kê",
                   "A rehearsal's papers, marked already, with the known votes and a list"));
  auto asked = std::make_shared<DeckAsked>();
  add_paper_options(*command, terminal, asked->of);
  command
      ->add_option("--known", asked->known,
                   terminal.say("tệp JSON mới của phiếu biết trước", "the new JSON of known votes"))
      ->required();
  command->add_option("--papers", asked->plan.papers,
                      terminal.say("số phiếu mẫu; mặc định đủ mọi trường hợp, thêm mười",
                                   "papers; default every case, and ten more"));
  command->add_option("--ballots", asked->plan.ballots,
                      terminal.say("số phiếu điện tử biết trước; mặc định không có",
                                   "known electronic ballots; default none"));
  command->add_option("--seed", asked->plan.seed,
                      terminal.say("số gieo: cùng số thì cùng bộ phiếu; mặc định 1",
                                   "the same seed makes the same votes; default 1"));
  command
      ->add_option("--size", asked->size,
                   terminal.say("khổ giấy a4 (mặc định) hoặc a5", "a4 (default) or a5"))
      ->check(CLI::IsMember({"a4", "a5"}));
  command->callback([=, &terminal] { leave(make(*asked, terminal), terminal); });
}

}  // namespace hp::cli
