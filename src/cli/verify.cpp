// `homphieu verify FILE…`: exported records, checked with nothing else at hand.
#include "verify/verify.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "base/hex.h"
#include "cli/read_file.h"
#include "cli/subcommands.h"

namespace hp::cli {
namespace {

constexpr std::size_t kMostNote = std::size_t{1} << 20;

struct Asked {
  std::vector<std::string> files;
  std::string congress;
  std::string head;
  std::string receipt;
  unsigned threads = 0;
  bool fail_fast = false;
  bool json = false;
};

Result<verify::Options> options_of(const Asked& asked, Terminal& terminal) {
  verify::Options out;
  out.threads = asked.threads;
  out.fail_fast = asked.fail_fast;
  if (!asked.congress.empty()) {
    auto id = hash_from_hex(asked.congress);
    if (!id) return std::unexpected(under("--congress", std::move(id).error()));
    out.congress = *id;
  }
  if (!asked.head.empty()) {
    HP_ASSIGN(out.head, read_input(asked.head, terminal.in, kMostNote));
  }
  if (!asked.receipt.empty()) {
    HP_ASSIGN(out.receipt, read_input(asked.receipt, terminal.in, kMostNote));
  }
  return out;
}

Exit exit_of(verify::Verdict verdict) {
  switch (verdict) {
    case verify::Verdict::kGood:
      return Exit::kGood;
    case verify::Verdict::kWrong:
      return Exit::kWrong;
    case verify::Verdict::kUnreadable:
      break;
  }
  return Exit::kError;
}

Exit verify_files(const Asked& asked, Terminal& terminal) {
  const auto options = options_of(asked, terminal);
  if (!options) return complain(terminal, options.error());
  std::vector<verify::NamedFile> files;
  for (const std::string& path : asked.files) {
    const auto bytes = read_input(path, terminal.in, kMostRecord);
    if (!bytes) return complain(terminal, bytes.error());
    files.push_back({path, to_bytes(view(*bytes))});
  }
  const std::vector<verify::Report> reports = verify::verify_records(files, *options);
  if (asked.json) {
    terminal.out << verify::json_of(reports);
  } else {
    const char* between = "";
    for (const verify::Report& one : reports) {
      terminal.out << between << verify::text_of(one, terminal.language);
      between = "\n";
    }
  }
  return exit_of(verify::verdict_of(reports));
}

}  // namespace

void add_verify(CLI::App& app, Terminal& terminal) {
  auto* command = app.add_subcommand(
      "verify",
      terminal.say("Kiểm chứng hồ sơ đại hội; mã thoát 0 tốt, 1 sai, 2 không đọc được",
                   "Check records of a congress; exit code 0 good, 1 wrong, 2 unreadable"));
  auto asked = std::make_shared<Asked>();
  command
      ->add_option("FILE", asked->files,
                   terminal.say("hồ sơ (.record); nhiều hồ sơ của cùng đại hội phải là phần đầu "
                                "của nhau",
                                "records (.record); several must be prefixes of each other"))
      ->required();
  command->add_option("--congress", asked->congress,
                      terminal.say("mã đại hội đã thấy tại hội trường, 64 chữ số thập lục phân",
                                   "the congress id seen in the hall, 64 hexadecimal digits"));
  command->add_option(
      "--head", asked->head,
      terminal.say("tệp điểm kiểm đã giữ từ trước", "file with a checkpoint that was kept"));
  command->add_option("--receipt", asked->receipt,
                      terminal.say("tệp biên nhận của một lệnh", "file with a command's receipt"));
  command->add_option(
      "--threads", asked->threads,
      terminal.say("số luồng; mặc định một luồng mỗi nhân", "threads; default one a core"));
  command->add_flag("--fail-fast", asked->fail_fast,
                    terminal.say("dừng khi việc kiểm tra nhanh (dạng, cây băm, chữ ký của sổ) đã "
                                 "thấy lỗi, không kiểm phiếu nữa",
                                 "stop where the quick checks (form, tree, log) found a fault, "
                                 "leaving the ballots"));
  command->add_flag("--json", asked->json,
                    terminal.say("in kết quả ở dạng JSON", "print the result as JSON"));
  command->callback([asked, &terminal] { leave(verify_files(*asked, terminal)); });
}

}  // namespace hp::cli
