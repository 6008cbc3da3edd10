#include "cli/paper_print.h"

#include <CLI/CLI.hpp>
#include <ostream>

#include "cli/official_codes.h"
#include "cli/paper_commands.h"
#include "cli/read_file.h"
#include "cli/record_source.h"
#include "client/fonts.h"
#include "journal/record_file.h"

namespace hp::cli {
namespace {

Result<PapersMade> papers_from_record(const PrintAsked& asked, const pdf::Fonts& fonts,
                                      Terminal& terminal) {
  HP_ASSIGN(const std::string bytes, read_input(asked.record, terminal.in, kMostRecord));
  HP_ASSIGN(const journal::RecordFile record, journal::read_record(view(bytes)));
  PapersMade out;
  HP_ASSIGN(out.state, state_of_record(view(bytes)));
  HP_ASSIGN(out.files,
            report::print(out.state, report::entries_of(record.entries), asked.order, fonts));
  return out;
}

Result<PapersMade> papers_from_server(const PrintAsked& asked, const pdf::Fonts& fonts,
                                      Terminal& terminal) {
  const HallArguments& hall = asked.hall;
  if (hall.server.empty()) return fail(codes::kArgumentValue, "--record", "--server");
  if (hall.ca_file.empty()) return fail(codes::kArgumentValue, "--ca");
  if (hall.key_file.empty()) return fail(codes::kArgumentValue, "--key");
  HP_ASSIGN(client::Official official, open_official(hall, terminal));
  HP_ASSIGN(client::PrintedByHall printed,
            client::print_through_hall(official, asked.order, fonts));
  HP_TRY(keep_newest(hall, official));
  return PapersMade{std::move(printed.files), official.state(), printed.trust};
}

void say_trust(client::PrintTrust trust, const Terminal& terminal) {
  terminal.out << (trust == client::PrintTrust::kOwnRecord
                       ? terminal.say("Máy này lập lại từ hồ sơ: giống từng byte.\n",
                                      "Made again here from the record: the same byte for byte.\n")
                       : terminal.say(
                             "CHÚ Ý: theo lời máy chủ. Người này chưa được xem hết hồ sơ nên máy "
                             "này không đối chiếu được.\n",
                             "NOTE: on the server's word. This person may not read the whole "
                             "record yet, so nothing was compared here.\n"));
}

}  // namespace

void add_print_options(CLI::App& command, Terminal& terminal, PrintAsked& asked) {
  asked.order.program = kProgramName;
  command.add_option("--record", asked.record,
                     terminal.say("hồ sơ đã xuất, có danh sách bầu cử đã thông qua; hoặc --server",
                                  "an exported record with the approved list; or --server"));
  // What an official's commands always need is needed here where there is no record.
  add_server_options(command, terminal, asked.hall);
  add_key_options(command, terminal, asked.hall);
  for (const char* one : {"--server", "--ca", "--key"}) command.get_option(one)->required(false);
  for (const char* one : {"--json", "--yes", "--receipt"}) {
    command.remove_option(command.get_option(one));
  }
  command.add_option("--contest", asked.order.contest, terminal.say("mã cuộc bầu", "the contest"))
      ->required();
  command.add_option("--round", asked.order.round,
                     terminal.say("lượt; mặc định lượt mới nhất", "round; default the newest"));
  command.add_option("--out", asked.out, terminal.say("tệp PDF mới", "the new PDF"))->required();
}

Result<PapersMade> make_papers(const PrintAsked& asked, Terminal& terminal) {
  HP_ASSIGN(const pdf::Fonts fonts, client::load_fonts());
  HP_ASSIGN(PapersMade out, asked.record.empty() ? papers_from_server(asked, fonts, terminal)
                                                 : papers_from_record(asked, fonts, terminal));
  // The maker's own name says which it is, also where this machine does not have the round.
  HP_TRY(check_paper_name(asked.out, out.files.front().name.starts_with("dien-tap-")));
  return out;
}

Result<void> write_papers(const PrintAsked& asked, const PapersMade& made,
                          const Terminal& terminal) {
  HP_TRY(write_paper(asked.out, made.files.front().content, terminal));
  if (made.trust) say_trust(*made.trust, terminal);
  return {};
}

Result<Exit> print_to_out(const PrintAsked& asked, Terminal& terminal) {
  HP_ASSIGN(const PapersMade made, make_papers(asked, terminal));
  HP_TRY(write_papers(asked, made, terminal));
  return Exit::kGood;
}

}  // namespace hp::cli
