// `homphieu minutes make`: the paper of a round or of an election, from an exported record or from
// the JSON of `minutes show --json`: the same bytes on every machine.
#include <CLI/CLI.hpp>
#include <ostream>

#include "cli/minutes_commands.h"
#include "cli/official_codes.h"
#include "cli/read_file.h"
#include "cli/record_source.h"
#include "cli/secrets.h"
#include "client/fonts.h"

namespace hp::cli {
namespace {

struct Making {
  std::string record, json;
  WhichMinutes which;
  std::string out, json_out;
};

Result<std::string> json_for(const Making& asked, Terminal& terminal) {
  if (!asked.json.empty()) return read_input(asked.json, terminal.in, kMostPaper);
  if (asked.record.empty()) return fail(codes::kArgumentValue, "--record", "--from-json");
  if (asked.which.contest.empty()) return fail(codes::kArgumentValue, "--contest");
  HP_ASSIGN(const congress::State state, state_of_record(asked.record, terminal));
  return minutes_json_of(state, asked.which);
}

Result<Exit> make(const Making& asked, Terminal& terminal) {
  HP_ASSIGN(const pdf::Fonts fonts, client::load_fonts());
  HP_ASSIGN(const std::string json, json_for(asked, terminal));
  HP_ASSIGN(const attest::Minutes minutes, attest::read_minutes(json));
  HP_ASSIGN(const Bytes paper, attest::make_pdf(minutes, fonts));
  HP_TRY(write_private(asked.out, chars(paper)));
  if (!asked.json_out.empty()) HP_TRY(write_private(asked.json_out, json));
  terminal.out << asked.out << ": " << paper.size()
               << terminal.say(" byte; ký theo thứ tự:", " bytes; to be signed in this order:");
  for (const attest::Expected& one : attest::expected_signers(minutes)) {
    terminal.out << "\n  " << one.field << ": " << one.name
                 << (one.on_paper
                         ? ""
                         : terminal.say(" (có thể chỉ ký tệp JSON)", " (may sign the JSON alone)"));
  }
  terminal.out << "\n";
  return Exit::kGood;
}

}  // namespace

void add_minutes_make(CLI::App& minutes, Terminal& terminal) {
  auto* command = minutes.add_subcommand(
      "make", terminal.say("Lập biên bản dạng PDF để in và ký",
                           "Make the minutes as a PDF, to be printed and signed"));
  auto asked = std::make_shared<Making>();
  const auto option = [&](const char* name, std::string& to, std::string_view vi,
                          std::string_view en) {
    return command->add_option(name, to, terminal.say(vi, en));
  };
  auto* record = option("--record", asked->record, "hồ sơ đã xuất", "an exported record");
  option("--from-json", asked->json, "JSON của biên bản, thay cho hồ sơ",
         "the minutes' JSON, instead of a record")
      ->excludes(record);
  option("--contest", asked->which.contest, "mã cuộc bầu", "the contest");
  command->add_option("--round", asked->which.round,
                      terminal.say("lượt; mặc định lượt mới nhất", "round; default the newest"));
  command->add_flag(
      "--election", asked->which.election,
      terminal.say("biên bản bầu cử của cả cuộc bầu", "the election minutes of the whole contest"));
  option("--out", asked->out, "tệp PDF mới", "the new PDF")->required();
  option("--json-out", asked->json_out, "ghi cả tệp JSON", "write the JSON too");
  command->callback([=, &terminal] { leave(make(*asked, terminal), terminal); });
}

}  // namespace hp::cli
