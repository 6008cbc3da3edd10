// `homphieu roll check FILE`: what is wrong with a roll, by row and column, before it is imported.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/read_file.h"
#include "cli/subcommands.h"
#include "client/roll_file.h"

namespace hp::cli {
namespace {

constexpr std::size_t kRollBytes = std::size_t{16} << 20;

struct RollChoices {
  std::string file, organisations;
  bool json = false;
};

void print_json(const client::RollReading& roll, Terminal& terminal) {
  nlohmann::json findings = nlohmann::json::array();
  for (const client::RollFinding& one : roll.findings) {
    findings.push_back({{"fault", one.fault},
                        {"row", one.row},
                        {"column", one.column},
                        {"heading", one.heading},
                        {"code", one.code->name},
                        {"value", one.value},
                        {"other", one.other}});
  }
  terminal.out << nlohmann::json{{"people", roll.people.size()},
                                 {"good", roll.good()},
                                 {"findings", findings}}
                      .dump(2)
               << '\n';
}

Result<Exit> check(const RollChoices& choices, Terminal& terminal) {
  std::vector<client::v1::Organisation> organisations;
  if (!choices.organisations.empty()) {
    HP_ASSIGN(const std::string units, read_input(choices.organisations, terminal.in, kRollBytes));
    HP_ASSIGN(organisations, client::read_organisations(units));
  }
  HP_ASSIGN(const std::string text, read_input(choices.file, terminal.in, kRollBytes));
  HP_ASSIGN(const client::RollReading roll, client::read_roll(text, organisations));
  if (choices.json) {
    print_json(roll, terminal);
    return roll.good() ? Exit::kGood : Exit::kWrong;
  }
  for (const client::RollFinding& one : roll.findings) {
    terminal.out << (one.fault ? terminal.say("SAI    ", "FAULT  ")
                               : terminal.say("đã sửa ", "mended "))
                 << describe(one, terminal.language) << '\n';
  }
  const auto faults = std::ranges::count(roll.findings, true, &client::RollFinding::fault);
  terminal.out << roll.people.size() << terminal.say(" người đọc được, ", " people read, ")
               << faults << terminal.say(" lỗi, ", " faults, ")
               << roll.findings.size() - static_cast<std::size_t>(faults)
               << terminal.say(" chỗ đã sửa\n", " mended\n");
  return roll.good() ? Exit::kGood : Exit::kWrong;
}

}  // namespace

void add_roll(CLI::App& app, Terminal& terminal) {
  auto* roll = app.add_subcommand("roll", terminal.say("Danh sách đại biểu", "Rolls of delegates"));
  roll->require_subcommand(1);
  auto choices = std::make_shared<RollChoices>();
  auto* command = roll->add_subcommand(
      "check", terminal.say("Soát một tệp danh sách; mã thoát 1 nếu có lỗi",
                            "Look through a roll's file; exit code 1 where it has faults"));
  command->add_option("FILE", choices->file, terminal.say("tệp CSV, hoặc -", "CSV file, or -"))
      ->required();
  command->add_option("--organisations", choices->organisations,
                      terminal.say("tệp CSV tổ chức: chỉ nhận các tổ chức này",
                                   "CSV file of organisations: the only ones allowed"));
  command->add_flag("--json", choices->json, terminal.say("in dạng JSON", "print as JSON"));
  command->callback([=, &terminal] { leave(check(*choices, terminal), terminal); });
}

}  // namespace hp::cli
