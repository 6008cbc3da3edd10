// `homphieu minutes timestamp FILE`: a timestamp (RFC 3161) for the newest signature of a paper.
// The authority is asked through files, so that it may stand in the hall without a network.
#include <CLI/CLI.hpp>
#include <ostream>

#include "attest/sign.h"
#include "cli/minutes_commands.h"
#include "cli/official_codes.h"
#include "cli/read_file.h"
#include "cli/secrets.h"

namespace hp::cli {
namespace {

constexpr std::size_t kAnswerBytes = std::size_t{64} << 10;

struct Stamping {
  std::string file, ask, asked, answer, out;
};

Result<Exit> stamp(const Stamping& wanted, Terminal& terminal) {
  HP_ASSIGN(const std::string file, read_input(wanted.file, terminal.in, kMostPaper));
  if (!wanted.ask.empty()) {
    HP_ASSIGN(const Bytes request, attest::ask_timestamp(view(file)));
    HP_TRY(write_private(wanted.ask, chars(request)));
    terminal.out << wanted.ask << "\n";
    return Exit::kGood;
  }
  if (wanted.asked.empty()) return fail(codes::kArgumentValue, "--asked");
  if (wanted.answer.empty()) return fail(codes::kArgumentValue, "--answer");
  if (wanted.out.empty()) return fail(codes::kArgumentValue, "--out");
  HP_ASSIGN(const std::string request, read_input(wanted.asked, terminal.in, kAnswerBytes));
  HP_ASSIGN(const std::string answer, read_input(wanted.answer, terminal.in, kAnswerBytes));
  HP_ASSIGN(const Bytes stamped, attest::take_timestamp(view(file), view(request), view(answer)));
  HP_TRY(write_private(wanted.out, chars(stamped)));
  terminal.out << wanted.out << "\n";
  return Exit::kGood;
}

}  // namespace

void add_minutes_timestamp(CLI::App& minutes, Terminal& terminal) {
  auto* command = minutes.add_subcommand(
      "timestamp",
      terminal.say("Dấu thời gian cho chữ ký mới nhất: lập yêu cầu, hoặc gắn câu trả lời",
                   "A timestamp for the newest signature: ask, or take the answer"));
  auto wanted = std::make_shared<Stamping>();
  const auto option = [&](const char* name, std::string& to, std::string_view vi,
                          std::string_view en) {
    return command->add_option(name, to, terminal.say(vi, en));
  };
  option("FILE", wanted->file, "biên bản (.pdf)", "the minutes (.pdf)")->required();
  auto* ask = option("--ask", wanted->ask, "ghi yêu cầu (.tsq) ra tệp mới này",
                     "write the request (.tsq) to this new file");
  option("--asked", wanted->asked, "yêu cầu đã lập", "the request that was made")->excludes(ask);
  option("--answer", wanted->answer, "câu trả lời (.tsr) của cơ quan cấp dấu thời gian",
         "the authority's answer (.tsr)")
      ->excludes(ask);
  option("--out", wanted->out, "tệp mới có dấu thời gian", "the new, stamped file");
  command->callback([=, &terminal] { leave(stamp(*wanted, terminal), terminal); });
}

}  // namespace hp::cli
