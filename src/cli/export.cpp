// `homphieu export FILE`: the whole record in one file that `homphieu verify` checks.
#include <CLI/CLI.hpp>
#include <ostream>

#include "base/hex.h"
#include "cli/hall_access.h"
#include "cli/subcommands.h"
#include "client/export.h"

namespace hp::cli {
namespace {

Result<Exit> export_to(const HallArguments& arguments, const std::string& file,
                       Terminal& terminal) {
  HP_ASSIGN(client::Official official, open_official(arguments, terminal));
  HP_ASSIGN(const journal::RecordFile record,
            client::export_record(official.hall(), official.congress_id()));
  HP_TRY(write_private(file, chars(journal::write_record(record))));
  terminal.out << file << ": " << record.entries.size() << terminal.say(" mục\n", " entries\n");
  return Exit::kGood;
}

}  // namespace

void add_export(CLI::App& app, Terminal& terminal) {
  auto* command = app.add_subcommand(
      "export", terminal.say("Xuất toàn bộ hồ sơ ra một tệp để kiểm chứng",
                             "Export the whole record to a file, to be verified"));
  auto arguments = std::make_shared<HallArguments>();
  auto file = std::make_shared<std::string>();
  command->add_option("FILE", *file, terminal.say("tệp mới, đuôi .record", "new .record file"))
      ->required();
  add_server_options(*command, terminal, *arguments);
  add_key_options(*command, terminal, *arguments);
  command->callback([=, &terminal] { leave(export_to(*arguments, *file, terminal), terminal); });
}

}  // namespace hp::cli
