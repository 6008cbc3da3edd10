#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "cli/read_file.h"
#include "cli/subcommands.h"
#include "rules/case_json.h"

namespace hp::cli {
namespace {

constexpr std::size_t kMostBytes = std::size_t{64} << 20;  // as rules/case_json.h

Exit count(const std::string& path, Terminal& terminal) {
  const auto text = read_input(path, terminal.in, kMostBytes);
  if (!text.has_value()) return complain(terminal, text.error());
  const auto outcome = rules::count_json(*text);
  if (!outcome.has_value()) return complain(terminal, outcome.error());
  terminal.out << *outcome;
  return Exit::kGood;
}

}  // namespace

void add_count(CLI::App& app, Terminal& terminal) {
  auto* command = app.add_subcommand(
      "count", terminal.say("Tính kết quả một ca bầu cử trong tệp JSON; không lưu gì",
                            "Work a case in a JSON file through the rules; nothing is stored"));
  auto path = std::make_shared<std::string>();
  command
      ->add_option("FILE", *path,
                   terminal.say("tệp ca bầu cử, hoặc - để đọc từ đầu vào chuẩn",
                                "the case, or - to read standard input"))
      ->required();
  command->callback([path, &terminal] { leave(count(*path, terminal)); });
}

}  // namespace hp::cli
