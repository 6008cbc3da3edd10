// `homphieu minutes check FILE…`: signed papers, or the JSON with its signatures, against the
// roots and, where it is at hand, the record.
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <ostream>

#include "attest/check.h"
#include "base/hex.h"
#include "cli/key_holder.h"
#include "cli/minutes_commands.h"
#include "cli/read_file.h"
#include "cli/record_source.h"
#include "cli/signing_codes.h"
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

void tell(const std::string& name, const attest::Checked& checked, Terminal& terminal) {
  terminal.out << name << ": "
               << (checked.good() ? terminal.say("tốt", "good") : terminal.say("SAI", "WRONG"))
               << "\n";
  for (const attest::SignedBy& one : checked.signatures) {
    terminal.out << terminal.say("  đã ký: ", "  signed: ") << one.name << " (" << one.field << ")";
    if (one.timestamped.has_value()) {
      terminal.out << terminal.say(", dấu thời gian ", ", timestamp ")
                   << iso_vietnam(*one.timestamped);
    }
    terminal.out << "\n";
  }
  for (const attest::Expected& one : checked.missing) {
    terminal.out << terminal.say("  chưa ký: ", "  not signed: ") << one.name << " (" << one.field
                 << ")\n";
  }
  for (const Error& fault : checked.faults) {
    terminal.out << "  " << fault.code->name << ": " << describe(fault, terminal.language) << "\n";
  }
}

nlohmann::ordered_json json_of(const std::string& name, const attest::Checked& checked) {
  nlohmann::ordered_json out{{"file", name}, {"good", checked.good()}};
  out["signatures"] = nlohmann::ordered_json::array();
  for (const attest::SignedBy& one : checked.signatures) {
    out["signatures"].push_back({{"field", one.field},
                                 {"name", one.name},
                                 {"certificate", one.certificate},
                                 {"fingerprint", to_hex(one.fingerprint)}});
    if (one.timestamped.has_value()) {
      out["signatures"].back()["timestamped"] = iso_vietnam(*one.timestamped);
    }
  }
  out["missing"] = nlohmann::ordered_json::array();
  for (const attest::Expected& one : checked.missing) out["missing"].push_back(one.field);
  out["faults"] = nlohmann::ordered_json::array();
  for (const Error& fault : checked.faults) {
    out["faults"].push_back(
        {{"code", fault.code->name}, {"where", fault.where}, {"detail", fault.detail}});
  }
  return out;
}

struct Named {
  std::string name;
  attest::Checked checked;
};

// Papers one by one; a .json takes the .p7s files named beside it.
Result<std::vector<Named>> check_files(const CheckArguments& arguments, Terminal& terminal,
                                       const attest::Against& against) {
  std::vector<Named> all;
  std::vector<Bytes> signatures;
  std::string json, json_name;
  for (const std::string& path : arguments.files) {
    HP_ASSIGN(const std::string bytes, read_input(path, terminal.in, kMostPaper));
    if (path.ends_with(".p7s")) {
      signatures.push_back(to_bytes(view(bytes)));
    } else if (path.ends_with(".json")) {
      json = bytes;
      json_name = path;
    } else {
      all.push_back({path, attest::check_paper(view(bytes), against)});
    }
  }
  if (!json_name.empty()) {
    all.push_back({json_name, attest::check_json(json, signatures, against)});
  } else if (!signatures.empty()) {
    return fail(codes::kSignatureWithoutJson);
  }
  return all;
}

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
  HP_ASSIGN(const std::vector<Named> all, check_files(arguments, terminal, against));
  nlohmann::ordered_json told = nlohmann::ordered_json::array();
  bool good = true;
  for (const Named& one : all) {
    good = good && one.checked.good();
    if (arguments.json) {
      told.push_back(json_of(one.name, one.checked));
    } else {
      tell(one.name, one.checked, terminal);
    }
  }
  if (arguments.json) terminal.out << told.dump(2) << "\n";
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
