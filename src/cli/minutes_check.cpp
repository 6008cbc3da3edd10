// `homphieu minutes check FILE…`: signed papers, or the JSON with its signatures, against the
// roots and, where it is at hand, the record.
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <ostream>

#include "attest/check.h"
#include "cli/json_text.h"
#include "cli/key_holder.h"
#include "cli/minutes_commands.h"
#include "cli/minutes_report.h"
#include "cli/read_file.h"
#include "cli/record_source.h"
#include "client/fonts.h"

namespace hp::cli {
namespace {

struct CheckArguments {
  std::vector<std::string> files;  // .pdf, or one .json with its .p7s
  std::string roots;               // PEM
  std::string record;              // empty: without one
  bool partial = false;            // a missing signature is no fault
  bool json = false;
};

Result<Exit> check_minutes(const CheckArguments& arguments, Terminal& terminal) {
  HP_ASSIGN(const pdf::Fonts fonts, client::load_fonts());
  attest::Against against;
  against.fonts = &fonts;
  against.complete = !arguments.partial;
  HP_ASSIGN(against.roots, read_certificates(arguments.roots, kMostRoots, terminal));
  congress::State state;
  if (!arguments.record.empty()) {
    HP_ASSIGN(state, state_of_record(arguments.record, terminal));
    against.record = [&](const attest::Minutes& named) { return minutes_again(state, named); };
  }
  std::vector<MinutesFile> files;
  for (const std::string& path : arguments.files) {
    HP_ASSIGN(std::string content, read_input(path, terminal.in, kMostPaper));
    files.push_back({path, std::move(content)});
  }
  HP_ASSIGN(const std::vector<CheckedFile> all, check_minutes_files(files, against));
  nlohmann::ordered_json told = nlohmann::ordered_json::array();
  bool good = true;
  for (const CheckedFile& one : all) {
    good = good && one.checked.good();
    if (arguments.json) {
      told.push_back(json_of(one));
    } else {
      tell(one, terminal);
    }
  }
  if (arguments.json) terminal.out << json_text(told, 2) << "\n";
  return good ? Exit::kGood : Exit::kWrong;
}

}  // namespace

void add_minutes_check(CLI::App& minutes, Terminal& terminal) {
  auto* command = minutes.add_subcommand(
      "check",
      terminal.say("Kiểm tra biên bản đã ký; mã thoát 0 tốt, 1 sai, 2 không làm được",
                   "Check signed minutes; exit code 0 good, 1 wrong, 2 could not be done"));
  auto asked = std::make_shared<CheckArguments>();
  command
      ->add_option("FILE", asked->files,
                   terminal.say("biên bản (.pdf), hoặc tệp .json cùng các tệp .p7s của nó",
                                "minutes (.pdf), or a .json with its .p7s files"))
      ->required();
  command
      ->add_option("--roots", asked->roots,
                   terminal.say("chứng thư gốc được tin (PEM)", "the roots to trust (PEM)"))
      ->required();
  command->add_option("--record", asked->record,
                      terminal.say("hồ sơ đã xuất, để so sánh", "an exported record, to compare"));
  command->add_flag("--partial", asked->partial,
                    terminal.say("còn thiếu chữ ký thì chưa phải là sai",
                                 "a signature that is missing is no fault yet"));
  command->add_flag("--json", asked->json,
                    terminal.say("in kết quả ở dạng JSON", "print the result as JSON"));
  command->callback([asked, &terminal] { leave(check_minutes(*asked, terminal), terminal); });
}

}  // namespace hp::cli
