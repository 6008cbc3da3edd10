// `homphieu minutes show`: the counting minutes of a round, from a server or an exported record,
// and from a record also the election minutes of a contest.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <ostream>

#include "cli/hall_access.h"
#include "cli/minutes_commands.h"
#include "cli/official_codes.h"
#include "cli/record_source.h"

namespace hp::cli {
namespace {

struct WantedMinutes {
  HallArguments hall;
  std::string contest;
  std::uint32_t round = 0;  // 0: the newest
  std::string record;       // a file; empty: the server
  bool election = false;
  std::string out;  // a new file; empty: standard output
};

// The round asked for, or the newest of the contest on the server.
Result<std::uint32_t> round_of(const WantedMinutes& asked, client::HallClient& hall,
                               const Hash& congress) {
  if (asked.round != 0) return asked.round;
  HP_ASSIGN(const auto overview, hall.overview(congress));
  const auto found = std::ranges::find_if(
      overview.rounds(), [&](const auto& one) { return one.contest() == asked.contest; });
  return found == overview.rounds().end() ? 1 : found->round();
}

Result<std::string> from_server(const WantedMinutes& asked, Terminal& terminal) {
  const HallArguments& arguments = asked.hall;
  if (arguments.server.empty()) return fail(codes::kArgumentValue, "--server");
  if (arguments.ca_file.empty()) return fail(codes::kArgumentValue, "--ca");
  if (asked.election) return fail(codes::kArgumentValue, "--election", "--record");
  HP_ASSIGN(client::HallClient hall, connect(arguments, terminal));
  HP_ASSIGN(const Hash congress, congress_of(arguments, hall));
  if (!arguments.key_file.empty()) {
    HP_ASSIGN(const auto key, load_key(terminal, arguments.passphrase_fd, arguments.key_file));
    HP_TRY(hall.log_in(congress, *key, SystemClock().now()));
  }
  HP_ASSIGN(const std::uint32_t round, round_of(asked, hall, congress));
  HP_ASSIGN(const auto minutes, hall.minutes(congress, asked.contest, round));
  return arguments.json ? minutes.json() : minutes.text();
}

Result<std::string> from_record(const WantedMinutes& asked, Terminal& terminal) {
  HP_ASSIGN(const congress::State state, state_of_record(asked.record, terminal));
  const WhichMinutes which{asked.contest, asked.round, asked.election};
  return asked.hall.json ? minutes_json_of(state, which) : minutes_text_of(state, which);
}

Result<Exit> show(const WantedMinutes& asked, Terminal& terminal) {
  HP_ASSIGN(const std::string minutes,
            asked.record.empty() ? from_server(asked, terminal) : from_record(asked, terminal));
  if (asked.out.empty()) {
    terminal.out << minutes;
  } else {
    HP_TRY(write_private(asked.out, minutes));
  }
  return Exit::kGood;
}

}  // namespace

void add_minutes_show(CLI::App& minutes, Terminal& terminal) {
  auto asked = std::make_shared<WantedMinutes>();
  auto* command = minutes.add_subcommand(
      "show", terminal.say("In biên bản, lấy từ máy chủ hoặc từ hồ sơ đã xuất",
                           "Print minutes, from the server or from an exported record"));
  const auto option = [&](const char* name, std::string& to, std::string_view vi,
                          std::string_view en) {
    return command->add_option(name, to, terminal.say(vi, en));
  };
  option("--contest", asked->contest, "mã cuộc bầu", "the contest")->required();
  command->add_option("--round", asked->round,
                      terminal.say("lượt; mặc định lượt mới nhất", "round; default the newest"));
  auto* record = option("--record", asked->record, "hồ sơ đã xuất, thay cho máy chủ",
                        "an exported record, instead of a server");
  command
      ->add_flag("--election", asked->election,
                 terminal.say("biên bản bầu cử của cả cuộc bầu, từ hồ sơ đã xuất",
                              "the election minutes of the whole contest, from a record"))
      ->needs(record);
  option("--server", asked->hall.server, "máy chủ, dạng máy:cổng hoặc https://máy:cổng",
         "the server, as host:port or https://host:port")
      ->envname("HOMPHIEU_SERVER");
  option("--ca", asked->hall.ca_file, "chứng thư gốc của hội trường (PEM)",
         "the hall's certificate authority (PEM)")
      ->envname("HOMPHIEU_CA");
  option("--congress", asked->hall.congress, "mã đại hội; bỏ trống nếu máy chủ chỉ có một",
         "the congress's id; not needed where the server has only one")
      ->envname("HOMPHIEU_CONGRESS");
  option("--key", asked->hall.key_file, "tệp khóa của mình: xem trước khi công bố",
         "one's own key file: to see them before they are announced");
  command->add_option("--passphrase-fd", asked->hall.passphrase_fd,
                      terminal.say("đọc mật khẩu từ bộ mô tả tệp này",
                                   "read the passphrase from this file descriptor"));
  command->add_flag("--json", asked->hall.json,
                    terminal.say("JSON chuẩn tắc, đúng từng byte như đã ký",
                                 "canonical JSON, byte for byte as it is signed"));
  option("--out", asked->out, "ghi ra tệp mới này", "write it to this new file");
  command->callback([=, &terminal] { leave(show(*asked, terminal), terminal); });
}

}  // namespace hp::cli
